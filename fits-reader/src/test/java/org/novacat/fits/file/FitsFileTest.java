package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.testing.FitsBytes;

class FitsFileTest {
  private static final String SIMPLE = "SIMPLE  =                    T";

  @Test
  void soundImage_isOpened() {
    FitsFile file = FitsBytes.image(new float[] {1, 2, 3}).open();

    assertThat(file.hdus()).hasSize(1);
    assertThat(file.primary().axes()).containsExactly(3);
    assertThat(file.primary().dataLength()).isEqualTo(12);
    assertThat(file.notes()).isEmpty();
  }

  @Test
  void finalPaddingMissing_isTolerated() {
    byte[] unpadded = Arrays.copyOf(FitsBytes.image(new float[] {1, 2, 3}).bytes(), 2880 + 12);

    assertThat(open(unpadded).primary().dataLength()).isEqualTo(12);
  }

  @Test
  void oneByteOfDataMissing_isTruncated() {
    byte[] cut = Arrays.copyOf(FitsBytes.image(new float[] {1, 2, 3}).bytes(), 2880 + 11);

    assertThat(refusal(cut)).isEqualTo("FITS_TRUNCATED");
  }

  @Test
  void endAsTheLastThingOfAFile_isTolerated() {
    String cards = "%-80s%-80s%-80sEND     ".formatted(SIMPLE, "BITPIX  = 8", "NAXIS   = 0");

    assertThat(open(cards.getBytes(StandardCharsets.US_ASCII)).hdus()).hasSize(1);
  }

  @Test
  void noBytes_isEmpty() {
    assertThat(refusal(new byte[0])).isEqualTo("FITS_EMPTY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html>", "SIMPLE", "XTENSION= 'IMAGE   '", "simple  = T"})
  void otherThanSimpleFirst_isNotFits(String start) {
    assertThat(refusal("%-2880s".formatted(start).getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("FITS_NO_SIMPLE");
  }

  @Test
  void simpleFalse_isNoted() {
    FitsFile file =
        FitsBytes.of("SIMPLE  =                    F", "BITPIX  = 8", "NAXIS   = 0").open();

    assertThat(file.notes()).hasSize(1);
  }

  @Test
  void headerWithoutEnd_isCut() {
    byte[] bytes = FitsBytes.emptyPrimary().bytes();
    Arrays.fill(bytes, 240, 320, (byte) ' ');

    assertThat(refusal(bytes)).isEqualTo("FITS_NO_END");
  }

  @Test
  void endDamagedBeforeData_isNotSoughtInTheData() {
    byte[] bytes = FitsBytes.image(new float[100_000]).header("XTENSION= 'IMAGE   '").bytes();
    Arrays.fill(bytes, 320, 400, (byte) ' ');

    assertThat(refusal(bytes)).isEqualTo("FITS_BAD_HEADER");
  }

  @Test
  void endDamagedBeforeAnExtension_isNotSoughtInItsHeader() {
    byte[] bytes =
        FitsBytes.emptyPrimary()
            .header("XTENSION= 'IMAGE   '", "BITPIX  = 8", "NAXIS   = 0")
            .bytes();
    Arrays.fill(bytes, 240, 320, (byte) ' ');

    assertThat(refusal(bytes)).isEqualTo("FITS_BAD_HEADER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-33", "0", "7", "''", "1E1", "8.0", ""})
  void bitpixOutsideTheSix_isRefused(String bitpix) {
    assertThat(refusal(FitsBytes.of(SIMPLE, "BITPIX  = " + bitpix, "NAXIS   = 0").bytes()))
        .isEqualTo("FITS_BAD_BITPIX");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000", "", "2147483648"})
  void naxisOutsideItsRange_isRefused(String naxis) {
    assertThat(refusal(FitsBytes.of(SIMPLE, "BITPIX  = 8", "NAXIS   = " + naxis).bytes()))
        .isEqualTo("FITS_BAD_NAXIS");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, FITS_BAD_AXIS",
    "2147483648, 1, FITS_BAD_AXIS",
    "'', 1, FITS_BAD_AXIS",
    "2147483647, 2147483647, FITS_TRUNCATED",
    "1000000, 1000000, FITS_TRUNCATED"
  })
  void axesThatCannotBe_areRefusedBeforeAnythingIsAllocated(String one, String two, String detail) {
    byte[] bytes =
        FitsBytes.of(SIMPLE, "BITPIX  = -64", "NAXIS   = 2", "NAXIS1  = " + one, "NAXIS2  = " + two)
            .bytes();

    assertThat(refusal(bytes)).isEqualTo(detail);
  }

  @Test
  void productOf999Axes_isRefusedAndDoesNotOverflow() {
    String[] cards = new String[3 + 999];
    cards[0] = SIMPLE;
    cards[1] = "BITPIX  = 64";
    cards[2] = "NAXIS   = 999";
    for (int i = 1; i <= 999; i++) {
      cards[2 + i] = "%-8s= 65536".formatted("NAXIS" + i);
    }

    assertThat(refusal(FitsBytes.of(cards).bytes())).isEqualTo("FITS_TRUNCATED");
  }

  @ParameterizedTest
  @CsvSource({"PCOUNT, -1", "GCOUNT, -1", "PCOUNT, 99999999999"})
  void sizesOfAnExtensionThatCannotBe_areRefused(String keyword, String value) {
    byte[] bytes =
        FitsBytes.emptyPrimary()
            .header(
                "XTENSION= 'IMAGE   '",
                "BITPIX  = 8",
                "NAXIS   = 1",
                "NAXIS1  = 1",
                "%-8s= %s".formatted(keyword, value))
            .bytes();

    assertThat(refusal(bytes)).isEqualTo("FITS_BAD_SIZE");
  }

  @Test
  void headerLongerThanTheLimit_isOverLimit() {
    String[] cards = new String[400 * 36];
    Arrays.fill(cards, "COMMENT");

    assertThat(refusal(FitsBytes.emptyPrimary(cards).bytes())).isEqualTo("FITS_HEADER_OVER_LIMIT");
  }

  @Test
  void moreHdusThanTheLimit_areOverLimit() {
    FitsBytes many = FitsBytes.emptyPrimary();
    for (int i = 0; i < 999; i++) {
      many.header("XTENSION= 'IMAGE   '", "BITPIX  = 8", "NAXIS   = 0");
    }

    assertThat(many.open().hdus()).hasSize(1000);
    assertThat(refusal(many.header("XTENSION= 'IMAGE   '", "BITPIX  = 8", "NAXIS   = 0").bytes()))
        .isEqualTo("FITS_TOO_MANY_HDUS");
  }

  @Test
  void bytesAfterTheLastHdu_areNoted() {
    FitsFile file =
        open(
            FitsBytes.emptyPrimary()
                .raw("junk at the end".getBytes(StandardCharsets.US_ASCII))
                .bytes());

    assertThat(file.notes()).containsExactly("15 bytes after the last HDU are no extension.");
  }

  @Test
  void randomGroups_areSizedByTheirOwnFormula() {
    FitsFile file =
        FitsBytes.of(
                SIMPLE,
                "BITPIX  = 16",
                "NAXIS   = 2",
                "NAXIS1  = 0",
                "NAXIS2  = 3",
                "GROUPS  = T",
                "PCOUNT  = 2",
                "GCOUNT  = 4")
            .data(new byte[40])
            .open();

    assertThat(file.primary().kind()).isEqualTo(Hdu.Kind.RANDOM_GROUPS);
    assertThat(file.primary().dataLength()).isEqualTo(2 * 4 * (2 + 3));
  }

  private static FitsFile open(byte[] bytes) {
    return FitsFile.open(bytes, ReadLimits.DEFAULT);
  }

  private static String refusal(byte[] bytes) {
    return catchThrowableOfType(RefusedException.class, () -> open(bytes)).refusal().detail();
  }
}

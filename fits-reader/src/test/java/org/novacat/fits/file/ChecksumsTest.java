package org.novacat.fits.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.Corpus;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.testing.Seeded;

class ChecksumsTest {
  @Test
  void anyBitOfARealFileFlipped_isAMismatch_orDamageSeenBefore() {
    byte[] intact =
        Gunzip.inflate(Corpus.file("XShooter_XQ100.fits.gz").bytes(), ReadLimits.DEFAULT);
    assertThat(open(intact).verified().notes()).isEmpty();

    Seeded.cases(
        300,
        random -> {
          byte[] damaged = intact.clone();
          int at = random.nextInt(damaged.length);
          damaged[at] ^= (byte) (1 << random.nextInt(8));

          RefusedException refused =
              catchThrowableOfType(RefusedException.class, () -> open(damaged).verified());

          if (refused == null) {
            assertThat(card(intact, at)).as("a sum that is not there").startsWith("CHECKSUM");
          } else {
            assertThat(refused.refusal().reason())
                .isIn(QuarantineReason.CHECKSUM_MISMATCH, QuarantineReason.UNREADABLE);
          }
        });
  }

  private static String card(byte[] file, int at) {
    return new String(file, at / 80 * 80, 80, StandardCharsets.US_ASCII);
  }

  @Test
  void filesThatIrafRewrote_haveStaleSums_whichAreNoted() {
    assertThat(notes("crires_hd30501_linear_nm.fits"))
        .containsExactly("DATASUM of HDU 0 does not match, and seems to be older than the data.");
    assertThat(notes("Sun_HARPS.fits"))
        .containsExactly("DATASUM of HDU 0 does not match, and seems to be older than the data.");
  }

  @Test
  void dataOfLengthsThatAreNoMultipleOfFour_areSummed() {
    byte[] data = {0, 0, 0, 1, 0, 0, 2};
    FitsFile file =
        FitsBytes.of("SIMPLE  = T", "BITPIX  = 8", "NAXIS   = 1", "NAXIS1  = 7", "DATASUM = '513'")
            .raw(data)
            .open();

    assertThat(file.verified().notes()).isEmpty();
  }

  @Test
  void datasumAlone_isNotBinding() {
    assertThat(FitsBytes.image(new float[] {1, 2}, "DATASUM = '7'").open().verified().notes())
        .hasSize(1);
  }

  @Test
  void undefinedSums_sayNothing() {
    assertThat(
            FitsBytes.image(new float[] {1, 2}, "DATASUM = ''", "CHECKSUM= ''")
                .open()
                .verified()
                .notes())
        .isEmpty();
  }

  private static java.util.List<String> notes(String name) {
    return open(Corpus.file(name).bytes()).verified().notes();
  }

  private static FitsFile open(byte[] bytes) {
    return FitsFile.open(bytes, ReadLimits.DEFAULT);
  }
}

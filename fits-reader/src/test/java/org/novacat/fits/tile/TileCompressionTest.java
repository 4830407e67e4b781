package org.novacat.fits.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.data.Image;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.testing.Corpus;

class TileCompressionTest {
  @Test
  void compressedImage_isThePlainFileAgain() {
    for (String name : new String[] {"ondrejov_hd217476.fit", "multispec_equispec.fits"}) {
      FitsFile plain = open(Corpus.file(name).bytes());

      FitsFile expanded = expand(Corpus.file(name + ".fz").bytes());

      assertThat(expanded.hdus()).hasSameSizeAs(plain.hdus());
      assertThat(expanded.primary().axes()).isEqualTo(plain.primary().axes());
      assertThat(Image.of(expanded.primary()).all()).isEqualTo(Image.of(plain.primary()).all());
      for (String keyword : new String[] {"OBJECT", "CTYPE1", "CRVAL1", "WAT2_001", "BUNIT"}) {
        assertThat(expanded.header().text(keyword)).isEqualTo(plain.header().text(keyword));
      }
    }
  }

  @Test
  void compressedTable_isATable() {
    FitsFile expanded = expand(Corpus.file("testBinaryTable.fits.fz").bytes());

    Table table = Table.of(expanded.hdus().get(1));
    assertThat(table.rows()).isEqualTo(50);
    assertThat(table.columns().get(0).form()).startsWith("25D");
  }

  @Test
  void plainFile_isLeftAsItIs() {
    FitsFile plain = open(Corpus.file("ondrejov_hd217476.fit").bytes());

    assertThat(TileCompression.expand(plain, ReadLimits.DEFAULT)).isSameAs(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "ZNAXIS1, 2000000000, TILES_OVER_LIMIT",
    "ZNAXIS1, 99999999999999999999, TILES_DAMAGED",
    "ZNAXIS1, 0, TILES_DAMAGED",
    "ZTILE1, 0, TILES_DAMAGED",
    "ZTILE1, 1, TILES_DAMAGED",
    "ZTILE1, 1E9, TILES_DAMAGED",
    "ZBITPIX, -33, TILES_DAMAGED",
    "ZBITPIX, 9, TILES_DAMAGED",
    "ZNAXIS, 1000, TILES_DAMAGED",
    "ZCMPTYPE, 'NONSENSE', TILES_DAMAGED",
    "TTYPE1, 'SOMETHING_ELSE', TILES_DAMAGED"
  })
  void sizesThatCannotBe_areRefusedBeforeTheLibraryIsCalled(
      String keyword, String value, String detail) {
    byte[] bytes = Corpus.file("ondrejov_hd217476.fit.fz").bytes();
    setCard(bytes, keyword, value.matches("[A-Z_]+") ? "'" + value + "'" : value);

    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> expand(bytes));

    assertThat(refused.refusal().detail()).isEqualTo(detail);
  }

  @Test
  void brokenTile_isDamage() {
    byte[] bytes = Corpus.file("ondrejov_hd217476.fit.fz").bytes();
    for (int i = 18_000; i < 18_200; i++) {
      bytes[i] = 0x55;
    }

    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> expand(bytes));

    assertThat(refused.refusal().detail()).isEqualTo("TILES_DAMAGED");
  }

  private static FitsFile open(byte[] bytes) {
    return FitsFile.open(bytes, ReadLimits.DEFAULT);
  }

  private static FitsFile expand(byte[] bytes) {
    return TileCompression.expand(open(bytes), ReadLimits.DEFAULT);
  }

  private static void setCard(byte[] bytes, String keyword, String value) {
    String start = "%-8s=".formatted(keyword);
    for (int at = 0; at < bytes.length; at += 80) {
      if (new String(bytes, at, 9, StandardCharsets.ISO_8859_1).equals(start)) {
        byte[] card = "%-80s".formatted(start + " " + value).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(card, 0, bytes, at, 80);
        return;
      }
    }
    throw new AssertionError("no card " + keyword);
  }
}

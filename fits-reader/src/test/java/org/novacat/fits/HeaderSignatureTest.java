package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.novacat.fits.testing.FitsBytes;

class HeaderSignatureTest {
  @Test
  void otherDataTargetAndDate_areTheSameMake() {
    assertThat(signature(new float[] {1, 2}, "INSTRUME= 'A'", "OBJECT  = 'x'", "CRVAL1  = 1"))
        .isEqualTo(signature(new float[] {3, 4, 5}, "INSTRUME= 'A'", "OBJECT  = 'y'"))
        .hasSize(64);
  }

  @Test
  void otherInstrumentOrUnit_isAnotherMake() {
    String one = signature(new float[] {1, 2}, "INSTRUME= 'A'", "BUNIT   = 'adu'");

    assertThat(signature(new float[] {1, 2}, "INSTRUME= 'B'", "BUNIT   = 'adu'")).isNotEqualTo(one);
    assertThat(signature(new float[] {1, 2}, "INSTRUME= 'A'", "BUNIT   = 'Jy'")).isNotEqualTo(one);
  }

  @Test
  void longerVectorOfTheSameColumn_isTheSameMake() {
    assertThat(table("WAVE", "100D")).isEqualTo(table("WAVE", "200D"));
    assertThat(table("WAVE", "100D")).isNotEqualTo(table("WAVE", "100E"));
    assertThat(table("WAVE", "100D")).isNotEqualTo(table("LAMBDA", "100D"));
  }

  /** The value is persisted with products; a change of it is a change of the format. */
  @Test
  void aFileOnceHashed_keepsItsHash() {
    assertThat(signature(new float[] {1}, "CTYPE1  = 'WAVE'"))
        .isEqualTo("c36de18ca2d05944acb8dc947c00a0800a942bc60798afd92c99af42ad63a379");
  }

  private static String signature(float[] pixels, String... cards) {
    return HeaderSignature.of(FitsBytes.image(pixels, cards).open());
  }

  private static String table(String name, String form) {
    return HeaderSignature.of(
        FitsBytes.emptyPrimary()
            .header(
                "XTENSION= 'BINTABLE'",
                "BITPIX  = 8",
                "NAXIS   = 2",
                "NAXIS1  = 0",
                "NAXIS2  = 1",
                "TFIELDS = 1",
                "TTYPE1  = '%s'".formatted(name),
                "TFORM1  = '%s'".formatted(form))
            .open());
  }
}

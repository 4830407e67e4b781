package org.novacat.fits.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.ReadResult;

/** Small files made so that a reader would work for hours; damage alone hardly finds them. */
class HostileFilesTest {
  /** 30,000 Chebyshev coefficients for each of 50,000 pixels. */
  @Test
  void dispersionOfThousandsOfCoefficients_isOverLimit() {
    String attribute =
        "wtype=multispec spec1 = \"1 1 2 1 1 50000 0 1 1 1 0 1 30000 1 50000 "
            + "1 ".repeat(30_000)
            + "\"";

    assertThat(read(new float[50_000], multispec(attribute))).isEqualTo("DISPERSION_OVER_LIMIT");
  }

  /** The same with as many as a real file has. */
  @Test
  void dispersionOfAFewCoefficients_isNot() {
    String attribute =
        "wtype=multispec spec1 = \"1 1 2 1 1 50000 0 1 1 1 0 1 4 1 50000 5000 1000 1 1\"";

    assertThat(read(new float[50_000], multispec(attribute))).isEqualTo("READ");
  }

  private static String[] multispec(String attribute) {
    int length = 68;
    int cards = (attribute.length() + length - 1) / length;
    String[] all = new String[cards + 3];
    all[0] = "WAT0_001= 'system=multispec'";
    all[1] = "CTYPE1  = 'MULTISPE'";
    all[2] = "WAT1_001= 'wtype=multispec label=Wavelength units=angstroms'";
    for (int i = 0; i < cards; i++) {
      int to = Math.min(attribute.length(), (i + 1) * length);
      all[i + 3] =
          String.format(Locale.ROOT, "WAT2_%03d= '%s'", i + 1, attribute.substring(i * length, to));
    }
    return all;
  }

  private static String read(float[] pixels, String[] cards) {
    byte[] bytes = FitsBytes.image(pixels, cards).bytes();
    return SpectrumReader.standard()
        .read("x.fits", bytes)
        .match(read -> "READ", (ReadResult.Rejected r) -> r.refusal().detail());
  }
}

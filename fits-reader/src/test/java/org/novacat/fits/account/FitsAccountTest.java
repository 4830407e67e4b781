package org.novacat.fits.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.account.Piece;
import org.novacat.layouts.spectrum.ReadResult;

class FitsAccountTest {
  private static final String[] LINEAR = {
    "CTYPE1  = 'WAVELENGTH'",
    "CUNIT1  = 'Angstrom'",
    "CRVAL1  =               4000.0",
    "CRPIX1  =                  1.0",
    "CDELT1  =                  2.0",
    "BUNIT   = 'erg/s/cm2/Angstrom'",
  };

  private static ReadResult.Read read(byte[] bytes) {
    return (ReadResult.Read) SpectrumReader.standard().read("x.fits", bytes);
  }

  private static ReadResult.Read image(String... more) {
    float[] pixels = new float[100];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 1 + i % 7;
    }
    String[] cards = new String[LINEAR.length + more.length];
    System.arraycopy(LINEAR, 0, cards, 0, LINEAR.length);
    System.arraycopy(more, 0, cards, LINEAR.length, more.length);
    return read(FitsBytes.image(pixels, cards).bytes());
  }

  private static List<String> named(ReadResult.Read read, Fate fate) {
    return read.account().stream().filter(p -> p.fate() == fate).map(Piece::name).toList();
  }

  @Test
  void cardsOfTheAxis_areUsed() {
    assertThat(named(image(), Fate.USED))
        .contains("HDU 0 CRVAL1 = 4000.0", "HDU 0 CDELT1 = 2.0", "HDU 0 CUNIT1 = Angstrom");
    assertThat(named(image(), Fate.UNACCOUNTED)).isEmpty();
  }

  @Test
  void cardOfUnknownMeaning_isUnaccounted() {
    ReadResult.Read read =
        image(
            "WAVSHIFT=                 0.50", "OBSDAT2 = '2020'", "WAVEOFF =                  1.5");
    assertThat(named(read, Fate.UNACCOUNTED)).containsExactly("HDU 0 WAVEOFF = 1.5");
  }

  @Test
  void cardsOfAnotherAxis_areIrrelevant() {
    assertThat(
            named(
                image("CRVAL2  =                  1.0", "DATE    = '2020-01-01'"), Fate.IRRELEVANT))
        .containsExactly("HDU 0 CRVAL2 = 1.0", "HDU 0 DATE = 2020-01-01");
  }

  @Test
  void cardThatEndsInAWordOfTime_isUnaccounted_andOneThatHoldsItInside_isNone() {
    ReadResult.Read read = image("BLKSDATE= '2017-03-27'", "CCDATEMP=                -69.5");
    assertThat(named(read, Fate.UNACCOUNTED)).containsExactly("HDU 0 BLKSDATE = 2017-03-27");
    assertThat(read.account()).noneMatch(piece -> piece.name().contains("CCDATEMP"));
  }
}

package org.novacat.fits.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.SyntheticTable;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SpectrumTrust;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/** How sure a FITS file is of what it says. */
class FitsTrustTest {
  private static final double[] WAVE = {6000, 6002, 6004};

  @ParameterizedTest
  @CsvSource({
    "DATE-OBS= '2023-05-26T21:00:00', COMMENT, INFERRED",
    "DATE-OBS= '2023-05-26T21:00:00', TIMESYS = 'UTC', STATED",
    "DATE-OBS= '2023-05-26T21:00:00', TIMESYS = 'TT', STATED",
    "DATE-OBS= '2023-05-26', UT      = '21:00:00', STATED",
    "COMMENT, COMMENT,"
  })
  void scaleOfTheTime_isStatedOrThatOfTheStandard(
      String date, String other, Confidence confidence) {
    assertThat(trust(date, other, "CUNIT1  = 'Angstrom'").timeScale()).isEqualTo(confidence);
  }

  @ParameterizedTest
  @CsvSource({
    "CUNIT1  = 'Angstrom', BUNIT   = 'Jy', STATED, STATED",
    "COMMENT, BUNIT   = 'Jy', ASSUMED, STATED",
    "CUNIT1  = 'Angstrom', COMMENT, STATED,"
  })
  void unitsOfAnImage_areStatedByCards(
      String axis, String flux, Confidence wavelength, Confidence density) {
    SpectrumTrust trust = trust(axis, flux);

    assertThat(trust.wavelengthUnit()).isEqualTo(wavelength);
    assertThat(trust.fluxUnit()).isEqualTo(density);
  }

  @Test
  void unitsThatADataModelGives_areKnown() {
    byte[] file =
        new SyntheticTable()
            .primary("ORIGIN", "LAMOST")
            .column("LOGLAM", "", Arrays.stream(WAVE).map(Math::log10).toArray())
            .column("FLUX", "", WAVE)
            .column("IVAR", "", WAVE)
            .bytes();

    SpectrumTrust trust = read(file).trust();
    assertThat(trust.wavelengthUnit()).isEqualTo(Confidence.KNOWN);
    assertThat(trust.medium()).isEqualTo(Confidence.KNOWN);
    assertThat(trust.fluxUnit()).isNull();
  }

  @Test
  void unitsThatSomebodyStatesBesideTheFile_areStated() {
    byte[] file =
        FitsBytes.image(
                new float[] {1, 2, 3},
                "CTYPE1  = 'WAVELENGTH'",
                "CRVAL1  = 6000.0",
                "CRPIX1  = 1.0",
                "CDELT1  = 2.0")
            .bytes();
    StatedFacts facts =
        new StatedFacts(
            Map.of(StatedFact.WAVELENGTH_UNIT, "Angstrom", StatedFact.FLUX_UNIT, "Jy"), "x.toml");

    SpectrumTrust trust =
        ((ReadResult.Read) SpectrumReader.standard().read("x.fits", file, facts)).trust();

    assertThat(trust.wavelengthUnit()).isEqualTo(Confidence.STATED);
    assertThat(trust.fluxUnit()).isEqualTo(Confidence.STATED);
  }

  private static SpectrumTrust trust(String... cards) {
    String[] all = new String[cards.length + 4];
    all[0] = "CTYPE1  = 'WAVELENGTH'";
    all[1] = "CRVAL1  = 6000.0";
    all[2] = "CRPIX1  = 1.0";
    all[3] = "CDELT1  = 2.0";
    System.arraycopy(cards, 0, all, 4, cards.length);
    return read(FitsBytes.image(new float[] {1, 2, 3}, all).bytes()).trust();
  }

  private static ReadResult.Read read(byte[] file) {
    return (ReadResult.Read) SpectrumReader.standard().read("x.fits", file);
  }
}

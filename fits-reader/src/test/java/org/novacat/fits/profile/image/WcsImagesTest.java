package org.novacat.fits.profile.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SpectralAxis;

class WcsImagesTest {
  @Test
  void linear_isFirstPixelAtCrpix() {
    SpectralAxis axis =
        axis("CTYPE1  = 'WAVE'", "CUNIT1  = 'nm'", "CRVAL1  = 500", "CRPIX1  = 2", "CDELT1  = 0.5");

    assertThat(axis.values()).containsExactly(499.5, 500, 500.5);
    assertThat(axis.unit()).isEqualTo("nm");
    assertThat(axis.unitAssumed()).isFalse();
    assertThat(axis.medium()).isEqualTo(Medium.VACUUM);
    assertThat(axis.mediumSource()).isEqualTo(MediumSource.HEADER);
  }

  @Test
  void cd11_standsInForCdelt1() {
    SpectralAxis axis =
        axis("CTYPE1  = 'LINEAR'", "DC-FLAG = 0", "CRVAL1  = 5000", "CRPIX1  = 1", "CD1_1   = 2");

    assertThat(axis.values()).containsExactly(5000, 5002, 5004);
    assertThat(axis.source()).contains("CD1_1");
  }

  @Test
  void crpixMissing_isZeroAndNoted() {
    ReadResult.Read read =
        read("CTYPE1  = 'WAVE'", "CUNIT1  = 'Angstrom'", "CRVAL1  = 5000", "CDELT1  = 1");

    assertThat(read.spectra().get(0).axis().values()).containsExactly(5001, 5002, 5003);
    assertThat(read.notes()).anyMatch(note -> note.startsWith("CRPIX1 is missing"));
  }

  /**
   * Greisen et al. 2006, equation 5: the step is that of the linear axis at the reference pixel.
   */
  @Test
  void waveLog_isTheNaturalLogarithmOfFitsPaper3() {
    SpectralAxis axis =
        axis("CTYPE1  = 'WAVE-LOG'", "CRVAL1  = 5000", "CRPIX1  = 1", "CDELT1  = 10");

    assertThat(axis.values()).containsExactly(5000, 5000 * Math.exp(0.002), 5000 * Math.exp(0.004));
  }

  @ParameterizedTest
  @CsvSource({
    "CTYPE1  = 'LINEAR', DC-FLAG = 1",
    "CTYPE1  = 'LOGLIN', COMMENT",
    "CTYPE1  = 'WAVELENGTH', COEFF0  = 3.5"
  })
  void logarithmsOfTen_areRecognisedByTheirSigns(String ctype, String sign) {
    SpectralAxis axis =
        axis(ctype, sign, "COEFF1  = 0.1", "CRVAL1  = 3.5", "CRPIX1  = 1", "CDELT1  = 0.1");

    assertThat(axis.values())
        .containsExactly(Math.pow(10, 3.5), Math.pow(10, 3.6), Math.pow(10, 3.7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CTYPE1  = 'LINEAR' | COMMENT | 3.58",
        "CTYPE1  = 'LINEAR' | COMMENT | 5000",
        "CTYPE1  = 'WHATEVER' | COMMENT | 5000",
        "CTYPE1  = 'PIXEL' | CUNIT1  = 'Angstrom' | 5000",
        "COMMENT | COMMENT | 5000",
        "CTYPE1  = 'WAVE-F2W' | COMMENT | 5000",
        "CTYPE1  = 'WAVE-TAB' | CUNIT1  = 'Angstrom' | 5000",
        "CTYPE1  = 'AWAV-GRI' | CUNIT1  = 'Angstrom' | 5000",
        "CTYPE1  = 'X' | CUNIT1  = 'arcsec' | 5000",
        "CTYPE1  = 'LINEAR' | DC-FLAG = -1 | 5000"
      })
  void axisThatNothingExplains_isNoGuess(String ctype, String more, String crval) {
    ReadResult result =
        result(ctype, more, "CRVAL1  = " + crval, "CRPIX1  = 1", "CDELT1  = 0.0001");

    assertThat(detail(result)).isEqualTo("NO_PROFILE");
  }

  /**
   * The first as in a FORS spectrum that went from MIDAS through IRAF, which left no other sign.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "erg/cm2/s/A",
        "10^-16 erg/s/cm^2/Angstrom",
        "erg cm-2 s-1 A-1",
        "10**(-16)erg.cm**(-2).s**(-1).angstrom**(-1)"
      })
  void fluxForEachAngstrom_saysThatTheAxisIsAWavelength(String bunit) {
    ReadResult.Read read =
        read("CTYPE1  = 'LINEAR'", "BUNIT   = '" + bunit + "'", "CRVAL1  = 3500", "CDELT1  = 5");

    assertThat(read.profile()).isEqualTo("wcs-linear@3");
    assertThat(read.spectra().get(0).axis().unitAssumed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"erg/cm2/s", "erg/s/cm2/Hz", "erg/cm2/s/arcsec2", "ADU", "A", "counts/A"})
  void otherFluxes_sayNothingOfTheAxis(String bunit) {
    ReadResult result =
        result("CTYPE1  = 'LINEAR'", "BUNIT   = '" + bunit + "'", "CRVAL1  = 3500", "CDELT1  = 5");

    assertThat(detail(result)).isEqualTo("NO_PROFILE");
  }

  @ParameterizedTest
  @CsvSource({"VRAD", "VELO-LSR", "FREQ", "ENER", "WAVN", "VOPT-F2W"})
  void otherSpectralAxes_areKeptApart(String ctype) {
    ReadResult result = result("CTYPE1  = '" + ctype + "'", "CRVAL1  = 1", "CDELT1  = 1");

    assertThat(detail(result)).isEqualTo("OTHER_SPECTRAL_AXIS");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "CTYPE1  = 'WAVELENGTH [Ang]' | COMMENT | Ang | false",
        "CTYPE1  = 'ANGSTROM' | COMMENT | ANGSTROM | false",
        "CTYPE1  = 'Wavelength' | CUNIT1  = 'Angstroms' | Angstroms | false",
        "CTYPE1  = 'LINEAR' | WAT1_001= 'wtype=linear label=Wavelength units=nanometers' | nanometers | false",
        "CTYPE1  = 'LINEAR' | WAT1_001= 'wtype=linear label=Wavelength units=\"0.1 nm\"' | 0.1 nm | false",
        "CTYPE1  = 'LINEAR' | WAT1_001= 'wtype=linear label=angstrom' | angstrom | false",
        "CTYPE1  = 'LINEAR' | DC-FLAG = 0 | Angstrom | true",
        "CTYPE1  = 'Wavelength' | BSS_VHEL= 0 | Angstrom | true"
      })
  void unit_isFoundWhereverItStands(String ctype, String more, String unit, boolean assumed) {
    SpectralAxis axis = axis(ctype, more, "CRVAL1  = 5000", "CRPIX1  = 1", "CDELT1  = 1");

    assertThat(axis.unit()).isEqualTo(unit);
    assertThat(axis.unitAssumed()).isEqualTo(assumed);
  }

  @ParameterizedTest
  @CsvSource({
    "VACUUM  = T, VACUUM, HEADER",
    "VACUUM  = F, AIR, HEADER",
    "AIRORVAC= 'air', AIR, HEADER",
    "AIRORVAC= 'vac', VACUUM, HEADER",
    "CUNIT1  = 'Angstrom (air)', AIR, HEADER",
    "CUNIT1  = 'Angstroms_vacuum', VACUUM, HEADER",
    "WAT1_001= 'wtype=linear label=Wavelength_air units=angstroms', AIR, HEADER",
    "COMMENT, UNKNOWN, UNKNOWN"
  })
  void medium_isWhatTheHeaderStates(String card, Medium medium, MediumSource source) {
    SpectralAxis axis =
        axis("CTYPE1  = 'Wavelength'", card, "CRVAL1  = 6000", "CRPIX1  = 1", "CDELT1  = 1");

    assertThat(axis.medium()).isEqualTo(medium);
    assertThat(axis.mediumSource()).isEqualTo(source);
  }

  @ParameterizedTest
  @CsvSource({"_e, COMMENT", "_err, COMMENT", "'', OBJECT  = 'q0100 (Error)'", "_ivar, COMMENT"})
  void errorsInAFileOfTheirOwn_areNoSpectrum(String ending, String card) {
    byte[] bytes =
        FitsBytes.image(
                new float[] {1, 2, 3},
                card,
                "CTYPE1  = 'LINEAR'",
                "DC-FLAG = 1",
                "CRVAL1  = 3.5",
                "CRPIX1  = 1",
                "CDELT1  = 1E-5")
            .bytes();

    assertThat(detail(SpectrumReader.standard().read("x" + ending + ".fits", bytes)))
        .isEqualTo("ERROR_ARRAY");
  }

  @Test
  void starWhoseNameEndsInE_isASpectrum() {
    byte[] bytes =
        FitsBytes.image(
                new float[] {1, 2, 3},
                "CTYPE1  = 'Wavelength'",
                "CRVAL1  = 6000",
                "CRPIX1  = 1",
                "CDELT1  = 1")
            .bytes();

    assertThat(SpectrumReader.standard().read("hd_123_e.fits", bytes))
        .isInstanceOf(ReadResult.Read.class);
  }

  private static SpectralAxis axis(String... cards) {
    return read(cards).spectra().get(0).axis();
  }

  private static ReadResult.Read read(String... cards) {
    ReadResult result = result(cards);
    assertThat(result).as(Arrays.toString(cards)).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }

  private static ReadResult result(String... cards) {
    return SpectrumReader.standard()
        .read("x.fits", FitsBytes.image(new float[] {1, 2, 3}, cards).bytes());
  }

  private static String detail(ReadResult result) {
    return result.match(ReadResult.Read::profile, rejected -> rejected.refusal().detail());
  }
}

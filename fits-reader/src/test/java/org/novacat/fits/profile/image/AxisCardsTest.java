package org.novacat.fits.profile.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SpectralAxis;

/** Cards of an axis that say the same thing twice, or contradict each other. */
class AxisCardsTest {
  private static final String[] WAVELENGTH = {
    "CTYPE1  = 'Wavelength'", "CUNIT1  = 'Angstrom'", "CRVAL1  = 4000", "CRPIX1  = 1"
  };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CD1_1   = 2 | CDELT1  = 2 | 2 | ''",
        "CD1_1   = 2 | CDELT1  = 0 | 2 | ''",
        "CD1_1   = 1.629 | CDELT1  = 1 | 1.629 | ''",
        "CD1_1   = 2.0000001 | CDELT1  = 2 | 2.0000001 | ''",
        "CD1_1   = 2 | CDELT1  = 3 | 2 | CD1_1 = 2.0 and CDELT1 = 3.0 differ",
        "CD1_1   = 1 | CDELT1  = 2 | 2 | placeholder",
        "CD1_1   = 0 | CDELT1  = 2 | 2 | ''",
        "CD1_1   = -7E-5 | CDELT1  = 2 | 2 | image of the sky",
        "PC1_1   = 2 | CDELT1  = 1 | 2 | ''",
        "PC1_1   = 1 | CDELT1  = 2 | 2 | ''",
        "PC1_1   = 2 | CDELT1  = 1.5 | 3 | ''",
        "PC001001= 2 | CDELT1  = 1 | 2 | ''",
        "CD001001= 2 | CDELT1  = 1 | 2 | ''",
        "CDELT1  = 1 | COMMENT | 1 | ''",
        "CD1_1   = 1 | COMMENT | 1 | ''",
        "CD1_1   = 2 | CDELT1  = -2.8E-4 | 2 | differ",
      })
  void step_isThatOfTheStandard_andAContradictionIsNoted(
      String one, String other, double step, String note) {
    ReadResult.Read read = read(with(one, other));

    double[] axis = read.spectra().get(0).axis().values();
    assertThat(axis[1] - axis[0]).isCloseTo(step, within(1e-9));
    if (note.isEmpty()) {
      assertThat(read.notes()).isEmpty();
    } else {
      assertThat(read.notes()).anyMatch(text -> text.contains(note));
    }
  }

  @Test
  void matrixThatTurnsAPicture_isPassedOverWithANote() {
    ReadResult.Read read = read(with("CDELT1  = 2", "PC1_1   = -0.7", "PC1_2   = 0.7"));

    assertThat(read.spectra().get(0).axis().values()).containsExactly(4000, 4002, 4004);
    assertThat(read.notes())
        .anyMatch(note -> note.contains("turn the axes of an image of the sky"));
  }

  @Test
  void stepsOfLogarithmsThatContradictEachOther_areRefused() {
    ReadResult result =
        result(
            "CTYPE1  = 'LOG-LINEAR'",
            "CRVAL1  = 3.6",
            "CRPIX1  = 1",
            "CDELT1  = 1E-4",
            "CD1_1   = -7E-5");

    assertThat(detail(result)).isEqualTo("AXIS_STEP_CONTRADICTS");
  }

  @Test
  void angleAlone_isNoStep() {
    assertThat(detail(result(with("CD1_1   = -7E-5")))).isEqualTo("AXIS_STEP_TOO_SMALL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOG-LINEAR",
        "LOG_LINEAR",
        "LOGLIN",
        "LOG",
        "LOGLAM",
        "LOG10LAM",
        "loglambda",
        "log(Wavelength)",
        "LOG10(WAVELENGTH)",
        "LOGWAVE",
        "log wavelength [Angstrom]"
      })
  void logarithmsOfTen_areKnownByTheirNames(String ctype) {
    SpectralAxis axis = axis("CTYPE1  = '%s'".formatted(ctype), "CRVAL1  = 3.6", "CDELT1  = 1E-4");

    assertThat(axis.values()[0]).isCloseTo(Math.pow(10, 3.6001), within(1e-9));
    assertThat(axis.unit()).startsWith("Angstrom");
  }

  @ParameterizedTest
  @ValueSource(strings = {"log10(Angstrom)", "log(Angstrom)", "Log10 Angstrom", "dex(Angstrom)"})
  void logarithmsOfTen_areKnownByTheirUnit(String unit) {
    SpectralAxis axis =
        axis(
            "CTYPE1  = 'WAVELENGTH'",
            "CUNIT1  = '%s'".formatted(unit),
            "CRVAL1  = 3.6",
            "CDELT1  = 1E-4");

    assertThat(axis.values()[0]).isCloseTo(Math.pow(10, 3.6001), within(1e-9));
    assertThat(axis.unit()).isEqualTo("Angstrom");
    assertThat(axis.unitAssumed()).isFalse();
  }

  @Test
  void naturalLogarithms_areRaisedByTheirBase() {
    SpectralAxis axis =
        axis("CTYPE1  = 'LN-LINEAR'", "CRVAL1  = 8.3", "CRPIX1  = 1", "CDELT1  = 1E-4");

    assertThat(axis.values()[0]).isCloseTo(Math.exp(8.3), within(1e-9));
  }

  /** The name is that of FITS paper III, the numbers are not. */
  @Test
  void waveLogOfALogarithm_isNoSilentGuess() {
    ReadResult result =
        result(
            "CTYPE1  = 'WAVE-LOG'",
            "CUNIT1  = 'Angstrom'",
            "CRVAL1  = 3.6",
            "CRPIX1  = 1",
            "CDELT1  = 1E-4");

    assertThat(detail(result)).isEqualTo("AXIS_LOOKS_LOGARITHMIC");
  }

  @Test
  void naturalLogarithmsCalledAngstrom_areNoted() {
    ReadResult result =
        result(
            "CTYPE1  = 'LINEAR'",
            "CUNIT1  = 'Angstrom'",
            "CRVAL1  = 8.294",
            "CRPIX1  = 1",
            "CDELT1  = 1E-4");

    assertThat(((ReadResult.Read) result).notes())
        .anyMatch(note -> note.contains("natural logarithms of optical wavelengths"));
  }

  @Test
  void wavelengthsThatAreCalledLogarithms_areRefused_andReadAsTheMessageSays() {
    String[] flagged = with("CDELT1  = 2", "DC-FLAG = 1");

    assertThat(detail(result(flagged))).isEqualTo("AXIS_NOT_LOGARITHMIC");
    assertThat(message(result(flagged))).contains("DC-FLAG = 0 and CTYPE1 = 'WAVELENGTH'");
    assertThat(axis(with("CDELT1  = 2", "DC-FLAG = 0")).values()).containsExactly(4000, 4002, 4004);
  }

  /** CTYPE1 of an acquisition image beside a unit of wavelength. */
  @Test
  void placeOnTheSky_isNoWavelength_andTheMessageSaysWhichCard() {
    ReadResult result =
        result("CTYPE1  = 'RA---TAN'", "CUNIT1  = 'Angstrom'", "CRVAL1  = 4000", "CDELT1  = 2");

    assertThat(detail(result)).isEqualTo("PICTURE");
    assertThat(message(result)).contains("CTYPE1 = 'RA---TAN'");
  }

  /** Texts that go on in CONTINUE cards have no bound but that of the header. */
  @ParameterizedTest
  @ValueSource(strings = {"(", "erg", "ergs-1", "air (", "a ", "log(", "[", "units="})
  void textWithoutEnd_isReadInATimeThatItsLengthBounds(String part) {
    String unit = "x" + part.repeat(60_000 / part.length()) + "x";
    List<String> cards = new ArrayList<>(List.of("CRVAL1  = 6000", "CDELT1  = 2"));
    for (String keyword : List.of("CTYPE1", "CUNIT1", "BUNIT", "WAT1_001", "AIRORVAC")) {
      cards.addAll(continued(keyword, unit));
    }

    assertTimeout(
        Duration.ofSeconds(10), () -> assertThat(result(cards.toArray(String[]::new))).isNotNull());
  }

  private static List<String> continued(String keyword, String text) {
    List<String> cards = new ArrayList<>();
    for (int at = 0; at < text.length(); at += 60) {
      String piece = text.substring(at, Math.min(text.length(), at + 60));
      String begin = at == 0 ? "%-8s= ".formatted(keyword) : "CONTINUE  ";
      cards.add(begin + "'" + piece + (at + 60 < text.length() ? "&'" : "'"));
    }
    return cards;
  }

  @Test
  void coefficientsThatAreLeftOver_areNotUsed() {
    ReadResult.Read read =
        read(with("DC-FLAG = 0", "COEFF0  = 3.6", "COEFF1  = 1E-4", "CDELT1  = 2"));

    assertThat(read.spectra().get(0).axis().values()).containsExactly(4000, 4002, 4004);
    assertThat(read.notes()).anyMatch(note -> note.startsWith("COEFF0 and COEFF1 are not used"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"deg", "arcsec", "pixel", "degrees"})
  void unitThatIsNoLength_givesWayToThatOfIraf(String cunit) {
    ReadResult.Read read =
        read(
            "CTYPE1  = 'LINEAR'",
            "CUNIT1  = '%s'".formatted(cunit),
            "WAT1_001= 'wtype=linear label=Wavelength units=nanometers'",
            "CRVAL1  = 400",
            "CRPIX1  = 1",
            "CDELT1  = 0.2");

    assertThat(read.spectra().get(0).axis().unit()).isEqualTo("nanometers");
    assertThat(read.notes())
        .contains(
            "CUNIT1 = '%s' is no length; WAT1 units = 'nanometers' is taken.".formatted(cunit));
  }

  @ParameterizedTest
  @CsvSource({
    "nm, WAT1_001= 'wtype=linear units=angstroms', LINEAR",
    "Angstrom, WAT1_001= 'wtype=linear units=nanometers', LINEAR",
    "nm, COMMENT, WAVELENGTH [Ang]"
  })
  void unitsThatDiffer_areRefused(String cunit, String wat, String ctype) {
    ReadResult result =
        result(
            "CTYPE1  = '%s'".formatted(ctype),
            "CUNIT1  = '%s'".formatted(cunit),
            wat,
            "CRVAL1  = 4000",
            "CRPIX1  = 1",
            "CDELT1  = 2");

    assertThat(detail(result)).isEqualTo("AXIS_UNIT_CONTRADICTS");
  }

  @Test
  void unitAlone_saysThatTheAxisIsAWavelength() {
    ReadResult.Read read =
        read(
            "CTYPE1  = 'DISPERSE'",
            "CUNIT1  = 'Angstrom'",
            "CRVAL1  = 4000",
            "CRPIX1  = 1",
            "CDELT1  = 2");

    assertThat(read.notes())
        .contains(
            "CTYPE1 = 'DISPERSE' is not known; CUNIT1 = 'Angstrom' says that the axis is a wavelength.");
  }

  /** What the message of {@code NO_PROFILE} advises. */
  @Test
  void remedyForAnUnexplainedAxis_isReadThen() {
    String[] bare = {"CRVAL1  = 4000", "CRPIX1  = 1", "CDELT1  = 2"};

    assertThat(message(result(bare)))
        .isEqualTo(
            "Cannot read the spectrum of HDU 0: CRVAL1 = 4000, CDELT1 = 2 are there, and nothing"
                + " says that they are wavelengths: CTYPE1 and CUNIT1 are missing (if they are,"
                + " write so into the header, e.g. CTYPE1 = 'WAVELENGTH' and CUNIT1 = 'Angstrom')");
    assertThat(read(with("CDELT1  = 2")).spectra().get(0).axis().values())
        .containsExactly(4000, 4002, 4004);
  }

  /** What the message of {@code AXIS_UNIT_MISSING} advises. */
  @Test
  void remedyForAMissingUnit_isReadThen() {
    String[] bare = {"CTYPE1  = 'Wavelength'", "CRVAL1  = 380", "CRPIX1  = 1", "CDELT1  = 1.6"};

    assertThat(message(result(bare))).contains("by CUNIT1, as 'Angstrom' or 'nm', if it is so");
    assertThat(message(result("CTYPE1  = 'WAVE'", "CRVAL1  = 1.0", "CDELT1  = 1E-3")))
        .contains("by CUNIT1, as 'um', if it is so");
    String[] mended = Arrays.copyOf(bare, 5);
    mended[4] = "CUNIT1  = 'nm'";
    assertThat(axis(mended).unit()).isEqualTo("nm");
  }

  @ParameterizedTest
  @CsvSource({
    "CTYPE1  = 'WAVE', VACUUM  = F",
    "CTYPE1  = 'AWAV', VACUUM  = T",
    "CTYPE1  = 'AWAV', AIRORVAC= 'vac'",
    "VACUUM  = T, AIRORVAC= 'air'",
    "CUNIT1  = 'Angstrom (air)', VACUUM  = T",
    "CTYPE1  = 'WAVE', CNAME1  = 'air wavelength'",
    "CTYPE1  = 'AWAV' / vacuum wavelengths, COMMENT"
  })
  void mediumThatCardsContradict_isUnknownWithANote(String one, String other) {
    ReadResult.Read read =
        read(one, other, "DC-FLAG = 0", "CRVAL1  = 6000", "CRPIX1  = 1", "CDELT1  = 2");

    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(read.notes()).anyMatch(note -> note.contains("contradict each other on the medium"));
  }

  @ParameterizedTest
  @CsvSource({
    "CTYPE1  = 'WAVELENGTH' / vacuum wavelengths, VACUUM",
    "CTYPE1  = 'WAVELENGTH' / wavelength in air, AIR",
    "CTYPE1  = 'WAVELENGTH' / air or vacuum, UNKNOWN",
    "CTYPE1  = 'WAVELENGTH' / of the airy disc, UNKNOWN"
  })
  void commentThatNamesOneMedium_isHeard(String ctype, Medium medium) {
    ReadResult.Read read =
        read(ctype, "CUNIT1  = 'Angstrom'", "CRVAL1  = 6000", "CRPIX1  = 1", "CDELT1  = 2");

    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(medium);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CRVAL1  = 5000", "CRPIX1  = 2", "CDELT1  = 3", "CUNIT1  = 'nm'"})
  void cardOfTheAxisThatStandsTwice_isRefusedByName(String again) {
    ReadResult result = result(with("CDELT1  = 2", again));

    assertThat(detail(result)).isEqualTo("AXIS_CARD_REPEATED");
    assertThat(message(result)).contains(again.substring(0, 8).strip());
  }

  @Test
  void cardThatSaysTheSameTwice_isNoDoubt() {
    assertThat(read(with("CDELT1  = 2", "CRVAL1  = 4000.0", "CDELT1  = 2.")).notes()).isEmpty();
  }

  @Test
  void stepThatStandsTwice_isNotNeededBesideAMatrix() {
    ReadResult.Read read = read(with("CD1_1   = 2", "CDELT1  = 2", "CDELT1  = 1"));

    assertThat(read.spectra().get(0).axis().values()).containsExactly(4000, 4002, 4004);
    assertThat(read.notes()).anyMatch(note -> note.startsWith("CDELT1 stands more than once"));
  }

  @Test
  void otherCardsThatStandTwice_sayNothingAndAreNoted() {
    ReadResult.Read read =
        read(
            with(
                "CDELT1  = 2",
                "DATE-OBS= '2023-05-26T21:00:00'",
                "DATE-OBS= '2023-06-26T21:00:00'",
                "AIRORVAC= 'air'",
                "AIRORVAC= 'vac'"));

    assertThat(read.observation().time()).isNull();
    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
    assertThat(read.notes())
        .anyMatch(note -> note.startsWith("DATE-OBS stands more than once in HDU 0"))
        .anyMatch(note -> note.startsWith("AIRORVAC stands more than once in HDU 0"));
  }

  private static String[] with(String... cards) {
    String[] all = Arrays.copyOf(WAVELENGTH, WAVELENGTH.length + cards.length);
    System.arraycopy(cards, 0, all, WAVELENGTH.length, cards.length);
    return all;
  }

  private static SpectralAxis axis(String... cards) {
    return read(cards).spectra().get(0).axis();
  }

  private static ReadResult.Read read(String... cards) {
    ReadResult result = result(cards);
    assertThat(result).as(List.of(cards).toString()).isInstanceOf(ReadResult.Read.class);
    return (ReadResult.Read) result;
  }

  private static ReadResult result(String... cards) {
    return SpectrumReader.standard()
        .read("x.fits", FitsBytes.image(new float[] {1, 2, 3}, cards).bytes());
  }

  private static String detail(ReadResult result) {
    return result.match(ReadResult.Read::profile, rejected -> rejected.refusal().detail());
  }

  private static String message(ReadResult result) {
    return result.match(ReadResult.Read::profile, rejected -> rejected.refusal().message());
  }
}

package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.fits.testing.FitsBytes;
import org.novacat.layouts.account.Fate;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/** What is stated of a FITS file beside it. */
class StatedReadingTest {
  private static final String[] BARE = {
    "CTYPE1  = 'WAVELENGTH'", "CRVAL1  = 380.0", "CRPIX1  = 1.0", "CDELT1  = 1.6"
  };

  /** What the refusal of a file without a unit advises. */
  @Test
  void unitThatIsMissing_isTheStatedOne() {
    ReadResult.Rejected refused = (ReadResult.Rejected) read(Map.of());
    StatedFact asked = StatedFact.of(refused.refusal().facts().get("state")).orElseThrow();

    SourceSpectrum spectrum = spectrum(Map.of(asked, "nm"));

    assertThat(refused.refusal().message()).contains("or state wavelength_unit in a sidecar");
    assertThat(spectrum.axis().unit()).isEqualTo("nm");
    assertThat(spectrum.axis().unitAssumed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"CUNIT1  = 'furlongs'", "CUNIT1  = 'pixel'"})
  void unitThatIsNoLength_isTheStatedOneWithANote(String card) {
    ReadResult.Rejected refused = (ReadResult.Rejected) read(Map.of(), card);
    StatedFact asked = StatedFact.of(refused.refusal().facts().get("state")).orElseThrow();

    ReadResult.Read read = (ReadResult.Read) read(Map.of(asked, "nm"), card);
    assertThat(read.spectra().get(0).axis().unit()).isEqualTo("nm");
    assertThat(read.notes()).anyMatch(note -> note.contains("is no length; wavelength_unit"));
  }

  @Test
  void fluxUnitThatNobodyKnows_isTheStatedOneWithANote() {
    ReadResult.Read read =
        (ReadResult.Read)
            read(Map.of(StatedFact.FLUX_UNIT, "Jy"), "CUNIT1  = 'nm'", "BUNIT   = 'florps'");

    assertThat(read.spectra().get(0).flux().unit()).isEqualTo("Jy");
    assertThat(read.notes()).anyMatch(note -> note.contains("'florps' by the file, is not known"));
  }

  @Test
  void tableWithoutUnits_isReadInTheStatedOnes() {
    byte[] file =
        new SyntheticTable()
            .column("WAVE", "", new double[] {400, 401, 402})
            .column("FLUX", "", new double[] {1, 2, 3})
            .bytes();

    ReadResult.Read read =
        (ReadResult.Read)
            SpectrumReader.standard()
                .read(
                    "x.fits",
                    file,
                    facts(
                        Map.of(
                            StatedFact.WAVELENGTH_UNIT, "nm (air)", StatedFact.FLUX_UNIT, "Jy")));
    SourceSpectrum spectrum = read.spectra().get(0);
    assertThat(spectrum.axis().unit()).isEqualTo("nm");
    assertThat(spectrum.axis().medium()).isEqualTo(Medium.AIR);
    assertThat(spectrum.flux().calibration()).isEqualTo(FluxCalibration.ABSOLUTE);
    assertThat(read.account())
        .anyMatch(piece -> piece.name().equals("flux_unit = Jy") && piece.fate() == Fate.USED);
  }

  @ParameterizedTest
  @CsvSource({
    "CUNIT1  = 'Angstrom', wavelength_unit, nm, AXIS_UNIT_CONTRADICTED",
    "CUNIT1  = 'nm', wavelength_unit, parsec jumps, AXIS_UNIT_UNKNOWN",
    "CUNIT1  = 'nm', flux_unit, blobs, FLUX_UNIT_UNKNOWN"
  })
  void unitThatCannotBe_isRefused(String card, String fact, String text, String detail) {
    ReadResult.Rejected refused =
        (ReadResult.Rejected) read(Map.of(StatedFact.of(fact).orElseThrow(), text), card);

    assertThat(refused.refusal().detail()).isEqualTo(detail);
    assertThat(refused.refusal().message()).contains("sidecar x");
  }

  @Test
  void factsOfTheObservation_fillWhatTheFileLeavesOut() {
    Observation observation =
        observation(
            Map.of(
                StatedFact.DATE, "2013-08-16T22:20:00",
                StatedFact.TIME_PRECISION_DAYS, "0.01",
                StatedFact.EXPOSURE_SECONDS, "1200",
                StatedFact.OBJECT, "V339 Del",
                StatedFact.RA_DEG, "305.878",
                StatedFact.DEC_DEG, "20.768",
                StatedFact.MEDIUM, "vacuum"));

    assertThat(observation.time().mjd()).isCloseTo(56520.930556, within(1e-6));
    assertThat(observation.time().precisionDays()).isEqualTo(0.01);
    assertThat(observation.exposureSeconds()).isEqualTo(1200);
    assertThat(observation.object()).isEqualTo("V339 Del");
    assertThat(observation.raDeg()).isEqualTo(305.878);
  }

  @ParameterizedTest
  @CsvSource({
    "DATE-OBS= '2013-08-16T22:20:00', date, 2013-08-17T22:20:00, is said differently",
    "EXPTIME = 300, exposure_seconds, 1200, The exposure time is 300.0 s",
    "OBJECT  = 'V339 Del', object, GK Per, What is said of the object differs",
    "BUNIT   = 'Jy', flux_unit, erg/s/cm2/A, The unit of the flux is 'Jy' by the file",
    "VACUUM  = T, medium, air, their medium is not known"
  })
  void factThatTheFileContradicts_leavesItUnknownWithANote(
      String card, String fact, String text, String note) {
    ReadResult.Read read =
        (ReadResult.Read)
            read(Map.of(StatedFact.of(fact).orElseThrow(), text), card, "CUNIT1  = 'nm'");

    assertThat(read.notes()).anyMatch(one -> one.contains(note));
    assertThat(read.observation().time()).isNull();
    assertThat(read.observation().exposureSeconds()).isNull();
    assertThat(read.observation().object()).isEmpty();
    assertThat(read.spectra().get(0).flux().unit()).isEmpty();
    assertThat(read.spectra().get(0).axis().medium()).isEqualTo(Medium.UNKNOWN);
  }

  @Test
  void factThatTheFileSaysToo_changesNothing() {
    String[] cards = {"CUNIT1  = 'nm'", "OBJECT  = 'V339 Del'", "EXPTIME = 300"};
    ReadResult.Read plain = (ReadResult.Read) read(Map.of(), cards);
    ReadResult.Read told =
        (ReadResult.Read)
            read(
                Map.of(
                    StatedFact.WAVELENGTH_UNIT, "nanometer",
                    StatedFact.OBJECT, "v339del",
                    StatedFact.EXPOSURE_SECONDS, "300"),
                cards);

    assertThat(told.observation()).isEqualTo(plain.observation());
    assertThat(told.notes()).isEqualTo(plain.notes());
  }

  @Test
  void columnsOfFits_areNotChosenByHand() {
    ReadResult.Read read =
        (ReadResult.Read) read(Map.of(StatedFact.FLUX_COLUMN, "2"), "CUNIT1  = 'nm'");

    assertThat(read.notes())
        .anyMatch(note -> note.contains("of columns (flux_column) is not used"));
  }

  @Test
  void originOfASpectrum_changesNothingOfHowItIsRead() {
    ReadResult.Read plain = (ReadResult.Read) read(Map.of(), "CUNIT1  = 'nm'");
    ReadResult.Read told =
        (ReadResult.Read)
            read(
                Map.of(
                    StatedFact.SOURCE_TYPE, "synthetic",
                    StatedFact.FLUX_TYPE, "intensity",
                    StatedFact.SIMULATOR, "CMFGEN",
                    StatedFact.TEFF, "12000",
                    StatedFact.LOGG, "1.5",
                    StatedFact.FEH, "0"),
                "CUNIT1  = 'nm'");

    assertThat(told).usingRecursiveComparison().ignoringFields("account").isEqualTo(plain);
    assertThat(told.account())
        .filteredOn(piece -> piece.kind().equals("stated"))
        .hasSize(6)
        .allMatch(piece -> piece.fate() == Fate.USED);
  }

  private static SourceSpectrum spectrum(Map<StatedFact, String> facts) {
    return ((ReadResult.Read) read(facts)).spectra().get(0);
  }

  private static Observation observation(Map<StatedFact, String> facts) {
    return ((ReadResult.Read) read(facts, "CUNIT1  = 'nm'")).observation();
  }

  private static ReadResult read(Map<StatedFact, String> facts, String... cards) {
    String[] all = new String[BARE.length + cards.length];
    System.arraycopy(BARE, 0, all, 0, BARE.length);
    System.arraycopy(cards, 0, all, BARE.length, cards.length);
    byte[] file = FitsBytes.image(new float[] {1, 2, 3}, all).bytes();
    return SpectrumReader.standard().read("x.fits", file, facts(facts));
  }

  private static StatedFacts facts(Map<StatedFact, String> facts) {
    Map<StatedFact, String> all = new EnumMap<>(StatedFact.class);
    all.putAll(facts);
    return new StatedFacts(all, "sidecar x");
  }
}

package org.novacat.transforms.photometry.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.DataOrigin;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Origin;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.ResolutionType;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.band.BandAssertions;

class RowAssemblerTest {
  @Test
  void silentFile_isCompletedByTheBand() {
    PhotometryRow row = Rows.row(Rows.measurement("SDSS g", Rows.magnitude(12.3)));

    assertThat(row.band().bandId()).isEqualTo("SLOAN_SDSS_g");
    assertThat(row.measurement().spectral()).isEqualTo(new SpectralCoordinate(4671.78, "Angstrom"));
    assertThat(row.measurement().magSystem()).isEqualTo("AB");
    assertThat(row.measurement().object()).isEmpty();
    assertThat(row.baryTdbMjd()).isNotNull();
  }

  @Test
  void whatTheFileStates_stays() {
    Measurement stated =
        new Measurement(
            7,
            "",
            Rows.epoch(50_000),
            "5 GHz",
            null,
            "ST",
            Brightness.detection(Quantity.FLUX_DENSITY, "mJy", -0.3, 0.1),
            2,
            4,
            "seen through clouds",
            Origin.UNKNOWN);

    PhotometryRow row = Rows.row(stated);

    assertThat(row.measurement().spectral()).isEqualTo(new SpectralCoordinate(5, "GHz"));
    assertThat(row.measurement().brightness().value()).isEqualTo(-0.3);
    assertThat(row.measurement().magSystem()).as("a flux has none").isNull();
    assertThat(row.measurement().qualityFlag()).isEqualTo(2);
    assertThat(row.measurement().qualityBits()).isEqualTo(4);
    assertThat(row.measurement().notes()).isEqualTo("seen through clouds");
  }

  @Test
  void statedMagnitudeSystem_isStrongerThanThatOfTheBand() {
    Measurement silent = Rows.measurement("V", Rows.magnitude(12.3));
    Measurement stated =
        new Measurement(
            1, "", silent.epoch(), "V", null, "AB", silent.brightness(), 0, 0, "", Origin.UNKNOWN);

    assertThat(Rows.row(silent).measurement().magSystem()).isEqualTo("Vega");
    assertThat(Rows.row(stated).measurement().magSystem()).isEqualTo("AB");
  }

  @ParameterizedTest
  @CsvSource({
    "-10.001, VALUE_OUT_OF_RANGE",
    "-10, ''",
    "-0.5, ''",
    "35, ''",
    "35.001, VALUE_OUT_OF_RANGE",
    "NaN, VALUE_OUT_OF_RANGE"
  })
  void magnitude_isBetweenMinus10And35(double value, String code) {
    Brightness seen = Brightness.detection(Quantity.MAGNITUDE, "mag", value, null);
    Brightness unseen = Brightness.limit(Quantity.MAGNITUDE, "mag", value, null);

    assertThat(code(Rows.measurement("V", seen))).isEqualTo(code);
    assertThat(code(Rows.measurement("V", unseen))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "-21504.1, EPOCH_OUT_OF_RANGE", // 1799 December 31
    "-21504, ''",
    "15437, ''", // GK Per in 1901
    "61000, ''",
    "61000.1, EPOCH_OUT_OF_RANGE",
    "7599999, EPOCH_OUT_OF_RANGE" // the Julian Date 9999999.5
  })
  void epoch_isBetween1800AndNow(double mjd, String code) {
    assertThat(code(Rows.measurement(1, Rows.epoch(mjd), "V", Rows.magnitude(12), Origin.UNKNOWN)))
        .isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Jy, ''",
    "uJy, ''",
    "erg/cm2/s, ''",
    "ph/cm2/s, ''",
    "W/m2, UNIT_UNKNOWN",
    "'', UNIT_UNKNOWN"
  })
  void flux_hasAUnitOfTheTable(String unit, String code) {
    Brightness flux = Brightness.detection(Quantity.FLUX_DENSITY, unit, 1, null);

    assertThat(code(Rows.measurement("5 GHz", flux))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "Q9, BAND_UNRECOGNIZED",
    "'', BAND_MISSING",
    "STD, BAND_EXCLUDED",
    "5 GHz, BAND_CONTEXT_CONFLICT"
  })
  void bandThatCannotBe_isRejectedWithItsCode(String band, String code) {
    assertThat(code(Rows.measurement(band, Rows.magnitude(12)))).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "V, UNSUPPORTED_QUANTITY",
    "UVW2, UNSUPPORTED_QUANTITY",
    "5 GHz, UNSUPPORTED_QUANTITY",
    "0.3-10 keV, ''"
  })
  void countsOfADetector_areOfXraysAndGammaRaysAlone(String band, String code) {
    Brightness counts = Brightness.detection(Quantity.COUNT_RATE, "ct/s", 1.2, 0.1);

    assertThat(code(Rows.measurement(band, counts))).isEqualTo(code);
  }

  @Test
  void ambiguousBand_isRejectedWithItsCandidates() {
    RejectedRow row =
        Rows.assemble(Rows.measurement("W1", Rows.magnitude(12)))
            .match(accepted -> null, RowResult.Rejected::row);

    assertThat(row.candidates()).containsExactly("Swift_UVOT_UVW1", "WISE_W1");
    assertThat(row.withText("50000 12 W1").text()).isEqualTo("50000 12 W1");
  }

  @Test
  void sidecar_decidesTheBand() {
    BandAssertions sidecar = new BandAssertions("B", Map.of("x", "V"));
    Measurement other = Rows.measurement("y", Rows.magnitude(12));
    Measurement named = Rows.measurement("x", Rows.magnitude(12));

    assertThat(band(named, sidecar)).isEqualTo("Generic_V");
    assertThat(band(other, sidecar)).isEqualTo("Generic_B");
  }

  @ParameterizedTest
  @CsvSource({
    "Johnson V, 0.02, 0, 0, 0",
    "Johnson V, 0.5, 0, 0, 0",
    "Johnson V, 0.51, 0, 1, 2",
    "Johnson V, 1.01, 0, 2, 2",
    "Johnson V, 0.02, 1, 1, 1", // uncertain
    "Johnson V, 0.02, 4, 2, 4", // saturated
    "Johnson V, 0.02, 8, 2, 8", // blended
    "Johnson V, 0.02, 256, 1, 256", // not validated
    "V, 0.02, 0, 0, 64",
    "CV, 0.02, 0, 1, 64",
    "Vis, 0.02, 0, 1, 64",
    "TG, 0.02, 0, 1, 64"
  })
  void quality_followsFromErrorAndBand(String band, double error, int bits, int flag, int allBits) {
    Brightness brightness = Brightness.detection(Quantity.MAGNITUDE, "mag", 12, error);
    Measurement measurement = Rows.measurement(band, brightness).withQualityBits(bits);

    PhotometryRow row = Rows.row(measurement);

    assertThat(row.measurement().qualityFlag()).isEqualTo(flag);
    assertThat(row.measurement().qualityBits()).isEqualTo(allBits);
  }

  @Test
  void epochThatWasReinterpreted_isMarked() {
    Measurement measurement =
        Rows.measurement(
            1,
            Rows.epoch(50_000, TimeScale.UTC, TimeReference.GEO, true),
            "Johnson V",
            Rows.magnitude(12),
            Origin.UNKNOWN);

    assertThat(Rows.row(measurement).measurement().qualityBits()).isEqualTo(128);
  }

  @Test
  void atomicTime_isKeptAsTerrestrialTime() {
    Measurement measurement =
        Rows.measurement(
            1,
            Rows.epoch(50_000, TimeScale.TAI, TimeReference.GEO, false),
            "V",
            Rows.magnitude(12),
            Origin.UNKNOWN);

    PhotometryRow row = Rows.row(measurement);

    assertThat(row.measurement().epoch().scale()).isEqualTo(TimeScale.TT);
    assertThat((row.measurement().epoch().mjd() - 50_000) * 86_400).isCloseTo(32.184, within(1e-5));
    assertThat(row.baryTdbMjd())
        .isEqualTo(
            Rows.row(
                    Rows.measurement(
                        1, row.measurement().epoch(), "V", Rows.magnitude(12), Origin.UNKNOWN))
                .baryTdbMjd());
  }

  @Test
  void badOfTheSource_staysBad() {
    Measurement bad =
        new Measurement(
            1,
            "",
            Rows.epoch(50_000),
            "Vis",
            null,
            null,
            Rows.magnitude(8),
            3,
            0,
            "",
            Origin.UNKNOWN);

    assertThat(Rows.row(bad).measurement().qualityFlag()).isEqualTo(3);
  }

  @Test
  void errorsOfAFlux_becomeOneAndARemark() {
    Brightness flux =
        new Brightness(Quantity.FLUX_DENSITY, "erg/cm2/s", 1e-12, null, 1e-13, 3e-13, null, null);

    Measurement measurement = Rows.row(Rows.measurement("0.3-10 keV", flux)).measurement();

    assertThat(measurement.brightness().error()).isEqualTo(2e-13);
    assertThat(measurement.brightness().errorLow()).isNull();
    assertThat(measurement.notes()).isEqualTo("errors -1.0E-13 +3.0E-13");
  }

  @Test
  void referenceThatIsNoBibcode_isARemark() {
    Measurement measurement =
        Rows.measurement(
            1, Rows.epoch(50_000), "V", Rows.magnitude(12), Rows.published("Smith et al."));

    PhotometryRow row = Rows.row(measurement);

    assertThat(row.measurement().origin().bibcode()).isEmpty();
    assertThat(row.measurement().notes()).isEqualTo("reference Smith et al.");
  }

  @Test
  void conflictWithTheSidecar_isTold() {
    RowResult result =
        Rows.ASSEMBLER.assemble(
            Rows.measurement("B", Rows.magnitude(12)),
            Rows.NOVA,
            Rows.upload("a", DataOrigin.OPERATOR_UPLOAD),
            new BandAssertions("V", Map.of()));

    assertThat(result.<String>match(RowResult.Accepted::conflict, rejected -> "none"))
        .contains("the sidecar says Generic_V");
    assertThat(
            result.<ResolutionType>match(
                accepted -> accepted.row().band().type(), rejected -> null))
        .isEqualTo(ResolutionType.SIDECAR_ASSERTION);
  }

  @Test
  void everyRejection_namesItsRow() {
    Measurement measurement =
        Rows.measurement(42, Rows.epoch(50_000), "Q9", Rows.magnitude(12), Origin.UNKNOWN);

    assertThat(
            Rows.assemble(measurement)
                .<List<Integer>>match(
                    accepted -> List.of(), rejected -> List.of(rejected.row().sourceRow())))
        .containsExactly(42);
  }

  private static String band(Measurement measurement, BandAssertions sidecar) {
    return Rows.ASSEMBLER
        .assemble(measurement, Rows.NOVA, Rows.upload("a", DataOrigin.OPERATOR_UPLOAD), sidecar)
        .match(accepted -> accepted.row().band().bandId(), rejected -> "");
  }

  private static String code(Measurement measurement) {
    return Rows.assemble(measurement)
        .match(accepted -> "", rejected -> rejected.row().code().name());
  }
}

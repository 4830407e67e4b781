package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.photometry.FileRefusalCode.UNCALIBRATED_FLUX;
import static org.novacat.layouts.photometry.FileRefusalCode.UNSUPPORTED_QUANTITY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.upload.Upload;

/** What kind of number a value is: quantity, unit, zero point, system (accounting, kinds). */
class KindReadingTest {
  @ParameterizedTest
  @CsvSource({"DIF", "DIFF", "STEP", "differential", "inst", "Instrumental", "delta"})
  void magnitudeThatARowCallsItsOwn_isRejected(String kind) {
    Reading reading = rows("MJD,mag,band,mtype", "59291.1,9.6,V,STD", "59292.1,-1.2,V," + kind);

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.codes()).containsExactly(RowRejectionCode.UNSUPPORTED_QUANTITY);
    assertThat(reading.rejected().get(0).detail()).contains("mtype").contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "type,standard,instrumental,UNSUPPORTED_QUANTITY",
    "kind,observed,differential,UNSUPPORTED_QUANTITY",
    "datatype,observed,model,NOT_OBSERVED",
    "data_type,measured,interpolated,NOT_OBSERVED",
    "class,data,synthetic,NOT_OBSERVED"
  })
  void kindInAColumnOfACommonName_isToldByItsCells(
      String name, String good, String bad, RowRejectionCode code) {
    String header = "MJD,mag,err,band," + name;
    Reading reading =
        rows(header, "59291.1,9.6,0.1,V," + good, "59292.1,9,0.1,V," + good, "59293,9,1,V," + bad);

    assertThat(reading.rows()).hasSize(2).allMatch(row -> row.qualityFlag() == 0);
    assertThat(reading.codes()).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mag (mmag)", "mag [mmag]", "V (mmag)", "mag (millimag)"})
  void thousandthsOfAMagnitude_areRefused(String header) {
    Reading reading = rows("MJD,%s,band".formatted(header), "59291.1,3.2,V", "59292.1,12300,V");

    assertThat(reading.refusal().code()).isEqualTo(UNSUPPORTED_QUANTITY);
    assertThat(reading.refusal().message()).contains("thousandths");
  }

  @ParameterizedTest
  @CsvSource({"phys.magAbs;em.opt.V,", "phot.mag,Absolute V magnitude"})
  void absoluteMagnitude_isRefused(String ucd, String description) {
    String text =
        VoTableSamples.of(
            "<FIELD name='MJD' datatype='double' ucd='time.epoch'/>"
                + "<FIELD name='mag' datatype='double' unit='mag' ucd='%s'><DESCRIPTION>%s</DESCRIPTION></FIELD>"
                    .formatted(ucd, description == null ? "" : description),
            "<TR><TD>59291.1</TD><TD>-9.3</TD></TR>");

    assertThat(Reading.of("a.vot", text, "{\"band\": \"V\"}").refusal().code())
        .isEqualTo(UNSUPPORTED_QUANTITY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Differential V magnitude (nova minus comparison)",
        "Instrumental magnitude in V",
        "V magnitude difference",
        "Nova minus comparison star, V"
      })
  void magnitudeThatItsExplanationCallsDifferential_isRefused(String explanation) {
    String text =
        Reading.lines(
            "Byte-by-byte Description of file: t.txt",
            "-".repeat(80),
            "   Bytes Format Units   Label   Explanations",
            "-".repeat(80),
            "   1- 10 F10.4  d       MJD     Modified Julian Date",
            "  12- 16 F5.3   mag     Vmag    " + explanation,
            "-".repeat(80),
            "59291.1000 1.300",
            "59292.1000 1.400");

    assertThat(Reading.of("a.txt", text).refusal().code()).isEqualTo(UNSUPPORTED_QUANTITY);
  }

  @Test
  void unitOfARowAgainstTheHeader_holdsAndCostsTrust() {
    Reading reading =
        rows("MJD,flux (mJy),band,flux_unit", "59291.1,9.6,r,uJy", "59292.1,9.6,r,mJy");

    assertThat(reading.row().brightness().unit()).isEqualTo("uJy");
    assertThat(reading.row().notes()).contains("flux_unit");
    assertThat(reading.rows().get(0).qualityFlag()).isEqualTo(1);
    assertThat(reading.rows().get(1).qualityFlag()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"! MJD; Swift XRT hardness ratio", "LAB Y Hardness Ratio", "! time, photon index"})
  void hardnessRatio_isNoRate(String line) {
    String text =
        Reading.lines("READ TERR 1", "READ SERR 2", "! MJD", line, "59291.1 1 -1 0.8 0.1");

    assertThat(Reading.of("a.qdp", text).refusal().code()).isEqualTo(UNSUPPORTED_QUANTITY);
  }

  @Test
  void kindThatNobodyKnows_costsTrust() {
    Measurement row = rows("MJD,mag,band,mtype", "59291.1,9.6,V,XYZ").row();

    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.notes()).contains("mtype").contains("XYZ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dmag",
        "delta mag",
        "delta_mag",
        "V-C",
        "inst_mag",
        "instrumental magnitude",
        "diffmag",
        "InstMag",
        "mag (instrumental)",
        "mag [diff]",
        "raw_mag",
        "Δmag"
      })
  void differentialOrInstrumentalMagnitude_isRefused_andASidecarKeepsItAsSuch(String header) {
    String text = Reading.lines("MJD;%s;err;band".formatted(header), "59291.1;-1.234;0.01;V");

    Reading bare = Reading.of("a.csv", text);
    Reading kept = Reading.of("a.csv", text, "{\"magnitude-system\": \"INSTRUMENTAL\"}");

    assertThat(bare.refusal().code()).isEqualTo(UNSUPPORTED_QUANTITY);
    assertThat(bare.refusal().remedy()).contains("\"magnitude-system\": \"INSTRUMENTAL\"");
    assertThat(kept.row().magSystem()).isEqualTo("INSTRUMENTAL");
    assertThat(kept.row().brightness().value()).isEqualTo(-1.234);
    assertThat(kept.row().qualityFlag()).isZero();
  }

  @Test
  void differentialMagnitudeThatASidecarCallsVega_costsTrust() {
    Reading reading =
        Reading.of(
            "a.csv", "MJD,inst_mag,band\n59291.1,-9,V\n", "{\"magnitude-system\": \"Vega\"}");

    assertThat(reading.row().qualityFlag()).isEqualTo(1);
    assertThat(reading.row().notes()).contains("inst_mag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log flux (erg/cm2/s)",
        "logF (erg/cm2/s)",
        "log10_flux",
        "lgF",
        "flux (dex)",
        "flux (log erg/cm2/s)",
        "log_Fx (erg/s/cm2)",
        "logFlux"
      })
  void logarithmOfAFlux_isRefused_alsoWhenASidecarCallsItAFlux(String header) {
    String text = Reading.lines("MJD;%s;err;band".formatted(header), "60991.1;-12.5;0.1;V");

    assertThat(Reading.of("a.csv", text).refusal().code()).isEqualTo(UNSUPPORTED_QUANTITY);
    assertThat(Reading.of("a.csv", text, "{\"columns\": {\"2\": \"flux\"}}").refusal().remedy())
        .contains("10 to the power");
  }

  @ParameterizedTest
  @CsvSource({
    "nJy,uJy,1e-3",
    "nmgy,uJy,3.631",
    "nanomaggies,uJy,3.631",
    "maggies,Jy,3631",
    "kJy,Jy,1e3",
    "W/m2,erg/cm2/s,1e3",
    "W m-2,erg/cm2/s,1e3",
    "mW/m2,erg/cm2/s,1",
    "1e-12 erg/cm2/s,erg/cm2/s,1e-12",
    "10^-12 erg/s/cm2,erg/cm2/s,1e-12",
    "10-15W/m2,erg/cm2/s,1e-12",
    "10**-13 erg cm-2 s-1,erg/cm2/s,1e-13",
    "erg/(s cm2),erg/cm2/s,1",
    "erg/(cm2 s A),erg/cm2/s/A,1",
    "W/m2/um,erg/cm2/s/A,0.1",
    "ph/m2/s,ph/cm2/s,1e-4"
  })
  void unitsThatNoTableHolds_areConverted(String unit, String canonical, double factor) {
    String text = Reading.lines("MJD;flux;err;band", "59291.1;2;0.2;V", "59292.1;-2;0.2;V");

    Reading reading = Reading.of("a.csv", text, "{\"unit\": \"%s\"}".formatted(unit));
    Brightness brightness = reading.row().brightness();

    assertThat(brightness.unit()).isEqualTo(canonical);
    assertThat(brightness.value()).isEqualTo(2 * factor, within(1e-9 * factor));
    assertThat(brightness.error()).isEqualTo(0.2 * factor, within(1e-9 * factor));
    assertThat(reading.rows().get(1).brightness().value()).isNegative();
  }

  @ParameterizedTest
  @CsvSource({"DN", "ADU", "counts", "e-", "electrons", "e-/s", "DN/s", "'''electron''.s**-1'"})
  void detectorUnits_needAZeroPoint_andWithItAreJansky(String unit) {
    String text = Reading.lines("MJD;flux (%s);band".formatted(unit), "59291.1;1000;V");

    Reading bare = Reading.of("a.csv", text);
    Reading mended = Reading.of("a.csv", text, "{\"zero-point\": 25}");

    assertThat(bare.refusal().code()).isEqualTo(UNCALIBRATED_FLUX);
    assertThat(bare.refusal().remedy()).contains("zero-point").doesNotContain("mJy");
    assertThat(mended.row().brightness().unit()).isEqualTo("Jy");
    assertThat(mended.row().brightness().value()).isEqualTo(3.631e-4, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"flux", "rel_flux", "adu", "net_counts", "norm_flux", "rel_flux_T1"})
  void fluxWithoutAUnit_isJansky_whenASidecarGivesAZeroPoint(String header) {
    String text = Reading.lines("MJD,%s,band".formatted(header), "59291.1,1000,V");

    Brightness brightness = Reading.of("a.csv", text, "{\"zero-point\": 25}").row().brightness();

    assertThat(brightness.value()).isEqualTo(3.631e-4, within(1e-12));
  }

  @Test
  void zeroPointsOfRows_makeJansky_ofAbMagnitudesOnly() {
    Reading reading =
        rows(
            "mjd,flux,fluxerr,zp,magsys,filter",
            "59291.4,1500,50,25.0,ab,ztfg",
            "59292.4,-20,50,25.0,AB,ztfr",
            "59293.4,150,5,23.9,ab,ztfr",
            "59294.4,150,5,23.9,vega,ztfr",
            "59295.4,150,5,,ab,ztfr");

    assertThat(reading.rows()).extracting(m -> m.brightness().unit()).containsOnly("Jy");
    assertThat(reading.row().brightness().value()).isEqualTo(5.4465e-4, within(1e-9));
    assertThat(reading.row().brightness().error()).isEqualTo(1.8155e-5, within(1e-10));
    assertThat(reading.rows().get(1).brightness().value()).isEqualTo(-7.262e-6, within(1e-11));
    assertThat(reading.rows().get(2).brightness().value()).isEqualTo(1.5e-4, within(1e-7));
    assertThat(reading.codes())
        .containsExactly(RowRejectionCode.UNIT_UNKNOWN, RowRejectionCode.UNIT_UNKNOWN);
  }

  @Test
  void zeroPointsOfNoSystem_areRefusedByTheNameOfTheirColumn_andASidecarMendsIt() {
    String text = Reading.lines("mjd,flux,zeropoint,band", "59291.4,1500,25.0,g");

    Reading bare = Reading.of("a.csv", text);

    assertThat(bare.refusal().code()).isEqualTo(UNCALIBRATED_FLUX);
    assertThat(bare.refusal().message()).contains("'zeropoint'");
    assertThat(bare.refusal().remedy()).contains("\"magnitude-system\": \"AB\"");
    assertThat(
            Reading.of("a.csv", text, "{\"magnitude-system\": \"AB\"}").row().brightness().value())
        .isEqualTo(5.4465e-4, within(1e-9));
    assertThat(Reading.of("a.csv", text, "{\"zero-point-jy\": 3631}").row().brightness().value())
        .isEqualTo(5.4465e-4, within(1e-9));
  }

  @Test
  void zeroPointOfTheHeader_counts_whenItIsOneOfAbMagnitudes() {
    String sure = Reading.lines("# ZP = 25.0 (AB)", "mjd,flux,band", "59291.4,1500,g");
    String unsure = Reading.lines("# ZP = 25.0", "mjd,flux,band", "59291.4,1500,g");

    assertThat(Reading.of("a.csv", sure).row().brightness().value())
        .isEqualTo(5.4465e-4, within(1e-9));
    assertThat(Reading.of("a.csv", unsure).codes()).containsExactly(RowRejectionCode.UNIT_UNKNOWN);
  }

  @Test
  void unitsOfRows_sayWhetherTheValueIsAMagnitude() {
    Reading reading =
        rows(
            "obsdate,flux,flux_unit,filter",
            "2021-03-18 10:10:12,17.9,ABMag,g",
            "2021-03-19 10:10:12,17.4,VegaMag,V",
            "2021-03-20 10:10:12,3.5,mJy,g",
            "2021-03-21 10:10:12,3500,nJy,g",
            "2021-03-22 10:10:12,3.5,furlong,g");

    assertThat(reading.rows())
        .extracting(Measurement::magSystem)
        .containsExactly("AB", "Vega", null, null);
    assertThat(reading.rows())
        .extracting(m -> m.brightness().quantity())
        .containsExactly(
            Quantity.MAGNITUDE, Quantity.MAGNITUDE, Quantity.FLUX_DENSITY, Quantity.FLUX_DENSITY);
    assertThat(reading.rows().get(3).brightness().value()).isEqualTo(3.5, within(1e-12));
    assertThat(reading.rejected().get(0).detail()).contains("flux_unit").contains("furlong");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "MJD;mag;band;magsys|59291.1;17.9;r;vega|Vega",
        "MJD;mag;band;zpsys|59291.1;17.9;r;Vega|Vega",
        "MJD;mag;band;system|59291.1;17.9;V;AB|AB",
        "MJD;mag;band;MagSys|59291.1;17.9;V;ABmag|AB",
        "MJD;mag (Vega);band;x|59291.1;17.9;r;1|Vega",
        "MJD;mag(AB);band;x|59291.1;17.9;V;1|AB",
        "MJD;mag [AB mag];band;x|59291.1;17.9;V;1|AB",
        "MJD;V_AB;e_V_AB;x|59291.1;17.9;0.1;1|AB",
        "MJD;V (AB);eV;x|59291.1;17.9;0.1;1|AB",
        "MJD;r_Vega;eV;x|59291.1;17.9;0.1;1|Vega"
      })
  void systemOfARow_isWhatTheFileSays(String header, String row, String system) {
    assertThat(rows(header, row).row().magSystem()).isEqualTo(system);
  }

  @ParameterizedTest
  @CsvSource({
    "all magnitudes are AB,AB",
    "Magnitudes are in the Vega system,Vega",
    "Vega magnitudes,Vega",
    "magsys: AB,AB",
    "AB system.,AB"
  })
  void systemOfAllRows_mayBeSaidInAComment(String comment, String system) {
    assertThat(rows("# " + comment, "MJD,mag,band", "59291.1,17.9,r").row().magSystem())
        .isEqualTo(system);
  }

  @Test
  void commentOnTheSystemOfOneBand_saysNothingOfOthers() {
    Reading reading =
        rows("# g and r magnitudes are AB", "MJD,mag,band", "59291.1,17.9,V", "59292.1,17.9,r");

    assertThat(reading.rows()).extracting(Measurement::magSystem).containsOnlyNulls();
  }

  @Test
  void countsByAColumnOfUnits_areJansky_whenASidecarGivesAZeroPoint() {
    String text = Reading.lines("MJD,flux,unit,band", "59291.1,1000,counts,V");

    Brightness brightness = Reading.of("a.csv", text, "{\"zero-point\": 25}").row().brightness();

    assertThat(brightness.unit()).isEqualTo("Jy");
    assertThat(brightness.value()).isEqualTo(3.631e-4, within(1e-12));
  }

  @Test
  void systemThatNobodyKnows_costsTrust_andIsNamed() {
    Measurement row = rows("MJD,mag,band,magsys", "59291.1,17.9,r,natural").row();

    assertThat(row.magSystem()).isNull();
    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.notes()).contains("natural");
  }

  @Test
  void columnAgainstHeader_isBelieved_andNoted() {
    Reading reading = rows("# magsys: AB", "MJD,mag,band,magsys", "59291.1,17.9,r,vega");

    assertThat(reading.row().magSystem()).isEqualTo("Vega");
    assertThat(reading.row().notes()).contains("Vega").contains("AB");
  }

  @Test
  void hostModelsAndCorrections_areNotTheObservedNova() {
    Reading reading =
        rows(
            "MJD,mag,band,host,synthetic,includeshost",
            "59291.1,17.9,r,true,false,false",
            "59292.1,17.9,r,false,true,false",
            "59293.1,17.9,r,false,false,true",
            "59294.1,17.9,r,false,false,false");

    assertThat(reading.codes())
        .containsExactly(RowRejectionCode.NOT_OBSERVED, RowRejectionCode.NOT_OBSERVED);
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(1, 0);
  }

  @Test
  void hostThatIsAName_saysNothing() {
    assertThat(rows("MJD,mag,band,host", "59291.1,17.9,r,NGC 1").row().qualityFlag()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mag_dered", "dereddened mag", "host_mag", "intrinsic_mag"})
  void correctedMagnitude_costsTrust(String header) {
    String text = Reading.lines("MJD,%s,band".formatted(header), "59291.1,17.9,r");

    Measurement row = Reading.of("a.csv", text, "{\"columns\": {\"2\": \"value\"}}").row();

    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.notes()).contains("not as observed");
  }

  @Test
  void zeroPointThatChangesNothing_isSaid() {
    Reading reading = Reading.of("a.csv", "MJD,mag,band\n59291.1,9,V\n", "{\"zero-point\": 20}");

    assertThat(reading.understood().notes()).anyMatch(note -> note.contains("zero-point"));
  }

  @Test
  void zPrimeInAWideTable_isABand_andNoZeroPoint() {
    List<Measurement> rows =
        Reading.of(
                Upload.of("a.csv", "MJD,gp,zp\n59291.1,17.9,17.8\n".getBytes(UTF_8)),
                Reading.SETTINGS.withBands(List.of("gp", "zp")::contains))
            .rows();

    assertThat(rows).extracting(Measurement::band).containsExactly("gp", "zp");
  }

  @Test
  void gBesideBpAndRp_isThatOfGaia_inAWideTableToo() {
    Reading reading =
        Reading.of(
            Upload.of("a.csv", "MJD,G,BP,RP\n59291.1,12.5,12.6,12.1\n".getBytes(UTF_8)),
            Reading.SETTINGS.withBands(List.of("Gaia G", "BP", "RP")::contains));

    assertThat(reading.rows()).extracting(Measurement::band).containsExactly("Gaia G", "BP", "RP");
  }

  @ParameterizedTest
  @CsvSource({"mag AB,AB", "ABmag,AB", "mag_ab,AB", "vega_mag,Vega", "VegaMag,Vega"})
  void systemInTheNameOfTheColumn_isStated(String header, String system) {
    assertThat(rows("MJD," + header + ",band", "59291.1,17.9,r").row().magSystem())
        .isEqualTo(system);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "magnitudes corrected for interstellar extinction",
        "dereddened",
        "instrumental magnitudes",
        "K-corrected",
        "differential mags"
      })
  void commentAgainstTheValues_costsTrust(String comment) {
    Measurement row = rows("# " + comment, "MJD,mag,band", "59291.1,17.9,r").row();

    assertThat(row.qualityFlag()).isEqualTo(1);
    assertThat(row.notes()).contains("the file says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"not corrected for extinction", "not dereddened", "un-dereddened"})
  void commentThatTheyAreAsObserved_costsNone(String comment) {
    assertThat(rows("# " + comment, "MJD,mag,band", "59291.1,17.9,r").row().qualityFlag()).isZero();
  }

  @Test
  void infobitsAndStatusOfForcedPhotometry_lowerTheQuality() {
    String header =
        "index field filter infobitssci zpdiff jd forcediffimflux forcediffimfluxunc procstatus";
    Reading reading =
        Reading.of(
            "a.txt",
            Reading.lines(
                header,
                "0 600 ZTF_g 0 26.2 2460250.75 1500.0 50.0 0",
                "1 600 ZTF_g 0 26.2 2460251.75 1500.0 50.0 56,57",
                "2 600 ZTF_g 33554432 26.2 2460252.75 1500.0 50.0 0"));

    assertThat(reading.format()).isEqualTo("ztf-forced");
    assertThat(reading.rows()).extracting(Measurement::qualityFlag).containsExactly(0, 1, 3);
  }

  private static Reading rows(String... lines) {
    return Reading.of("a.csv", Reading.lines(lines));
  }
}

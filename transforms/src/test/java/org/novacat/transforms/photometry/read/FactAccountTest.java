package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.photometry.FileRefusalCode.TIME_AMBIGUOUS;
import static org.novacat.transforms.photometry.read.Reading.lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say of themselves in values that nobody understands, or twice and differently. */
final class FactAccountTest {
  private static Reading jd(String... above) {
    return Reading.of(
        "x.csv",
        "# Object: V603 Aql\n"
            + lines(above)
            + lines("JD,mag,err,filter", "2459000.25,9.1,0.1,V", "2459001.25,9.2,0.1,V"));
  }

  private static Reading dated(String... above) {
    return Reading.of(
        "x.csv",
        "# Object: V603 Aql\n"
            + lines(above)
            + lines("date,mag,err,filter", "2021-03-18 20:10:00,9.1,0.1,V"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Magnitude system: natural",
        "# Photometric system: own",
        "# TIMESYS = MCT",
        "# Magnitude system: AB\n# Magnitude system: Vega",
        "# Magnitude system: AB\n# All magnitudes are Vega",
        "# Object: V1405 Cas",
        "# TIMESYS = UTC\n# TIMESYS = TDB",
        "# Filter: B",
        "# ZP: 25.0 (instrumental)",
        "# Magnitude type: synthetic",
      })
  void fact_notUnderstoodOrAgainstAnother_costsQuality(String above) {
    Reading read = jd(above);
    assertThat(read.row().qualityFlag()).as(above).isPositive();
    assertThat(read.row().notes()).as(above).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Magnitude system: AB",
        "# Magnitude system: AB (calibrated with PS1)",
        "# TIMESYS = UTC",
        "# TIMESYS = ET",
        "# Filter: Johnson V",
        "# Filter: V\n# Band: Johnson V",
        "# Object: Nova Aql 1918 (V603 Aql)",
        "# time scale: UT\n# all times are UTC",
        "# Magnitude type: apparent",
      })
  void fact_understood_costsNothing(String above) {
    assertThat(jd(above).row().qualityFlag()).as(above).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# Time zone: JST", "# timezone=+09:00", "# Timezone: UTC+9"})
  void zone_ofAComment_isUsedAndCostsNothing(String above) {
    Reading read = dated(above);
    assertThat(read.row().epoch().mjd()).as(above).isCloseTo(59_291.465_278, within(1e-5));
    assertThat(read.row().qualityFlag()).as(above).isZero();
    assertThat(read.understood().account().unaccounted()).as(above).isEmpty();
  }

  private static Reading footed(int rows, String foot) {
    StringBuilder text = new StringBuilder("# Object: V603 Aql\ndate,mag,err,filter\n");
    for (int i = 0; i < rows; i++) {
      text.append("2021-03-18 20:10:").append(10 + i % 50).append(",9.1,0.1,V\n");
    }
    return Reading.of("x.csv", text + foot + "\n");
  }

  /** Nothing is below it, so that it speaks of the rows above, however many they are. */
  @ParameterizedTest
  @ValueSource(ints = {2, 450})
  void zone_belowTheLastRow_movesAll(int rows) {
    Reading read = footed(rows, "# Times are in JST");
    assertThat(read.row().epoch().mjd()).isCloseTo(59_291.465_278, within(1e-3));
    assertThat(read.row().qualityFlag()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "2,# All magnitudes above are upper limits",
    "450,# All magnitudes above are upper limits",
    "450,# zero point offset = 1.2",
  })
  void doubt_belowTheLastRow_costsQuality(int rows, String foot) {
    Reading read = footed(rows, foot);
    assertThat(read.row().qualityFlag()).isPositive();
    assertThat(read.understood().account().unaccounted()).isNotEmpty();
  }

  @Test
  void zone_amongTheRows_isUnaccounted() {
    Reading read =
        Reading.of(
            "x.csv",
            lines(
                "# Object: V603 Aql",
                "date,mag,err,filter",
                "2021-03-18 20:10:00,9.1,0.1,V",
                "# Time zone = JST",
                "2021-03-18 20:20:00,9.1,0.1,V"));
    assertThat(read.understood().account().unaccounted()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Magnitudes: differential (V-C)",
        "# Photometric system: APASS instrumental",
        "# magnitude_type = differential",
        "# MAGTYPE: instrumental",
      })
  void system_ofADetector_isNoStandardOne(String above) {
    assertThat(jd(above).result()).isInstanceOf(PhotometryRead.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"JST,-0.375", "UTC+9,-0.375", "UTC-03:30,0.1458333"})
  void timesys_ofAZone_movesDates(String zone, double days) {
    double moved = dated("# TIMESYS = " + zone).row().epoch().mjd();
    double plain = dated("# TIMESYS = UTC").row().epoch().mjd();
    assertThat(moved - plain).isCloseTo(days, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOCAL", "MST", "observatory", "IST"})
  void timesys_thatNobodyUnderstands_refusesDatesUntilASidecarTells(String scale) {
    Reading refused = dated("# timescale = " + scale);
    assertThat(refused.refusal().code()).isEqualTo(TIME_AMBIGUOUS);
    assertThat(refused.refusal().remedy()).contains("\"time-zone\"");
    Reading told =
        Reading.of(
            "x.csv",
            lines(
                "# Object: V603 Aql",
                "# timescale = " + scale,
                "date,mag,err,filter",
                "2021-03-18 20:10:00,9.1,0.1,V"),
            "{\"time-zone\": \"+01:00\"}");
    assertThat(told.row().epoch().mjd()).isCloseTo(59291.840278 - 1 / 24.0, within(1e-6));
  }

  @Test
  void zones_two_areBothOffered() {
    Reading refused =
        Reading.of(
            "V603_Aql_x.csv",
            lines("# all times JST", "Date (UT),mag,filter", "2021-03-18 20:10:00,9.1,V"));
    assertThat(refused.refusal().remedy()).contains("\"+00:00\" or \"+09:00\"");
  }

  @Test
  void timesys_againstTheHeader_keepsTheHeadersScaleAndCosts() {
    Reading read =
        Reading.of(
            "x.csv",
            lines(
                "# Object: V603 Aql",
                "# TIMESYS = UTC",
                "BJD_TDB,mag,err,filter",
                "2459000.25,9.1,0.1,V"));
    assertThat(read.row().qualityFlag()).isPositive();
    assertThat(read.row().epoch().toString()).contains("TDB");
  }

  @Test
  void nova_otherThanTheFileIsNamedAfter_costsQuality() {
    String text = lines("# Object: V603 Aql", "JD,mag,err,filter", "2459000.25,9.1,0.1,V");
    assertThat(Reading.of("V1405_Cas_x.csv", text).row().qualityFlag()).isPositive();
    assertThat(Reading.of("V603_Aql_x.csv", text).row().qualityFlag()).isZero();
  }

  @Test
  void bands_twoAboveTheRows_costQualityAndAreBothNamed() {
    Reading read =
        Reading.of(
            "x.csv",
            lines(
                "# Object: V603 Aql",
                "# Filter: V",
                "# Filter: B",
                "JD,mag,err",
                "2459000.25,9.1,0.1"));
    assertThat(read.row().qualityFlag()).isPositive();
    assertThat(read.row().notes()).contains("'V'", "'B'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# All magnitudes below are upper limits",
        "# values with err=0 are 3 sigma limits",
        "# magnitudes corrected for A(V)=1.2",
        "# ZP1 = 23.5",
        "# zero point offset = 1.2",
        "# 0.3 mag zero point added",
        "# Title: Upper limits only",
        "Upper limits only",
        "# not detected where err is 9.9",
        "# calibrated to the AB system with PS1, see text",
        "# Limits",
        "# negative errors are limits",
        "# errors are 3 sigma",
        "# 2-sigma errors",
        "# error bars are 90 per cent",
        "# errors in mmag",
        "# values in mJy",
        "# magnitudes are differential",
        "# delta mag relative to the comparison star",
        "# step magnitudes",
        "# target - comp",
        "# Model light curve",
        "# light curve interpolated to 1 d",
        "# NOT CALIBRATED",
        "# comparison star V magnitudes",
        "# Units: mJy",
        "# Next: B",
        "# Times are heliocentric",
        "# JD is BJD_TDB",
        "# times: BJD(TDB)",
        "# JD in TT",
        "# JD - 0.5 d added",
        "# time = JD of start of exposure",
        "# ZP = 25.0 (instrumental)",
      })
  void comment_thatCouldChangeTheRows_isUnaccountedAndCosts(String above) {
    Reading read = jd(above);
    assertThat(read.row().qualityFlag()).as(above).isPositive();
    assertThat(read.understood().account().unaccounted()).as(above).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# upper limits", "# magnitudes are differential", "# NOT CALIBRATED"})
  void comment_thatIsTheOnlyOne_isUnaccountedAndCosts(String above) {
    Reading read = Reading.of("x.csv", lines(above, "MJD mag err band", "59291.1 18.3 0.1 V"));
    assertThat(read.row().qualityFlag()).isEqualTo(1);
    assertThat(read.understood().account().unaccounted()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "HJD,times are heliocentric",
    "BJD,all times are BJD(TDB)",
    "BJD_TDB,Times in TDB",
    "HJD-2450000,HJD-2450000"
  })
  void comment_thatSaysOfTimesWhatTheirColumnSays_costsNothing(String name, String comment) {
    Reading read =
        Reading.of("x.csv", lines("# " + comment, name + ",mag,filter", "2459000.25,9.1,V"));
    assertThat(read.row().notes()).as(name).doesNotContain("nobody understood the comment");
  }

  @Test
  void comment_betweenRows_isUnaccountedAndCosts() {
    for (String line :
        new String[] {
          "# upper limits", "# zero point offset = 1.2", "# Now in B", "# below: B", "# in mJy"
        }) {
      Reading read =
          Reading.of(
              "x.csv",
              lines(
                  "# Object: V603 Aql",
                  "JD,mag,err,filter",
                  "2459000.25,9.1,0.1,V",
                  line,
                  "2459001.25,9.1,0.1,V"));
      assertThat(read.rows().get(1).qualityFlag()).as(line).isPositive();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# All magnitudes are AB",
        "# not corrected for extinction",
        "# not dereddened",
        "# observed with a 20 cm telescope in a good night",
        "# Reference: The light curve of V603 Aql",
        "# the columns below are described in the paper",
        "# comparison stars: 123, 125",
        "# 1 sigma errors",
        "# JD of the middle of the exposure",
        "# all times are UT",
      })
  void comment_thatIsReadOrChangesNothing_costsNothing(String above) {
    assertThat(jd(above).row().qualityFlag()).as(above).isZero();
  }
}

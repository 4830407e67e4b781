package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.transforms.photometry.read.Reading.lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.TimeFrame;

/** What formats say of their times outside their rows. */
class TimeSourcesTest {
  private static void check(Reading reading, double mjd, TimeScale scale, TimeReference place) {
    Epoch epoch = reading.row().epoch();
    assertThat(epoch.mjd()).isCloseTo(mjd, within(2e-6));
    assertThat(epoch.scale()).isEqualTo(scale);
    assertThat(epoch.reference()).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({
    "BMJD,TDB,BARY,INFERRED",
    "MBJD,TDB,BARY,INFERRED",
    "MJD (barycentric),TDB,BARY,INFERRED",
    "bary_mjd,TDB,BARY,INFERRED",
    "HMJD,UTC,HELIO,INFERRED",
    "BMJD_TDB,TDB,BARY,STATED",
    "BMJD (UTC),UTC,BARY,STATED",
    "midpointMjdTai,TAI,UNKNOWN,STATED",
    "MJD_TT,TT,UNKNOWN,STATED",
    "MJD,UNKNOWN,UNKNOWN,ASSUMED",
    "Modified Julian Date (TDB),TDB,UNKNOWN,STATED"
  })
  void nameOfACount_carriesScaleAndPlace_andHowSureItIs(
      String header, TimeScale scale, TimeReference place, Confidence confidence) {
    Reading reading = Reading.of("a.csv", header + ",mag,band\n59291.4236,9.6,V\n");
    TimeFrame frame = reading.understood().time();

    check(reading, 59291.4236, scale, place);
    assertThat(frame.confidence()).isEqualTo(confidence);
  }

  @ParameterizedTest
  @CsvSource({
    "BJDTDB,TDB,BARY",
    "BJD_TT,TT,BARY",
    "BJD-UTC,UTC,BARY",
    "JDHEL,UTC,HELIO",
    "Barycentric JD,TDB,BARY",
    "heliocentric julian date,UTC,HELIO",
    "HJD_TDB,TDB,HELIO",
    "JD (geocentric),UNKNOWN,GEO"
  })
  void julianDates_likewise(String header, TimeScale scale, TimeReference place) {
    check(
        Reading.of("a.csv", header + ",mag,band\n2459291.9236,9.6,V\n"), 59291.4236, scale, place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BJD_TDB|2459291.9236|TDB|BARY",
        "BJD_UTC|2459291.9236|UTC|BARY",
        "HJD_UTC|2459291.9236|UTC|HELIO",
        "HJD|2459291.9236|UTC|HELIO",
        "jd_utc|2459291.9236|UTC|GEO",
        "BJD(TDB)|2459291.9236|TDB|BARY",
        "EXCEL|3/18/2021 10:09:59 AM|UTC|GEO",
        "EXCEL|3/18/2021 10:10|UTC|GEO",
        "Excel|44273.4236|UTC|GEO",
      })
  void aavsoDate_isRead(String date, String cell, TimeScale scale, TimeReference place) {
    String text =
        "#TYPE=EXTENDED\n#OBSCODE=TST\n#DELIM=,\n#DATE=%s\n#OBSTYPE=CCD\n".formatted(date)
            + "V1405 Cas,%s,9.6,0.02,V,NO,STD,1,1,na,na,na,na,na,na\n".formatted(cell);

    Epoch epoch = Reading.of("a.txt", text).row().epoch();

    assertThat(epoch.mjd()).isCloseTo(59291.4236, within(2e-5));
    assertThat(epoch.scale()).isEqualTo(scale);
    assertThat(epoch.reference()).isEqualTo(place);
  }

  @Test
  void aavsoDateThatNobodyDocuments_isRefused_byName() {
    String text =
        "#TYPE=EXTENDED\n#DELIM=,\n#DATE=GJD\nV1405 Cas,1,9.6,0.02,V,NO,STD,1,1,1,1,1,1,1,1\n";

    assertThat(Reading.of("a.txt", text).refusal().message()).contains("#DATE=GJD");
  }

  private static Reading ecsv(String format, String scale, String cell) {
    return Reading.of(
        "a.ecsv",
        """
        # %%ECSV 1.0
        # ---
        # datatype:
        # - {name: obs, datatype: float64}
        # - {name: mag, unit: mag, datatype: float64}
        # - {name: band, datatype: string}
        # meta: !!omap
        # - __serialized_columns__:
        #     obs:
        #       __class__: astropy.time.core.Time
        #       format: %s
        #       scale: %s
        #       value: !astropy.table.SerializedColumn {name: obs}
        # schema: astropy-2.0
        obs mag band
        %s 9.6 V
        """
            .formatted(format, scale, cell),
        "{\"columns\": {\"obs\": \"epoch\"}}");
  }

  @ParameterizedTest
  @CsvSource({
    "mjd,tai,59291.4236,59291.4236,TAI",
    "jd,tt,2459291.9236,59291.4236,TT",
    "unix,utc,1616062200.0,59291.423611,UTC",
    "cxcsec,tt,732449400.0,59291.423611,TT",
    "gps,tai,1300097400.0,59291.423831,TAI",
    "jyear,tdb,2021.2099206,59291.4235,TDB",
    "isot,tcb,2021-03-18T10:10:00.000,59291.423361,TDB",
  })
  void ecsvTime_countsAsItsBlockSays(
      String format, String scale, String cell, double mjd, TimeScale stored) {
    Epoch epoch = ecsv(format, scale, cell).row().epoch();

    assertThat(epoch.mjd()).isCloseTo(mjd, within(format.equals("jyear") ? 2e-4 : 2e-6));
    assertThat(epoch.scale()).isEqualTo(stored);
  }

  private static Reading votable(String systems, String ref, String value) {
    return Reading.of(
        "a.vot",
        """
        <?xml version="1.0"?><VOTABLE version="1.4"><RESOURCE>%s<TABLE>
        <FIELD name="time" datatype="double" %s ucd="time.epoch" unit="d"/>
        <FIELD name="mag" datatype="double" ucd="phot.mag" unit="mag"/>
        <FIELD name="band" datatype="char" arraysize="*" ucd="instr.bandpass"/>
        <DATA><TABLEDATA><TR><TD>%s</TD><TD>9.6</TD><TD>V</TD></TR></TABLEDATA></DATA>
        </TABLE></RESOURCE></VOTABLE>
        """
            .formatted(systems, ref, value));
  }

  @Test
  void timesys_holdsForTheFieldsThatReferToIt() {
    String two =
        "<TIMESYS ID=\"a\" refposition=\"TOPOCENTER\" timeorigin=\"MJD-origin\" timescale=\"UTC\"/>"
            + "<TIMESYS ID=\"b\" refposition=\"BARYCENTER\" timeorigin=\"2455197.5\""
            + " timescale=\"TCB\"/>";

    check(votable(two, "ref=\"a\"", "59291.4236"), 59291.4236, TimeScale.UTC, TimeReference.GEO);
    check(
        votable(two, "ref=\"b\"", "1705.94373602"),
        56902.943522684,
        TimeScale.TDB,
        TimeReference.BARY);
  }

  @Test
  void onlyTimesys_holdsForAll_whenNoFieldRefersToOne() {
    String one =
        "<TIMESYS ID=\"a\" refposition=\"BARYCENTER\" timeorigin=\"JD-origin\" timescale=\"TDB\"/>";

    check(votable(one, "", "2459291.9236"), 59291.4236, TimeScale.TDB, TimeReference.BARY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "!MJD  Err  Rate|59291.4236|",
        "LAB X MJD|59291.4236|",
        "! Time since T0 (s)~! T0 = MJD 59291.0|36599.04|",
        "! Time since trigger (s)|36599.04|{\"t0\": 59291}",
        "! Time (days since outburst)|0.4236|{\"t0\": 59291}",
      })
  void qdp_countsAsItsCommentsSay(String comments, String cell, String sidecar) {
    String text = "READ SERR 2\n" + comments.replace("~", "\n") + "\n" + cell + " 0.7 0.08\n";

    Reading reading =
        sidecar == null ? Reading.of("a.qdp", text) : Reading.of("a.qdp", text, sidecar);

    assertThat(reading.row().epoch().mjd()).isCloseTo(59291.4236, within(2e-6));
  }

  @Test
  void openCatalogInterval_isReadWithItsMiddle_andOtherUnitsAreRejected() {
    String item = "{\"time\": %s, \"u_time\": \"%s\", \"magnitude\": \"12.1\", \"band\": \"V\"}";
    String text =
        "{\"V1324 Sco\": {\"name\": \"V1324 Sco\", \"photometry\": [%s, %s, %s]}}"
            .formatted(
                item.formatted("[\"56104.0\", \"56104.6\"]", "MJD"),
                item.formatted("\"56105.0\"", "MJD"),
                item.formatted("\"56105.0\"", "days"));

    Reading reading = Reading.of("a.json", text);

    assertThat(reading.row().epoch().mjd()).isCloseTo(56104.3, within(1e-9));
    assertThat(reading.row().epoch().startMjd()).isEqualTo(56104.0);
    assertThat(reading.row().epoch().endMjd()).isEqualTo(56104.6);
    assertThat(reading.rows()).hasSize(2);
    assertThat(reading.rejected()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# HJD-2450000|HJD",
        "# JD = JD - 2450000|JD",
      })
  void offsetInAComment_belongsToTheColumnOfThatName(String comment, String header) {
    String text = comment + "\n%s,mag,band\n9291.9236,9.6,V\n".formatted(header);

    assertThat(Reading.of("a.csv", text).row().epoch().mjd()).isCloseTo(59291.4236, within(2e-6));
  }

  @Test
  void secondsAreNeverAnMjd_whateverASidecarCallsThem() {
    Reading reading =
        Reading.of("a.csv", "Time (s),mag,band\n10,9.6,V\n", "{\"time-system\": \"MJD\"}");

    assertThat(reading.refusal().code()).isEqualTo(FileRefusalCode.TIME_REFERENCE_MISSING);
  }

  @Test
  void zoneBesideNumbersOfDays_isAskedFor() {
    String text = "# all times in JST\nJD,mag,band\n2459292.2986,9.6,V\n";

    assertThat(Reading.of("a.csv", text).refusal().code())
        .isEqualTo(FileRefusalCode.TIME_AMBIGUOUS);
    assertThat(Reading.of("a.csv", text, "{\"time-zone\": \"JST\"}").row().epoch().mjd())
        .isCloseTo(59291.4236, within(2e-6));
    assertThat(Reading.of("a.csv", text, "{\"time-zone\": \"UTC\"}").row().epoch().mjd())
        .isCloseTo(59291.7986, within(2e-6));
  }

  /** BJD in TCB less 2455197.5; in TDB it is 18 s earlier by then. */
  @Test
  void epochPhotometryOfGaia_countsAsGaiaDocuments() {
    Reading reading =
        Reading.of(
            "gaia.csv",
            lines(
                "source_id,transit_id,band,time,mag,flux,flux_error,rejected_by_photometry",
                "1,1,RP,1705.9437,17.5,900,1,false"));

    assertThat(reading.row().epoch().mjd()).isCloseTo(56_902.943_49, within(1e-5));
    assertThat(reading.row().epoch().reference()).isEqualTo(TimeReference.BARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JD - 2,450,000", "JD (2,450,000+)"})
  void offset_mayHaveCommasBetweenItsThousands(String header) {
    Reading reading = Reading.of("x.tsv", lines(header + "\tmag\tband", "9291.5\t12.3\tV"));

    assertThat(reading.row().epoch().mjd()).isEqualTo(59_291.0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Time in kiloseconds since BAT trigger (MJD 59291.0)",
        "kiloseconds since trigger (MJD 59291.0)",
        "Time (ks) since MJD 59291.0",
      })
  void kiloseconds_countFromTheMomentThatIsNamed(String header) {
    Reading reading = Reading.of("x.tsv", lines(header + "\tmag\tband", "86.4\t12.3\tV"));

    assertThat(reading.row().epoch().mjd()).as(header).isCloseTo(59_292.0, within(1e-9));
  }
}

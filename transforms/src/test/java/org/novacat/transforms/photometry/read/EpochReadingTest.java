package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.novacat.layouts.photometry.RowRejectionCode.EPOCH_AMBIGUOUS;
import static org.novacat.layouts.photometry.RowRejectionCode.EPOCH_MISSING;
import static org.novacat.layouts.photometry.RowRejectionCode.EPOCH_OUT_OF_RANGE;
import static org.novacat.layouts.photometry.RowRejectionCode.EPOCH_UNPARSABLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.Role;

/** Epochs stay where their observers put them (photometry specification, section 4). */
class EpochReadingTest {
  @Test
  void gkPersei_flaresIn1901_whateverItsMjdLooksLike() {
    Epoch epoch = Reading.of("gk_per.csv", "MJD,Mag,Band\n15437.5,2.7,V\n").row().epoch();

    assertThat(epoch.mjd()).isEqualTo(15437.5);
    assertThat(epoch.system()).isEqualTo(EpochSystem.MJD);
    assertThat(epoch.reinterpreted()).isFalse();
  }

  @Test
  void julianDateUnderMjd_isBelieved_markedAndNoted() {
    Reading reading = Reading.of("a.csv", "MJD,Mag,Band\n2415437.7,2.7,V\n");

    assertThat(reading.row().epoch().mjd()).isEqualTo(15437.2);
    assertThat(reading.row().epoch().reinterpreted()).isTrue();
    assertThat(reading.row().epoch().system()).isEqualTo(EpochSystem.JD);
    assertThat(reading.row().qualityBits()).isEqualTo(QualityBits.EPOCH_REINTERPRETED);
    assertThat(reading.row().notes()).contains("2415437.7", "read as JD");
  }

  @ParameterizedTest
  @CsvSource({
    "JD,6104.3",
    "HJD,6104.3",
    "MJD,6104.3",
    "t,6104.3",
    "JD,56104.3",
    "t,58290.2",
    "MJD,99999999",
    "time,104.3"
  })
  void numberThatCouldBeSeveralTimes_isNeverMended(String header, String cell) {
    Reading reading = mostlyGood(header, cell);

    assertThat(reading.codes())
        .containsExactly(cell.length() > 7 ? EPOCH_OUT_OF_RANGE : EPOCH_AMBIGUOUS);
    assertThat(reading.rows()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({
    "9999999.5,EPOCH_OUT_OF_RANGE",
    "2378000.5,EPOCH_OUT_OF_RANGE",
    "2461369.5,EPOCH_OUT_OF_RANGE",
    "not a date,EPOCH_UNPARSABLE",
    "1901-02-30,EPOCH_UNPARSABLE",
    "1901-02-22T25:00:00,EPOCH_UNPARSABLE",
    "'',EPOCH_MISSING",
    "INDEF,EPOCH_MISSING"
  })
  void cellThatIsNoEpoch_isRejectedByItsCode(String cell, RowRejectionCode code) {
    assertThat(mostlyGood("JD", cell).codes()).containsExactly(code);
  }

  @Test
  void lastMomentsOfTheRange_areIn() {
    assertThat(mostlyGood("JD", "2378496.5").codes()).isEmpty();
    assertThat(mostlyGood("JD", "2461367.5").codes()).isEmpty();
    assertThat(EPOCH_MISSING).isNotEqualTo(EPOCH_UNPARSABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "HJD-2450000,6104.3,56103.8,HJD,HELIO,UTC",
    "HJD - 2400000,56104.3,56103.8,HJD,HELIO,UTC",
    "JD (2450000+),6104.3,56103.8,JD,UNKNOWN,UNKNOWN",
    "BJD_TDB,2456104.3,56103.8,BJD_TDB,BARY,TDB",
    "BJD - 2457000,1683.5,58683,BJD,BARY,TDB",
    "HJD(TDB),2456104.3,56103.8,HJD_TDB,HELIO,TDB",
    "JD-2400000.5,56104.3,56104.3,JD,UNKNOWN,UNKNOWN",
    "MJD (UTC),56104.3,56104.3,MJD_UTC,UNKNOWN,UTC",
    "BTJD,1683.5,58683,BTJD,BARY,TDB",
    "BKJD,120.5,54953,BKJD,BARY,TDB",
    "Date (UT),2012-06-25T19:12:00,56103.8,ISOT,UNKNOWN,UTC",
    "Date,1901 Feb 22.80,15437.8,CALDATE,UNKNOWN,UTC",
    "Date,22.80 Feb 1901,15437.8,CALDATE,UNKNOWN,UTC",
    "Date,1901-02-22.80,15437.8,CALDATE,UNKNOWN,UTC",
    "Date,1901/02/22.80,15437.8,CALDATE,UNKNOWN,UTC"
  })
  void header_saysHowTimesCount(
      String header,
      String cell,
      double mjd,
      EpochSystem system,
      TimeReference place,
      TimeScale scale) {
    Epoch epoch =
        Reading.of("a.csv", "%s,Mag,Band\n%s,2.7,V\n".formatted(header, cell)).row().epoch();

    assertThat(epoch.mjd()).isEqualTo(mjd, within(1e-7));
    assertThat(epoch.system()).isEqualTo(system);
    assertThat(epoch.reference()).isEqualTo(place);
    assertThat(epoch.scale()).isEqualTo(scale);
    assertThat(epoch.original()).isEqualTo(cell);
  }

  @Test
  void daysSinceSomething_needT0() {
    String text = "Days since outburst,Mag,Band\n1.5,7.2,V\n";

    assertThat(Reading.of("a.csv", text).refusal().code())
        .isEqualTo(FileRefusalCode.TIME_REFERENCE_MISSING);
    assertThat(Reading.of("a.csv", text, "{\"t0\": 2456628.5}").row().epoch().mjd())
        .isEqualTo(56629.5);
    assertThat(Reading.of("a.csv", text, "{\"t0\": \"2013-12-02T00:00:00\"}").row().epoch().mjd())
        .isEqualTo(56629.5);
  }

  @Test
  void sidecarThatVouchesForAnMjd_makesOldOnesReadable() {
    String text = "t,Mag,Band\n1646.5,9.1,vis\n";

    assertThat(Reading.of("u_sco.csv", text).refusal().code())
        .isEqualTo(FileRefusalCode.TOO_MANY_REJECTED_ROWS);
    assertThat(Reading.of("u_sco.csv", text, "{\"time-system\": \"MJD\"}").row().epoch().mjd())
        .isEqualTo(1646.5);
  }

  @Test
  void sidecarAgainstTheFile_wins_andIsNoted() {
    Reading reading =
        Reading.of("a.csv", "JD,Mag,Band\n2456104.5,2.7,V\n", "{\"time-system\": \"HJD\"}");

    assertThat(reading.row().epoch().reference()).isEqualTo(TimeReference.HELIO);
    assertThat(reading.understood().notes()).singleElement().asString().contains("HJD", "JD");
  }

  @Test
  void interval_isKept_andItsMiddleIsTheEpoch() {
    Epoch epoch =
        Reading.of("a.csv", "mjd_start,mjd_end,Mag,Band\n53340,53370,12.5,V\n").row().epoch();

    assertThat(epoch.mjd()).isEqualTo(53355);
    assertThat(epoch.startMjd()).isEqualTo(53340);
    assertThat(epoch.endMjd()).isEqualTo(53370);
  }

  /** One row of three is wrong, so the file stays. */
  private static Reading mostlyGood(String header, String cell) {
    return Reading.of(
        "a.csv",
        "%s,Mag,Band\n2456104.5,2.7,V\n2456105.5,2.8,V\n%s,2.9,V\n".formatted(header, cell));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date,time,mag,band|2013-08-14,21:36:00,4.4,V|56518.9|ISOT",
        "Time;Date;mag;band|21:36:00 UT;2013-08-14;4.4;V|56518.9|ISOT",
        "Date_Obs,UT,mag,band|14 Aug 2013,21:36,4.4,V|56518.9|CALDATE",
        "date,time,mag,band|2013/08/14,21:36:00.0,4.4,V|56518.9|CALDATE"
      })
  void dateAndTimeOfDay_areOneEpoch(String header, String row, double mjd, String system) {
    Reading reading = Reading.of("a.csv", Reading.lines(header, row));

    assertThat(reading.row().epoch().mjd()).isCloseTo(mjd, within(1e-9));
    assertThat(reading.row().epoch().system()).isEqualTo(EpochSystem.valueOf(system));
    assertThat(reading.row().epoch().scale()).isEqualTo(TimeScale.UTC);
    assertThat(reading.understood().columns().stream().anyMatch(c -> c.role() == Role.EPOCH_CLOCK))
        .isTrue();
  }

  @Test
  void dateWhoseTimeOfDayIsMissing_isNoEpoch() {
    Reading reading =
        Reading.of(
            "a.csv",
            """
            date,time,mag,band
            2013-08-14,21:36:00,4.4,V
            2013-08-15,,4.5,V
            2013-08-16,25:36:00,4.6,V
            """);

    assertThat(reading.rows()).hasSize(1);
    assertThat(reading.codes()).containsExactly(EPOCH_MISSING, EPOCH_UNPARSABLE);
  }

  @Test
  void julianDateBesideThem_isTheEpoch() {
    Reading reading =
        Reading.of("a.csv", "date,time,JD,mag,band\n2013-08-14,21:36:00,2456519.5,4.4,V\n");

    assertThat(reading.row().epoch().mjd()).isEqualTo(56519);
  }

  /** Right ascensions look like times of day. */
  @Test
  void coordinatesBesideADate_areNoTimeOfDay() {
    Reading reading = Reading.of("a.csv", "date,ra,mag,band\n2013-08-14,20:23:30,4.4,V\n");

    assertThat(reading.row().epoch().mjd()).isEqualTo(56518);
  }
}

package org.novacat.transforms.photometry.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.layouts.photometry.RowRejectionCode;

/** Times that stand in several columns, in zones, in several units. */
class TimePartsTest {
  private static Reading read(String header, String row) {
    return Reading.of("a.csv", Reading.lines(header + ";mag;band", row + ";9.6;V"));
  }

  private static Reading read(String header, String row, String sidecar) {
    return Reading.of("a.csv", Reading.lines(header + ";mag;band", row + ";9.6;V"), sidecar);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date;UT|2021-03-18;10.1667|59291.42361",
        "Date;UT (h)|2021-03-18;0.1667|59291.00695",
        "UT hours;Date|10.1667;2021-03-18|59291.42361",
        "Date;UTC;exptime|2021-03-18;10:10:00;60|59291.42361",
        "Date;hh:mm:ss|2021-03-18;10:10:00|59291.42361",
        "Date;HH:MM|2021-03-18;10:10|59291.42361",
        "Date;hhmmss|2021-03-18;101000|59291.42361",
        "Date;UT|2021-03-18;101000|59291.42361",
        "Date;UT|2021-03-18;1010|59291.42361",
        "Date;UT|2021-03-18;10:10 PM|59291.92361",
        "Date;UT|2021-03-18;12:10:00 a.m.|59291.00694",
        "Date;UT|2021-03-18;10h10m00s|59291.42361",
        "Datum;Uhrzeit (UT)|2021-03-18;10:10|59291.42361",
        "fecha;hora|2021-03-18;10:10|59291.42361",
        "Date;frac|2021-03-18;0.42361|59291.42361",
        "Date;minutes_of_day|2021-03-18;610|59291.42361",
        "Date;minutes since midnight|2021-03-18;610|59291.42361",
        "Date;seconds since midnight|2021-03-18;36600|59291.42361",
        "Date;UT start of exposure|2021-03-18;10:10:00|59291.42361",
        "Date;mid-exposure time|2021-03-18;10:10:00|59291.42361",
        "Date;Exposure mid UT|2021-03-18;10:10:00|59291.42361",
        "Date;exposure start|2021-03-18;10:10:00|59291.42361",
        "Date;exposure time;UT|2021-03-18;60;10:10:00|59291.42361",
        "MJD;date-obs|59291;2021-03-18T10:10:00|59291.42361",
        "JD;HJD|2459291;2459291.92361|59291.42361",
        "JD;MJD|2459291;59291.42361|59291.42361",
        "Date;day_fraction|2021-03-18;0.42361|59291.42361",
        "Date;sod|2021-03-18;36600|59291.42361",
        "Date;seconds of day|2021-03-18;36600|59291.42361",
        "Date;hour;minute;second|2021-03-18;10;10;0|59291.42361",
        "Date;hh;mm;ss|2021-03-18;10;10;0|59291.42361",
        "Date;UT|20210318;10.1667|59291.42361",
        "MJD;frac|59291;0.42361|59291.42361",
        "MJD;UT|59291;10:10:00|59291.42361",
        "MJD;SOD|59291;36600|59291.42361",
        "JD;frac|2459291;0.92361|59291.42361",
        "jd1;jd2|2459292;-0.07639|59291.42361",
        "mjd2;mjd1|0.42361;59291|59291.42361",
        "year;month;day|2021;3;18.42361|59291.42361",
        "YYYY;MM;DD;UT|2021;03;18;10.1667|59291.42361",
        "Year;Month;Day;Hour;Minute|2021;Mar;18;10;10|59291.42361",
        "yyyy;mm;dd;hh;mm;ss|2021;03;18;10;10;00|59291.42361",
        "year;doy|2021;77.42361|59291.42361",
        "Jahr;Monat;Tag;Uhrzeit|2021;3;18;10:10|59291.42361",
        "Date;RA;exposure|2021-03-18;20:23:30;60|59291",
        "Date|20210318.42361|59291.42361",
        "Date|2021:077:10:10:00|59291.42361",
        "日付|2021-03-18 10:10:00|59291.42361",
      })
  void partsOfATime_areAdded(String header, String row, double mjd) {
    assertThat(read(header, row).row().epoch().mjd()).isCloseTo(mjd, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date (JST)|2021-03-18 19:10:00",
        "Date_JST|2021-03-18 19:10",
        "Date;JST|2021-03-18;19:10:00",
        "Date;Time (UTC+9)|2021-03-18;19:10",
        "Date;Time [+09:00]|2021-03-18;19:10",
        "Date|2021-03-18T19:10:00+09:00",
        "Date|2021-03-18 19:10:00 JST",
        "Date;Time|2021-03-18;19:10 JST",
        "Date;Time;tz|2021-03-18;19:10;JST",
        "Date;Time;tz|2021-03-18;19:10;+09:00",
        "Date (CET)|2021-03-18 11:10",
        "Datum;Uhrzeit (MEZ)|2021-03-18;11:10",
        "Date (CEST)|2021-03-18 12:10",
        "Date (PST)|2021-03-18 02:10",
        "Date (UTC-3)|2021-03-18 07:10",
        "Date|2021-03-18T10:10:00Z",
        "Date (UT);JST|2021-03-18 10:10:00;19:10",
        "BJT|2021-03-18 18:10:00",
        "DateJST|2021-03-18 19:10:00",
        "北京时间|2021-03-18 18:10:00",
        "Zulu|2021-03-18 10:10:00",
      })
  void zoneThatIsStated_isTakenOff(String header, String row) {
    assertThat(read(header, row).row().epoch().mjd()).isCloseTo(59291.42361, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource({
    "times in JST",
    "Time zone: UTC+9",
    "all dates are Japan time (JST = UT+9h)",
    "Dates are Japan Standard Time",
    "UTC offset: 9",
    "TIMEZONE=+09:00"
  })
  void zoneInAComment_isTakenOff_andCostsNothing(String comment) {
    String text = "# " + comment + "\nDate,mag,band\n2021-03-18 19:10,9.6,V\n";
    Reading reading = Reading.of("a.csv", text);

    assertThat(reading.row().epoch().mjd()).isCloseTo(59291.42361, within(6e-6));
    assertThat(reading.row().qualityFlag()).isZero();
    assertThat(reading.understood().account().unaccounted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Heures locales",
        "Zeiten in Ortszeit",
        "Hora local",
        "hora oficial",
        "ore locali: ora locale",
        "Time: local",
        "местное время",
        "現地時刻"
      })
  void localTimeInAComment_isAskedFor(String comment) {
    String text = "# " + comment + "\nDate,mag,band\n2021-03-18 11:10,9.6,V\n";

    assertThat(Reading.of("a.csv", text).refusal().remedy()).contains("\"time-zone\"");
    assertThat(Reading.of("a.csv", text, "{\"time-zone\": \"+01:00\"}").row().epoch().mjd())
        .isCloseTo(59291.42361, within(6e-6));
  }

  @Test
  void zoneOfTheMomentAtWhichAFileWasMade_saysNothingOfItsRows() {
    String text =
        "# Date of file: 2021-03-20 12:00:00 CET\nDate,mag,band\n2021-03-18 10:10,9.6,V\n";

    assertThat(Reading.of("a.csv", text).row().epoch().mjd()).isCloseTo(59291.42361, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date (IST)|2021-03-18 15:40|+05:30",
        "Date (CST)|2021-03-18 18:10|+08:00",
        "Date (EST)|2021-03-18 05:10|-05:00",
        "Date (local)|2021-03-18 11:10|+01:00",
        "Date;Time (LT)|2021-03-18;11:10|+01:00",
        "Date (UT);Time (JST)|2021-03-18;19:10|+09:00",
        "LocalTime|2021-03-18 11:10|+01:00",
        "DATE-LOC|2021-03-18 11:10|+01:00",
        "date_obs_loc|2021-03-18 11:10|+01:00",
        "Heure locale|2021-03-18 11:10|+01:00",
        "Ortszeit|2021-03-18 11:10|+01:00",
        "Datum;Sommerzeit|2021-03-18;12:10|+02:00",
        "Datum;Lokalzeit|2021-03-18;11:10|+01:00",
        "Fecha;Hora local|2021-03-18;11:10|+01:00",
        "Data;Ora locale|2021-03-18;11:10|+01:00",
        "当地时间|2021-03-18 18:10|+08:00",
        "Date (Eastern Time)|2021-03-18 06:10|-04:00",
      })
  void zoneThatCouldBeSeveral_isAskedFor(String header, String row, String zone) {
    Reading refused = read(header, row);

    assertThat(refused.refusal().code()).isEqualTo(FileRefusalCode.TIME_AMBIGUOUS);
    assertThat(refused.refusal().remedy()).contains("\"time-zone\"");
    assertThat(read(header, row, "{\"time-zone\": \"%s\"}".formatted(zone)).row().epoch().mjd())
        .isCloseTo(59291.42361, within(6e-6));
  }

  @Test
  void zoneThatCouldBeSeveral_inACell_rejectsTheRow_untilTheSidecarSays() {
    String rows = "Date,mag,band\n2021-03-18 10:10,9.6,V\n2021-03-18 15:40 IST,9.6,V\n";

    assertThat(Reading.of("a.csv", rows).codes()).containsExactly(RowRejectionCode.EPOCH_AMBIGUOUS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "18/03/2021 10:10|DMY|59291.42361",
        "03/18/2021 10:10|MDY|59291.42361",
        "3.4.2021 10:10|DMY|59307.42361",
        "3/4/2021 10:10 PM|MDY|59277.92361",
      })
  void orderOfFigures_isAskedFor(String cell, String order, double mjd) {
    Reading refused = read("Date", cell);

    assertThat(refused.refusal().code()).isEqualTo(FileRefusalCode.TIME_AMBIGUOUS);
    assertThat(refused.refusal().remedy()).contains("\"date-order\": \"", order);
    assertThat(read("Date", cell, "{\"date-order\": \"%s\"}".formatted(order)).row().epoch().mjd())
        .isCloseTo(mjd, within(6e-6));
  }

  @Test
  void orderOfFigures_inTheHeader_isRead() {
    assertThat(read("Date (dd/mm/yyyy)", "03/04/2021").row().epoch().mjd()).isEqualTo(59307);
    assertThat(read("Date (mm/dd/yyyy)", "03/04/2021").row().epoch().mjd()).isEqualTo(59277);
  }

  @Test
  void datesOfBothOrders_areNotMendedByAKey() {
    String text = "Date,mag,band\n18/03/2021,9.6,V\n03/18/2021,9.6,V\n";

    assertThat(Reading.of("a.csv", text).refusal().remedy())
        .contains("2021-03-18")
        .doesNotContain("date-order");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Date;UT|2021-03-18;0.4236|fraction|59291.4236",
        "Date;UT|2021-03-18;0.4236|hours|59291.01765",
        "Date;UT|2021-03-18;10.10|hours|59291.42083",
        "Date;time|2021-03-18;36600|seconds|59291.42361",
      })
  void timeOfDayThatCouldBeSeveral_isAskedFor(
      String header, String row, String notation, double mjd) {
    Reading refused = read(header, row);
    String column = header.split(";")[1];

    assertThat(refused.refusal().code()).isEqualTo(FileRefusalCode.TIME_AMBIGUOUS);
    assertThat(refused.refusal().remedy()).contains(column);
    assertThat(
            read(
                    header,
                    row,
                    "{\"columns\": {\"%s\": \"epoch-clock\"}, \"time-of-day\": \"%s\"}"
                        .formatted(column, notation))
                .row()
                .epoch()
                .mjd())
        .isCloseTo(mjd, within(6e-6));
    assertThat(
            read(header, row, "{\"columns\": {\"%s\": \"none\"}}".formatted(column))
                .row()
                .epoch()
                .mjd())
        .isEqualTo(59291);
  }

  @Test
  void integerJulianDateBesideATimeOfDay_beginsAtNoon_andIsRefused() {
    assertThat(read("JD;UT", "2459291;10:10").refusal().code())
        .isEqualTo(FileRefusalCode.TIME_AMBIGUOUS);
    assertThat(read("JD;UT", "2459291.5;10:10").row().epoch().mjd())
        .isCloseTo(59291.42361, within(6e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Time (s)|36600|{\"t0\": 59291}|59291.42361",
        "seconds since trigger|36600|{\"t0\": 59291}|59291.42361",
        "t (h)|10.16667|{\"t0\": 59291}|59291.42361",
        "time since outburst (min)|610|{\"t0\": \"2021-03-18\"}|59291.42361",
        "t|36600|{\"t0\": 59291, \"time-unit\": \"s\"}|59291.42361",
        "seconds since MJD 59291|36600|{}|59291.42361",
        "days since 2021-03-18|0.42361|{}|59291.42361",
        "hours since JD 2459291.5|10.16667|{}|59291.42361",
        "RJD|59291.92361|{}|59291.42361",
        "Excel date|44273.42361|{}|59291.42361",
      })
  void timesOfAnyUnit_countFromTheirMoment(String header, String cell, String sidecar, double mjd) {
    assertThat(read(header, cell, sidecar).row().epoch().mjd()).isCloseTo(mjd, within(6e-6));
  }
}

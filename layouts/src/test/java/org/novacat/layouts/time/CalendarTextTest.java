package org.novacat.layouts.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.JulianFields;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {
  private static final double SECOND = 1 / 86_400.0;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2023-05-26T21:00:00            | 60090.875        | 1.1574e-5",
        "2023-05-26T21:00:00.0          | 60090.875        | 1.1574e-6",
        "2023-05-26T21:00               | 60090.875        | 6.9444e-4",
        "2023-05-26 21:00:00            | 60090.875        | 1.1574e-5",
        "2023-05-26T21:00:00Z           | 60090.875        | 1.1574e-5",
        "2023-05-26T21:00:00+00:00      | 60090.875        | 1.1574e-5",
        "2023-05-26T23:00:00+02:00      | 60090.875        | 1.1574e-5",
        "2023-05-26T17:00:00-0400       | 60090.875        | 1.1574e-5",
        "2023-05-27T02:30:00+05:30      | 60090.875        | 1.1574e-5",
        "2023-05-26 21:00:00 UT         | 60090.875        | 1.1574e-5",
        "2023-05-26 23:00:00 UTC+2      | 60090.875        | 1.1574e-5",
        "2023/05/26                     | 60090            | 1",
        "2023/05/26 21:00:00            | 60090.875        | 1.1574e-5",
        "2023.5.26                      | 60090            | 1",
        "20230526                       | 60090            | 1",
        "26/05/2023                     | 60090            | 1",
        "05/26/2023                     | 60090            | 1",
        "26.05.2023 21:00               | 60090.875        | 6.9444e-4",
        "05/05/2023                     | 60069            | 1",
        "22/04/93                       | 49099            | 1",
        "12-JUL-1994 02:44:39           | 49545.11434028   | 1.1574e-5",
        "1990 Jul 31.5                  | 48103.5          | 0.1",
        "1990-07-31.52                  | 48103.52         | 0.01",
        "31 July 1990                   | 48103            | 1",
        "July 31, 1990                  | 48103            | 1",
        "2023-05-26T24:00:00            | 60091            | 1.1574e-5",
        "2016-12-31T23:59:60.5          | 57754.00000579   | 1.1574e-6",
        "2023-08-09T12:00:00.2285888    | 60165.50000265   | 1.1574e-12"
      })
  void dates_areReadWithTheirPrecision(String text, double mjd, double precision) {
    Moment moment = CalendarText.parse(text).orElseThrow();

    assertThat(moment.mjd()).isCloseTo(mjd, within(1e-8));
    assertThat(moment.precisionDays()).isCloseTo(precision, within(precision * 1e-4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2023-13-26",
        "2023-02-30",
        "2023-05-26T25:00:00",
        "2023-05-26T24:00:01",
        "2023-05-26T21:60:00",
        "2023-05-26T21:00:61",
        "2023-05-26T21:00:00 CEST",
        "2023-05-26 09:00:00 PM",
        "2023-05-26T21:00:00+25:00",
        "05/06/2023",
        "26/05/23",
        "05/26/93",
        "1799-05-26",
        "2023",
        "2460091.375",
        "1990-07-31.5T12:00:00"
      })
  void whatIsNoDateOrCouldBeTwo_isNone(String text) {
    assertThat(CalendarText.parse(text)).isEmpty();
  }

  @Test
  void midnight_isToldFromOtherTimes() {
    assertThat(CalendarText.parse("2023-05-26T00:00:00").orElseThrow().midnight()).isTrue();
    assertThat(CalendarText.parse("2023-05-26T00:00:01").orElseThrow().midnight()).isFalse();
    assertThat(CalendarText.parse("2023-05-26").orElseThrow().midnight()).isFalse();
    assertThat(CalendarText.parse("2023-05-26T24:00:00").orElseThrow().midnight()).isFalse();
    assertThat(CalendarText.parse("2023-05-26T02:00+02").orElseThrow().midnight()).isFalse();
  }

  @Test
  void moreDigitsThanANumberHas_areRead() {
    String digits = "1".repeat(2000);

    assertThat(CalendarText.parse("2023-05-26T21:00:00." + digits)).isPresent();
    assertThat(CalendarText.parse("2023-05-26." + digits)).isPresent();
    assertThat(CalendarText.parse("2023-05-26T" + digits)).isEmpty();
  }

  @Test
  void anyDateInAnyForm_isTheSameMoment() {
    Random random = new Random(20261128);
    for (int i = 0; i < 5000; i++) {
      LocalDate day = LocalDate.ofEpochDay(-40_000 + random.nextInt(85_000));
      LocalTime time = LocalTime.ofSecondOfDay(1 + random.nextInt(86_399));
      double mjd = day.getLong(JulianFields.MODIFIED_JULIAN_DAY) + time.toSecondOfDay() * SECOND;

      for (String text : written(day, time)) {
        assertThat(CalendarText.parse(text).orElseThrow().mjd())
            .as(text)
            .isCloseTo(mjd, within(1e-9));
      }
    }
  }

  private static List<String> written(LocalDate day, LocalTime time) {
    String clock =
        String.format(
            Locale.ROOT, "%02d:%02d:%02d", time.getHour(), time.getMinute(), time.getSecond());
    String month = day.getMonth().name();
    return List.of(
        day + "T" + clock,
        day + " " + clock + "Z",
        day.toString().replace('-', '/') + " " + clock + " UT",
        day.toString().replace("-", "") + "T" + clock + "+00:00",
        day.getDayOfMonth() + "-" + month.substring(0, 3) + "-" + day.getYear() + " " + clock,
        day.getYear() + " " + month + " " + day.getDayOfMonth() + " " + clock + "+00");
  }
}

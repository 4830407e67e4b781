package org.novacat.layouts.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedTimeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.4481e+06             | DATE     | 48099.5       | 100   | UTC",
        "2.44832e+06            | DATE     | 48319.5       | 10    | UTC",
        "2448100                | jd       | 48099.5       | 1     | UTC",
        "2460091.375            | JD-OBS   | 60090.875     | 0.001 | UTC",
        "2460091.375            | date     | 60090.875     | 0.001 | UTC",
        "60090.875              | mjd      | 60090.875     | 0.001 | UTC",
        "60090.0                | MJD      | 60090         | 1     | UTC",
        "MJD 60090.875          | date     | 60090.875     | 0.001 | UTC",
        "JD 2460091.375 TT      | date     | 60090.875     | 0.001 | TT",
        "JD=2460091.375 (TDB)   | date     | 60090.875     | 0.001 | TDB",
        "2460091.37512          | hjd      | 60090.87512   | 0.012 | UTC",
        "19900731               | date     | 48103         | 1     | UTC",
        "1990-07-31             | date     | 48103         | 1     | UTC",
        "1990-07-31T00:00:00    | date     | 48103         | 1     | UTC",
        "1990 Jul 31.5          | jd       | 48103.5       | 0.1   | UTC"
      })
  void times_areReadWithTheirPrecision(
      String text, String key, double mjd, double precision, TimeScale scale) {
    ObservationTime time = StatedTime.parse(text, TimeScale.UTC, key).orElseThrow();

    assertThat(time.mjd()).isCloseTo(mjd, within(1e-9));
    assertThat(time.precisionDays()).isCloseTo(precision, within(1e-12));
    assertThat(time.scale()).isEqualTo(scale);
    assertThat(time.source()).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "60090.875, date",
    "60090.875, jd",
    "8100.5, jd",
    "1990.58, date",
    "1990, date",
    "0, jd",
    "2023, mjd",
    "NaN, mjd",
    "unknown, date",
    "2965661.58, mjd"
  })
  void numbersOfWhichNothingSaysWhatTheyCount_areNoTimes(String text, String key) {
    assertThat(StatedTime.parse(text, TimeScale.UTC, key)).isEmpty();
  }

  @Test
  void aDateToAHundredDays_isNoInstant() {
    ObservationTime time = StatedTime.parse("2.4481e+06", TimeScale.UTC, "DATE").orElseThrow();

    assertThat(time.doubts(null))
        .containsExactly(
            "The time of the observation, MJD 48099.50000 from DATE, is known to 100 d only and is"
                + " no instant.");
  }

  @ParameterizedTest
  @CsvSource({"0.01, 1200, 0", "0.02, 1200, 1", "1, , 1", "0.1, , 0", "0.0005, 10, 0"})
  void coarserThanTheExposure_isDoubted(double precision, Double exposure, int doubts) {
    ObservationTime time = new ObservationTime(60_000, TimeScale.UTC, "MJD", precision, null);

    assertThat(time.doubts(exposure)).hasSize(doubts);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 1200, 0", "60, 3600, 1", "60, , 1", "0.17, , 0", "0.0695, 6000, 0"})
  void muchLongerThanTheExposure_isDoubted(double span, Double exposure, int doubts) {
    ObservationTime time = new ObservationTime(60_000, TimeScale.UTC, "MJD", null, span);

    assertThat(time.doubts(exposure)).hasSize(doubts);
  }
}

package org.novacat.transforms.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MjdTest {
  @ParameterizedTest
  @CsvSource({
    "1858-11-17T00:00:00Z, 0",
    "1901-02-21T12:00:00Z, 15436.5",
    "1970-01-01T00:00:00Z, 40587",
    "2000-01-01T12:00:00Z, 51544.5",
    "2022-10-14T21:25:02.400Z, 59866.8923888889",
  })
  void knownDates_agree(Instant instant, double mjd) {
    assertThat(Math.abs(Mjd.of(instant) - mjd)).isLessThan(1e-10);
  }

  @Test
  void nonsenseOfRealHeaders_isNotPlausible() {
    double latest = Mjd.of(Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(Mjd.plausible(59866.89, latest)).isTrue();
    assertThat(Mjd.plausible(15436.5, latest)).isTrue();
    assertThat(Mjd.plausible(2965661.58319866, latest)).isFalse();
    assertThat(Mjd.plausible(latest + 1, latest)).isFalse();
    assertThat(Mjd.plausible(-1, latest)).isFalse();
    assertThat(Mjd.plausible(Double.NaN, latest)).isFalse();
  }
}

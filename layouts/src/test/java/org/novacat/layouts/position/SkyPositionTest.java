package org.novacat.layouts.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.testing.Seeded;

class SkyPositionTest {
  @ParameterizedTest
  @CsvSource({
    "10, 20, 10, 20, 0",
    "10, 20, 10, 20.0005555555555556, 2",
    "359.9999, 0, 0.0001, 0, 0.72",
    "0, 90, 180, 90, 0",
    "0, 89.9995, 180, 89.9995, 3.6",
    "0, 0, 180, 0, 648000",
    "0, -90, 0, 90, 648000",
    "0, 60, 0.00055555555555556, 60, 1",
    "100, 60, 101, 60, 1799.9829"
  })
  void separation_isTheAngleOnTheSphere(
      double ra1, double dec1, double ra2, double dec2, double arcsec) {
    double found = new SkyPosition(ra1, dec1).separationArcsec(new SkyPosition(ra2, dec2));

    assertThat(found).isCloseTo(arcsec, within(1e-4));
  }

  @Test
  void placeOffTheSphere_isRefused() {
    assertThatThrownBy(() -> new SkyPosition(360, 0))
        .hasMessage("Cannot use right ascension 360.0: it is not in 0 ≤ ra < 360 degrees");
    assertThatThrownBy(() -> new SkyPosition(0, 90.1))
        .hasMessage("Cannot use declination 90.1: it is not in -90 to 90 degrees");
    assertThatThrownBy(() -> new SkyPosition(Double.NaN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void separation_isTheSameBothWays() {
    Seeded.cases(
        2000,
        random -> {
          SkyPosition one = new SkyPosition(random.nextDouble(360), random.nextDouble(-90, 90));
          SkyPosition other = new SkyPosition(random.nextDouble(360), random.nextDouble(-90, 90));

          assertThat(one.separationArcsec(other))
              .isCloseTo(other.separationArcsec(one), within(1e-6));
        });
  }

  @Test
  void numbersThatAreNoPosition_areNotValid() {
    assertThat(SkyPosition.valid(0, -90)).isTrue();
    assertThat(SkyPosition.valid(360, 0)).isFalse();
    assertThat(SkyPosition.valid(Double.NaN, 0)).isFalse();
    assertThat(SkyPosition.valid(0, -90.1)).isFalse();
  }
}

package org.novacat.transforms.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class SkyPositionTest {
  @Test
  void knownAngles_agree() {
    SkyPosition tCrB = new SkyPosition(239.875667, 25.920167);

    assertThat(tCrB.separationArcsec(tCrB)).isZero();
    assertThat(new SkyPosition(10, 60).separationArcsec(new SkyPosition(10, 60 + 1 / 3600.0)))
        .isCloseTo(1, within(1e-9));
    assertThat(new SkyPosition(359.9999, 0).separationArcsec(new SkyPosition(0.0001, 0)))
        .isCloseTo(0.72, within(1e-6));
    assertThat(new SkyPosition(0, 90).separationArcsec(new SkyPosition(123, -90)))
        .isCloseTo(180 * 3600, within(1e-6));
    assertThat(new SkyPosition(0, 60).separationArcsec(new SkyPosition(2 / 3600.0, 60)))
        .isCloseTo(1, within(1e-8));
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
  void numbersThatAreNoPosition_areRefused() {
    assertThatThrownBy(() -> new SkyPosition(361, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot build position: right ascension 361.0, declination 0.0"
                + " (degrees, 0 to 360 and -90 to 90)");
    assertThat(SkyPosition.valid(Double.NaN, 0)).isFalse();
    assertThat(SkyPosition.valid(0, -90.1)).isFalse();
  }
}

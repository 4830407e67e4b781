package org.novacat.transforms.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Observation;

class IcrsTest {
  /** Computed with astropy 5.2.1. */
  @ParameterizedTest
  @CsvSource({
    "239.352083333, 26.0605555556, FK4, B1950, 239.8757424, 25.9197626",
    "10.5, -60.25, FK4, B1950, 11.0501102, -59.9764178",
    "300.1, 5.0, FK4, B1900, 301.3378148, 5.2844561",
    "120.0, 70.0, FK4, B1875, 123.2134525, 69.6351887",
    "45.0, 80.0, FK4, B1855, 50.3390956, 80.5439590",
    "346.663, -5.0248, FK5, J2003.52, 346.6174980, -5.0438699",
    "239.352083333, 26.0605555556, FK5, J1950, 239.8754840, 25.9197386",
    "239.9, 25.85, FK5, J2023.4, 239.6547990, 25.9155658",
    "15.0, -20.0, FK5, J2050, 14.3852033, -20.2692277",
    "42.3738, 48.1647, GALACTIC, '', 239.8756530, 25.9201641",
    "239.875667, 25.920167, '', '', 239.875667, 25.920167",
    "239.875667, 25.920167, ICRS, 2000.0, 239.875667, 25.920167"
  })
  void frames_areBroughtToIcrs(
      double lon, double lat, String radesys, String equinox, double ra, double dec) {
    SkyPosition icrs = Icrs.of(lon, lat, SkyFrame.of(radesys, equinox), Double.NaN).orElseThrow();

    assertThat(icrs.separationArcsec(new SkyPosition(ra, dec))).isLessThan(0.5);
  }

  /** Computed with ERFA's atci13. */
  @Test
  void apparentPlace_needsTheTime() {
    SkyFrame frame = SkyFrame.of("GAPPT", "");

    assertThat(Icrs.of(240.12530436, 25.85320985, frame, Double.NaN)).isEmpty();
    assertThat(
            Icrs.of(240.12530436, 25.85320985, frame, 60_090.875)
                .orElseThrow()
                .separationArcsec(new SkyPosition(239.875667, 25.920167)))
        .isLessThan(0.1);
  }

  @Test
  void numbersOfJ2000_stayAsTheyAre() {
    assertThat(Icrs.of(306.12, -5.25, SkyFrame.of("FK5", "2000.0"), 60_000))
        .contains(new SkyPosition(306.12, -5.25));
  }

  @Test
  void unclearFrame_givesNoPosition() {
    assertThat(Icrs.of(1, 2, SkyFrame.of("ICRS", "1950"), 60_000)).isEmpty();
  }

  @Test
  void rightAscensionOf360_isZero() {
    Observation observation = new Observation("", 360.0, 5.0, "", "", "", null, null, Map.of());

    assertThat(Icrs.of(observation)).contains(new SkyPosition(0, 5));
  }

  @ParameterizedTest
  @CsvSource({"1900", "1925", "1975", "2025"})
  void precessionForthAndBack_isTheSamePlace(double equinox) {
    var there = Newcomb.precess(1, 0.5, 1950, equinox);
    var back = Newcomb.precess(there.alpha, there.delta, equinox, 1950);

    assertThat(back.alpha).isCloseTo(1, within(1e-8));
    assertThat(back.delta).isCloseTo(0.5, within(1e-8));
  }
}

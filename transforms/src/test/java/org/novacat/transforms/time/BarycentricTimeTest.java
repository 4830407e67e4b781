package org.novacat.transforms.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jastronomy.jsofa.JSOFA;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.testing.Seeded;

class BarycentricTimeTest {
  private static final BarycentricTime TIMES = new BarycentricTime(LeapSeconds.standard());
  private static final SkyPosition RS_OPH = new SkyPosition(267.554792, -6.707917);
  private static final double MILLISECOND = 0.001;
  private static final double KM_PER_AU = 149_597_870.7;

  /**
   * By astropy 5.2.1 with pyerfa 2.0.0.1 (Debian): {@code Time(mjd, format='mjd', scale='utc',
   * location=EarthLocation.from_geocentric(0, 0, 0, unit='m'))}; the columns are position, date,
   * {@code t.tdb} less the date, and {@code t.light_travel_time(SkyCoord(ra, dec, unit='deg'),
   * kind=…, ephemeris='builtin')} with kind barycentric and heliocentric, seconds.
   */
  @ParameterizedTest
  @CsvSource({
    "267.554792, -6.707917, 41318.0, 42.183947, -458.758532, -456.709678",
    "317.875000, 48.149500, 41318.0, 42.183947, -101.572137, -101.640639",
    "52.799750, 43.904700, 41318.0, 42.183947, 347.268760, 345.299894",
    "267.554792, -6.707917, 42655.25, 46.182650, 165.105468, 164.217076",
    "317.875000, 48.149500, 42655.25, 46.182650, 251.932573, 252.373925",
    "270.000000, 66.560700, 42655.25, 46.182650, 0.019477, -0.008624",
    "267.554792, -6.707917, 49000.5, 59.184311, -424.843923, -422.659069",
    "52.799750, 43.904700, 51544.5, 64.183901, 346.137586, 348.766280",
    "270.000000, 66.560700, 51544.5, 64.183901, 0.100739, -0.002118",
    "317.875000, 48.149500, 53000.123456, 64.183790, -75.547511, -76.526040",
    "52.799750, 43.904700, 57753.99999, 69.183941, 350.322069, 348.041733",
    "52.799750, 43.904700, 57754.0, 69.183951, 350.322018, 348.041683",
    "267.554792, -6.707917, 58849.75, 69.183921, -461.295204, -457.827393",
    "317.875000, 48.149500, 60310.5, 69.183895, -100.006703, -98.296246",
    "52.799750, 43.904700, 61000.0, 69.182867, 446.608000, 449.526207"
  })
  void geocentricUtc_agreesWithAstropyToAMillisecond(
      double ra, double dec, double mjd, double tdb, double barycentric, double heliocentric) {
    SkyPosition nova = new SkyPosition(ra, dec);

    double fromGeo = secondsAfter(mjd, epoch(mjd, TimeScale.UTC, TimeReference.GEO), nova);
    double mjdTdb = mjd + tdb / 86_400;
    double fromTt = secondsAfter(mjdTdb, epoch(mjdTdb, TimeScale.TT, TimeReference.GEO), nova);
    double atSun = mjdTdb + heliocentric / 86_400;
    double fromSun = secondsAfter(mjdTdb, epoch(atSun, TimeScale.TDB, TimeReference.HELIO), nova);

    assertThat(fromGeo).isCloseTo(tdb + barycentric, within(MILLISECOND));
    assertThat(fromTt).isCloseTo(barycentric, within(2 * MILLISECOND)); // TDB is not TT
    assertThat(fromSun).isCloseTo(barycentric, within(MILLISECOND));
  }

  @Test
  void barycentricUtc_isOnlyRescaled() {
    double seconds =
        secondsAfter(57_754.5, epoch(57_754.5, TimeScale.UTC, TimeReference.BARY), RS_OPH);

    assertThat(seconds).isCloseTo(69.184, within(0.002));
  }

  /** The test of SOFA's epv00 (t_sofa_c.c). */
  @Test
  void earth_isWhereSofaTestsIt() {
    double[] earth = new SolarSystem().earth(53_411.52501161);

    assertThat(earth[0]).isCloseTo(-0.771410444049111, within(1e-9));
    assertThat(earth[1]).isCloseTo(0.559841206182417, within(1e-9));
    assertThat(earth[2]).isCloseTo(0.242599627772245, within(1e-9));
  }

  /**
   * An ephemeris of another making: JPL's Mars from the barycentre less Mars from the Earth, km, at
   * JD 2457061.5, as the manual of jplephem prints them, rounded there to 1 km.
   */
  @Test
  void earth_isWhereJplHasIt() {
    double[] earth = new SolarSystem().earth(57_061.0);

    assertThat(earth[0] * KM_PER_AU).isCloseTo(205_700_211.0 - 316_065_185.0, within(20.0));
    assertThat(earth[1] * KM_PER_AU).isCloseTo(42_514_164.6 + 46_792_955.7, within(20.0));
    assertThat(earth[2] * KM_PER_AU).isCloseTo(13_937_918.3 + 24_755_411.1, within(20.0));
  }

  @Test
  void interpolation_keepsWhatWasComputed() {
    SolarSystem system = new SolarSystem();
    Seeded.cases(
        300,
        random -> {
          double mjd = 41_317 + random.nextDouble() * 20_000;
          double[][] heliocentric = new double[2][3];
          double[][] barycentric = new double[2][3];
          JSOFA.jauEpv00(2_400_000.5, mjd, heliocentric, barycentric);
          for (int i = 0; i < 3; i++) {
            assertThat(system.earth(mjd)[i]).isCloseTo(barycentric[0][i], within(2e-9));
            assertThat(system.sun(mjd)[i])
                .isCloseTo(barycentric[0][i] - heliocentric[0][i], within(2e-9));
          }
        });
  }

  /** Fairhead and Bretagnon's 787 terms, of which the equation in use has the largest seven. */
  @Test
  void tdb_agreesWithSofaTo20Microseconds() {
    for (double mjd = 41_317; mjd < 65_000; mjd += 13.7) {
      double sofa = JSOFA.jauDtdb(2_400_000.5, mjd, 0, 0, 0, 0);
      assertThat(TimeScales.tdbMinusTt(mjd)).isCloseTo(sofa, within(20e-6));
    }
  }

  @Test
  void barycentricTdb_staysAsItIsInAnyYear() {
    assertThat(TIMES.of(epoch(15_437, TimeScale.TDB, TimeReference.BARY), RS_OPH))
        .isEqualTo(15_437.0);
  }

  @ParameterizedTest
  @CsvSource({
    "41316.99, UTC, GEO",
    "15437, UTC, GEO",
    "15437, TT, HELIO",
    "50000, UNKNOWN, GEO",
    "50000, UNKNOWN, BARY",
    "50000, UTC, UNKNOWN",
    "50000, TDB, UNKNOWN"
  })
  void unknownScaleOrPlaceAndYearsBefore1972_haveNone(
      double mjd, TimeScale scale, TimeReference place) {
    assertThat(TIMES.of(epoch(mjd, scale, place), RS_OPH)).isNull();
  }

  private static double secondsAfter(double mjd, Epoch epoch, SkyPosition nova) {
    return (TIMES.of(epoch, nova) - mjd) * 86_400;
  }

  private static Epoch epoch(double mjd, TimeScale scale, TimeReference place) {
    return new Epoch(mjd, scale, place, "", EpochSystem.OTHER, null, null, false);
  }
}

package org.novacat.transforms.time;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jastronomy.jsofa.JSOFA;

/**
 * Where the geocentre and the Sun are, from the barycentre of the solar system. Computed by SOFA's
 * epv00 (within 14 km of DE405 from 1900 to 2100) at the beginning of a day and interpolated within
 * it by the cubic that has position and velocity of both ends: it follows Earth and Moon to 0.1 km,
 * 0.3 μs of light, and a million rows cost what the days cost that they fall on. Positions that
 * were computed are kept. Safe for use by many threads.
 */
final class SolarSystem {
  /** The days whose positions are kept: from 1899 to 2100, which epv00 covers. */
  private static final int FIRST_DAY = 15_000;

  private static final int DAYS = 73_500;

  /** epv00 takes a date in two parts. */
  private static final double MJD_ZERO = 2_400_000.5;

  private final AtomicReferenceArray<State> states = new AtomicReferenceArray<>(DAYS);

  /**
   * Position and velocity of geocentre and Sun, au and au a day, along the axes of the BCRS.
   *
   * @param earth x, y, z and their rates
   * @param sun x, y, z and their rates
   */
  private record State(double[] earth, double[] sun) {}

  /** The geocentre, au, along the axes of the BCRS. */
  double[] earth(double mjdTdb) {
    int day = (int) Math.floor(mjdTdb);
    return between(state(day).earth(), state(day + 1).earth(), mjdTdb - day);
  }

  /** The Sun, au, along the axes of the BCRS. */
  double[] sun(double mjdTdb) {
    int day = (int) Math.floor(mjdTdb);
    return between(state(day).sun(), state(day + 1).sun(), mjdTdb - day);
  }

  /** Hermite's cubic: position and rate are those of the ends. */
  private static double[] between(double[] from, double[] to, double t) {
    double a = (1 + 2 * t) * (1 - t) * (1 - t);
    double b = t * (1 - t) * (1 - t);
    double c = t * t * (3 - 2 * t);
    double d = t * t * (t - 1);
    double[] place = new double[3];
    for (int i = 0; i < 3; i++) {
      place[i] = a * from[i] + b * from[i + 3] + c * to[i] + d * to[i + 3];
    }
    return place;
  }

  private State state(int day) {
    int slot = day - FIRST_DAY;
    if (slot < 0 || slot >= DAYS) {
      return compute(day);
    }
    State known = states.get(slot);
    if (known == null) {
      known = compute(day);
      states.set(slot, known);
    }
    return known;
  }

  private static State compute(int day) {
    double[][] heliocentric = new double[2][3];
    double[][] barycentric = new double[2][3];
    // It warns by 1 outside 1900 to 2100, where it is still good to some thousand km.
    int unused = JSOFA.jauEpv00(MJD_ZERO, day, heliocentric, barycentric);
    double[] earth = new double[6];
    double[] sun = new double[6];
    for (int i = 0; i < 6; i++) {
      earth[i] = barycentric[i / 3][i % 3];
      sun[i] = earth[i] - heliocentric[i / 3][i % 3];
    }
    return new State(earth, sun);
  }
}

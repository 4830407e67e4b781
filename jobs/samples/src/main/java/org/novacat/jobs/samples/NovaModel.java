package org.novacat.jobs.samples;

import java.time.Instant;
import java.util.Random;

/**
 * How bright and how fast an invented nova is.
 *
 * @param maximum when it was brightest
 * @param peakMagnitude V magnitude then
 * @param t2Days days to fade by two magnitudes
 * @param expansion velocity of the ejecta, km/s
 * @param radialVelocity of the whole, km/s, positive away from us
 * @param heliumShare 0 for a nova of class Fe II, 1 for class He/N
 */
public record NovaModel(
    Instant maximum,
    double peakMagnitude,
    double t2Days,
    double expansion,
    double radialVelocity,
    double heliumShare) {
  /** Early 2021, so that no epoch lies in the future. */
  private static final Instant EARLIEST = Instant.parse("2021-01-05T00:00:00Z");

  private static final int LATEST_DAYS = 300;

  /** Flux density of V = 0 at 5500 Å, erg/s/cm²/Å (Bessell, Castelli and Plez 1998, table A2). */
  private static final double ZERO_MAGNITUDE = 3.631e-9;

  /**
   * Flux falls as t^-1.75 down to six magnitudes below maximum and as t^-3.5 after that, in the
   * universal decline law (Hachisu and Kato 2006, ApJS 167, 59, abstract).
   */
  private static final double DECLINE = 1.75;

  private static final double LATE_DECLINE = 3.5;

  private static final double TWO_MAGNITUDES = StrictMath.pow(10, 2 / (2.5 * DECLINE)) - 1;

  /** How much later than its beginning a decline is six magnitudes down. */
  private static final double BREAK = StrictMath.pow(10, 6 / (2.5 * DECLINE));

  /** Any nova; the faster it fades, the faster it expands. */
  static NovaModel draw(Random random) {
    double t2 = 6 + 40 * random.nextDouble();
    return new NovaModel(
        EARLIEST.plusSeconds(random.nextInt(LATEST_DAYS * 86_400)),
        5 + 5 * random.nextDouble(),
        t2,
        800 + 12_000 / t2 * (0.8 + 0.4 * random.nextDouble()),
        -150 + 300 * random.nextDouble(),
        random.nextDouble());
  }

  /** Flux density at 5500 Å on day {@code day} after maximum, erg/s/cm²/Å. */
  public double fluxAt5500(double day) {
    double atMaximum = ZERO_MAGNITUDE * StrictMath.pow(10, -0.4 * peakMagnitude);
    double age = 1 + TWO_MAGNITUDES * day / t2Days;
    double late = Math.max(1, age / BREAK);
    return atMaximum * StrictMath.pow(age, -DECLINE) * StrictMath.pow(late, DECLINE - LATE_DECLINE);
  }

  /** Flux density of the continuum at {@code wavelength} Å on that day, erg/s/cm²/Å. */
  public double continuum(double wavelength, double day) {
    double temperature = temperature(day);
    return fluxAt5500(day)
        * NovaSpectrum.planck(wavelength, temperature)
        / NovaSpectrum.planck(5500, temperature);
  }

  /** Temperature of the continuum on day {@code day}, K: it rises as the photosphere shrinks. */
  double temperature(double day) {
    return Math.min(50_000, 8_000 * StrictMath.pow(1 + day / t2Days, 0.7));
  }
}

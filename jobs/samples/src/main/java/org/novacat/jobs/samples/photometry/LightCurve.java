package org.novacat.jobs.samples.photometry;

import java.time.Instant;
import org.novacat.jobs.samples.NovaModel;
import org.novacat.jobs.samples.SampleNova;

/**
 * The brightness of an invented nova at any time: the decline of its model, in the colours of its
 * continuum; a steep rise before; and before that next to nothing.
 */
public record LightCurve(SampleNova nova, NovaModel model) {
  private static final double SECONDS_A_DAY = 86_400;

  /** MJD of 1970-01-01T00:00:00Z. */
  private static final double MJD_OF_EPOCH = 40_587;

  /** Days from quiescence to maximum, and the outburst's amplitude in magnitudes. */
  private static final double RISE = 2;

  private static final double AMPLITUDE = 12;

  /** X-rays come when the ejecta have thinned, and go when the fuel is spent: in units of t2. */
  private static final double TURN_ON = 3;

  private static final double TURN_OFF = 14;

  /** erg/s/cm², 0.3-10 keV, while the source is on. */
  private static final double XRAY_LEVEL = 3e-11;

  /** MJD of the maximum, UTC. */
  double maximumMjd() {
    Instant maximum = model.maximum();
    return maximum.getEpochSecond() / SECONDS_A_DAY + MJD_OF_EPOCH;
  }

  /** Magnitude on day {@code day} after maximum, negative before it. */
  public double magnitude(SampleBand band, double day) {
    double shining = band.magnitude(model.continuum(band.wavelength(), Math.max(0, day)));
    return day >= 0 ? shining : shining + AMPLITUDE * Math.min(1, -day / RISE);
  }

  /** Flux in X-rays, erg/s/cm²: a smooth step up and one down. */
  double xrays(double day) {
    double age = Math.max(1e-3, day / model.t2Days());
    return XRAY_LEVEL
        / (1 + StrictMath.pow(age / TURN_ON, -6))
        / (1 + StrictMath.pow(age / TURN_OFF, 6));
  }

  /**
   * One look at a nova.
   *
   * @param mjd UTC, as at the telescope
   * @param magnitude with its noise; of a nova that was not seen, the faintest that would have been
   * @param error standard deviation of the magnitude; of a limit 0
   * @param limit whether the nova was not seen
   */
  record CurvePoint(double mjd, SampleBand band, double magnitude, double error, boolean limit) {
    private static final double JD_OF_MJD_ZERO = 2_400_000.5;

    double jd() {
      return mjd + JD_OF_MJD_ZERO;
    }
  }
}

package org.novacat.jobs.samples;

/**
 * The light of an invented nova on one day: a black body, emission lines, and the blue-shifted
 * absorption beside them that a P Cygni profile has.
 */
final class NovaSpectrum {
  /** km/s. */
  private static final double LIGHT = 299_792.458;

  /** Second radiation constant hc/k, Å K (CODATA 2018). */
  private static final double C2 = 1.438776877e8;

  /** Widths as shares of the expansion velocity. */
  private static final double EMISSION_SIGMA = 0.5;

  private static final double TROUGH_SIGMA = 0.22;
  private static final double TROUGH_CENTRE = -0.95;
  private static final double NEBULAR_PEAK = 0.55;
  private static final double NEBULAR_SIGMA = 0.3;

  /** Beyond so many expansion velocities a line is not seen. */
  private static final double REACH = 3;

  /** km/s. */
  private static final double CLOUD_SIGMA = 60;

  /** No absorption is blacker than this share of the continuum. */
  private static final double FLOOR = 0.05;

  private final NovaModel model;
  private final double day;
  private final double phase;

  NovaSpectrum(NovaModel model, double day) {
    this.model = model;
    this.day = day;
    this.phase = day / model.t2Days();
  }

  /** Flux density at wavelengths in air, Angstrom, in any order; erg/s/cm²/Å. */
  double[] flux(double[] air) {
    double[] ratio = new double[air.length];
    for (Line line : Line.ALL) {
      add(line, air, ratio);
    }
    double level = model.fluxAt5500(day);
    double temperature = model.temperature(day);
    double planck5500 = planck(5500, temperature);
    double[] flux = new double[air.length];
    for (int i = 0; i < air.length; i++) {
      double continuum = level * planck(air[i], temperature) / planck5500;
      flux[i] = continuum * Math.max(FLOOR, 1 + ratio[i]);
    }
    return flux;
  }

  /** Planck's law in wavelength, without its constant factor. */
  static double planck(double wavelength, double temperature) {
    double x = C2 / (wavelength * temperature);
    return StrictMath.pow(wavelength, -5) / StrictMath.expm1(x);
  }

  private void add(Line line, double[] air, double[] ratio) {
    boolean cloud = line.family() == LineFamily.INTERSTELLAR;
    double centre = cloud ? line.wavelength() : shifted(line.wavelength());
    double reach = REACH * (cloud ? CLOUD_SIGMA : model.expansion());
    for (int i = 0; i < air.length; i++) {
      double velocity = (air[i] / centre - 1) * LIGHT;
      if (Math.abs(velocity) < reach) {
        ratio[i] +=
            cloud ? -line.strength() * bell(velocity, 0, CLOUD_SIGMA) : wind(line, velocity);
      }
    }
  }

  private double shifted(double wavelength) {
    return wavelength * (1 + model.radialVelocity() / LIGHT);
  }

  private double wind(Line line, double velocity) {
    LineFamily family = line.family();
    double v = velocity / model.expansion();
    double emission = line.strength() * family.emission(phase, model.heliumShare());
    double shape =
        family == LineFamily.FORBIDDEN
            ? bell(v, -NEBULAR_PEAK, NEBULAR_SIGMA) + bell(v, NEBULAR_PEAK, NEBULAR_SIGMA)
            : bell(v, 0, EMISSION_SIGMA);
    return emission * shape - family.absorption(phase) * bell(v, TROUGH_CENTRE, TROUGH_SIGMA);
  }

  private static double bell(double x, double centre, double sigma) {
    double z = (x - centre) / sigma;
    return StrictMath.exp(-0.5 * z * z);
  }
}

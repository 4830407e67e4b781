package org.novacat.jobs.samples;

import static org.novacat.jobs.samples.NovaSpectrum.LineFamily.BALMER;
import static org.novacat.jobs.samples.NovaSpectrum.LineFamily.FORBIDDEN;
import static org.novacat.jobs.samples.NovaSpectrum.LineFamily.HELIUM;
import static org.novacat.jobs.samples.NovaSpectrum.LineFamily.INTERSTELLAR;
import static org.novacat.jobs.samples.NovaSpectrum.LineFamily.IRON;

import java.util.List;
import java.util.function.DoubleBinaryOperator;
import org.novacat.jobs.samples.NovaSpectrum.LineFamily;

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
    double emission = line.strength() * family.emission.applyAsDouble(phase, model.heliumShare());
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

  /**
   * Lines that come and go together. Strengths are relative to the continuum; {@code phase} is the
   * time since maximum in units of t2; {@code helium} is 0 for class Fe II and 1 for class He/N.
   */
  enum LineFamily {
    /** There from the beginning, ever stronger as the continuum fades. */
    BALMER(0.75, (phase, helium) -> StrictMath.pow(0.4 + phase, 0.8)),
    /** The mark of the optically thick wind; gone after a few t2. */
    IRON(0.7, (phase, helium) -> (1 - 0.8 * helium) * StrictMath.exp(-phase / 4)),
    /** Rises as the source grows hot. */
    HELIUM(0.3, (phase, helium) -> (0.3 + 0.7 * helium) * phase / (1 + phase)),
    /** The nebular phase: thin gas, no absorption. */
    FORBIDDEN(0, (phase, helium) -> StrictMath.pow(Math.max(0, phase - 2), 1.2)),
    /** Clouds on the way, which do not care for the nova. */
    INTERSTELLAR(0, (phase, helium) -> 0);

    private final double trough;

    @SuppressWarnings("ImmutableEnumChecker") // a formula
    private final DoubleBinaryOperator emission;

    LineFamily(double trough, DoubleBinaryOperator emission) {
      this.trough = trough;
      this.emission = emission;
    }

    /** Depth of the P Cygni absorption, a share of the continuum. */
    double absorption(double phase) {
      return trough * StrictMath.exp(-phase / 2.5);
    }
  }

  /**
   * A spectral line.
   *
   * @param wavelength at rest, in air, Angstrom (NIST Atomic Spectra Database)
   * @param family what it comes and goes with
   * @param strength peak over the continuum when its family's emission is 1; for an interstellar
   *     line the depth
   */
  private record Line(double wavelength, LineFamily family, double strength) {
    /** What shows in a nova from 2300 to 10,000 Å. */
    static final List<Line> ALL =
        List.of(
            new Line(6562.79, BALMER, 3.0), // H alpha
            new Line(4861.35, BALMER, 1.3),
            new Line(4340.47, BALMER, 0.8),
            new Line(4101.73, BALMER, 0.5),
            new Line(3970.07, BALMER, 0.4),
            new Line(2599.40, IRON, 0.7),
            new Line(4233.17, IRON, 0.4),
            new Line(4583.84, IRON, 0.4),
            new Line(4923.92, IRON, 0.9), // multiplet 42
            new Line(5018.44, IRON, 1.0),
            new Line(5169.03, IRON, 1.2),
            new Line(5276.00, IRON, 0.4),
            new Line(2795.53, BALMER, 1.1), // Mg II h and k behave like hydrogen here
            new Line(2802.71, BALMER, 0.9),
            new Line(8446.36, BALMER, 0.9), // O I, pumped by Lyman beta
            new Line(4471.48, HELIUM, 0.3),
            new Line(4640.64, HELIUM, 0.8), // N III
            new Line(4685.70, HELIUM, 0.7), // He II
            new Line(5875.62, HELIUM, 0.9),
            new Line(6678.15, HELIUM, 0.5),
            new Line(7065.19, HELIUM, 0.6),
            new Line(4363.21, FORBIDDEN, 0.7), // [O III]
            new Line(4958.91, FORBIDDEN, 0.8),
            new Line(5006.84, FORBIDDEN, 2.4),
            new Line(5754.59, FORBIDDEN, 0.5), // [N II]
            new Line(6300.30, FORBIDDEN, 0.3), // [O I]
            new Line(5889.95, INTERSTELLAR, 0.7), // Na I D
            new Line(5895.92, INTERSTELLAR, 0.5));
  }
}

package org.novacat.jobs.samples;

import static org.novacat.jobs.samples.LineFamily.BALMER;
import static org.novacat.jobs.samples.LineFamily.FORBIDDEN;
import static org.novacat.jobs.samples.LineFamily.HELIUM;
import static org.novacat.jobs.samples.LineFamily.INTERSTELLAR;
import static org.novacat.jobs.samples.LineFamily.IRON;

import java.util.List;

/**
 * A spectral line.
 *
 * @param wavelength at rest, in air, Angstrom (NIST Atomic Spectra Database)
 * @param family what it comes and goes with
 * @param strength peak over the continuum when its family's emission is 1; for an interstellar line
 *     the depth
 */
record Line(double wavelength, LineFamily family, double strength) {
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

package org.novacat.jobs.samples;

import java.util.function.DoubleBinaryOperator;

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

  double emission(double phase, double helium) {
    return emission.applyAsDouble(phase, helium);
  }

  /** Depth of the P Cygni absorption, a share of the continuum. */
  double absorption(double phase) {
    return trough * StrictMath.exp(-phase / 2.5);
  }
}

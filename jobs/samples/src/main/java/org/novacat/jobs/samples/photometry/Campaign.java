package org.novacat.jobs.samples.photometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;

/**
 * How somebody follows a nova: a few nights before anybody knew, then often, then ever less.
 *
 * @param bands looked at in turn, minutes apart
 * @param nights after maximum
 * @param lastDay the last of them, days after maximum
 * @param brightest what is brighter saturates and is not measured, magnitude
 * @param depth what is fainter is not seen, magnitude
 * @param floor the smallest error, magnitude
 */
record Campaign(
    List<SampleBand> bands,
    int nights,
    double lastDay,
    double brightest,
    double depth,
    double floor) {
  private static final double[] BEFORE = {-41.2, -17.9, -6.1, -2.8};
  private static final double FIRST_DAY = 0.3;
  private static final double MINUTES_APART = 4.0 / 1440;

  /** The error of a magnitude where the signal is five times the noise. */
  private static final double AT_DEPTH = 0.217;

  /** What such a campaign finds, in the order of time. */
  List<CurvePoint> observe(LightCurve curve, Random random) {
    List<CurvePoint> seen = new ArrayList<>();
    for (double day : BEFORE) {
      night(curve, day, random, seen);
    }
    for (int night = 0; night < nights; night++) {
      double along = (double) night / Math.max(1, nights - 1);
      double day = FIRST_DAY * StrictMath.pow(lastDay / FIRST_DAY, along);
      night(curve, day * (1 + 0.05 * random.nextDouble()), random, seen);
    }
    return seen;
  }

  private void night(LightCurve curve, double day, Random random, List<CurvePoint> seen) {
    for (int i = 0; i < bands.size(); i++) {
      double at = day + i * MINUTES_APART;
      double magnitude = curve.magnitude(bands.get(i), at);
      double noise = random.nextGaussian();
      if (magnitude >= brightest) {
        seen.add(look(curve.maximumMjd() + at, bands.get(i), magnitude, noise));
      }
    }
  }

  private CurvePoint look(double mjd, SampleBand band, double magnitude, double noise) {
    if (magnitude > depth) {
      return new CurvePoint(mjd, band, depth + 0.15 * noise, 0, true);
    }
    double photons = AT_DEPTH * StrictMath.pow(10, 0.4 * (magnitude - depth));
    double error = StrictMath.sqrt(floor * floor + photons * photons);
    return new CurvePoint(mjd, band, magnitude + error * noise, error, false);
  }
}

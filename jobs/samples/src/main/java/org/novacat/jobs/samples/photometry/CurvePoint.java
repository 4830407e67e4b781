package org.novacat.jobs.samples.photometry;

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

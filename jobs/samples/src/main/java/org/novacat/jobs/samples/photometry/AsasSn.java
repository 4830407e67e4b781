package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.ASASSN_G;

import java.util.List;
import java.util.Random;

/** A light curve of ASAS-SN's Sky Patrol, version 2: what was not seen has error 99.99. */
final class AsasSn implements Dialect {
  private static final String HEADER =
      "JD,Flux,Flux Error,Mag,Mag Error,Limit,FWHM,Filter,Quality,Camera\n";

  private static final double FIVE_SIGMA_MJY = 0.15;

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(ASASSN_G), 70, 700, 7, 17.2, 0.02);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "asassn_%s.csv".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, seen, one -> line(one, random));
  }

  private String line(CurvePoint one, Random random) {
    double flux = one.limit() ? 0.03 * random.nextGaussian() : millijansky(one.magnitude());
    return Dialect.format(
        "%.5f,%.4f,%.4f,%.3f,%.3f,%.3f,%.2f,%s,G,b%s\n",
        one.jd(),
        flux,
        one.limit() ? FIVE_SIGMA_MJY / 5 : flux * one.error() / 1.0857,
        one.limit() ? 99.99 : one.magnitude(),
        one.limit() ? 99.99 : one.error(),
        one.limit() ? one.magnitude() : campaign().depth(),
        1.4 + 0.3 * random.nextDouble(),
        one.band().text(),
        (char) ('a' + random.nextInt(4)));
  }

  private static double millijansky(double magnitude) {
    return 3.631e6 * StrictMath.pow(10, -0.4 * magnitude);
  }
}

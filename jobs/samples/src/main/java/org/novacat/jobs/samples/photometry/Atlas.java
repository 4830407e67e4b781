package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.ATLAS_C;
import static org.novacat.jobs.samples.photometry.SampleBand.ATLAS_O;

import java.util.List;
import java.util.Random;

/** Forced photometry of ATLAS: a flux at the place of the nova, whether it was there or not. */
final class Atlas implements Dialect {
  private static final String HEADER =
      "###MJD          m      dm     uJy     duJy F err chi/N     RA       Dec        x"
          + "        y     maj  min   phi  apfit mag5sig Sky   Obs\n";

  /** AB magnitude of one microjansky. */
  private static final double MICROJANSKY = 23.9;

  private static final double ERROR_OF_FLUX = 1.0857;

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(ATLAS_O, ATLAS_C), 35, 900, 9, 19.4, 0.01);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "atlas_%s.txt".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, seen, one -> line(curve, one, random));
  }

  private String line(LightCurve curve, CurvePoint one, Random random) {
    double depth = one.limit() ? one.magnitude() : campaign().depth();
    double error =
        one.limit() ? flux(depth) / 5 : flux(one.magnitude()) * one.error() / ERROR_OF_FLUX;
    double flux = one.limit() ? error * random.nextGaussian() : flux(one.magnitude());
    return measured(one, flux, error)
        + place(curve, random)
        + Dialect.format(
            "%5.2f 20.80 01a%05do%04do\n", depth, (int) one.mjd(), random.nextInt(1000));
  }

  private static String measured(CurvePoint one, double flux, double error) {
    return Dialect.format(
        "%.6f %7.3f %6.3f %8.0f %5.0f %s  0 ",
        one.mjd(),
        magnitude(flux),
        Math.min(99, ERROR_OF_FLUX * error / Math.max(1e-9, Math.abs(flux))),
        flux,
        Math.max(1, error),
        one.band().text());
  }

  /** Goodness of the fit, where on the sky, and where on the chip. */
  private static String place(LightCurve curve, Random random) {
    return Dialect.format(
        "%6.2f %9.5f %9.5f %8.2f %8.2f 2.04 2.02 %5.1f -0.425 ",
        1 + random.nextDouble(),
        curve.nova().raDeg(),
        curve.nova().decDeg(),
        10_000 * random.nextDouble(),
        10_000 * random.nextDouble(),
        180 * random.nextDouble() - 90);
  }

  private static double flux(double magnitude) {
    return StrictMath.pow(10, -0.4 * (magnitude - MICROJANSKY));
  }

  /** The sign of the flux goes before the magnitude, as ATLAS prints it. */
  private static double magnitude(double flux) {
    double magnitude = MICROJANSKY - 2.5 * StrictMath.log10(Math.max(1e-9, Math.abs(flux)));
    return flux < 0 ? -magnitude : magnitude;
  }
}

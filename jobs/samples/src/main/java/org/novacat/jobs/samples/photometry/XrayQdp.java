package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * X-ray fluxes for QDP: days since a moment that the file does not name, so that a sidecar says it.
 */
final class XrayQdp implements Dialect {
  private static final double RELATIVE_ERROR = 0.12;

  /** Noise where there is no source, erg/s/cm². */
  private static final double BACKGROUND = 2e-14;

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(V), 60, 900, -30, 99, 0);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "xray_%s_fluxlc.qdp".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table("READ SERR 1 2\n", seen, one -> line(curve, one, random));
  }

  private static String line(LightCurve curve, CurvePoint one, Random random) {
    double day = one.mjd() - curve.maximumMjd();
    double flux = curve.xrays(day);
    double error = RELATIVE_ERROR * flux + BACKGROUND;
    return Dialect.format(
        "%.5f\t%.5f\t%.6E\t%.6E\n",
        day, 0.005 + 0.01 * random.nextDouble(), flux + error * random.nextGaussian(), error);
  }

  @Override
  public Map<String, byte[]> companions(LightCurve curve) {
    return Map.of(
        fileName(curve) + ".sidecar.json",
        Dialect.bytes(
            Dialect.format(
                "{\"nova\": \"%s\", \"t0\": %.5f, \"telescope\": \"Swift\", \"instrument\": \"XRT\"}\n",
                curve.nova().name(), curve.maximumMjd())));
  }
}

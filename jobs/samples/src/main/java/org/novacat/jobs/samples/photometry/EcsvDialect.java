package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.util.List;
import java.util.Random;

/** Enhanced CSV as astropy writes it: units and the target stand in a YAML header. */
final class EcsvDialect implements Dialect {
  private static final String HEADER =
      """
      # %%ECSV 1.0
      # ---
      # datatype:
      # - {name: mjd, unit: d, datatype: float64}
      # - {name: filter, datatype: string}
      # - {name: mag, unit: mag, datatype: float64}
      # - {name: magerr, unit: mag, datatype: float64}
      # meta: !!omap
      # - {object: %s}
      # - {timesys: UTC}
      # - {telescope: Sample 1m}
      # schema: astropy-2.0
      mjd filter mag magerr
      """;

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V), 35, 400, 2, 18, 0.01);
  }

  @Override
  public String fileName(LightCurve curve) {
    return curve.nova().compactName() + "_bv.ecsv";
  }

  @Override
  public int rows(List<CurvePoint> seen) {
    return Dialect.detections(seen).size();
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(
        HEADER.formatted(curve.nova().name()), Dialect.detections(seen), one -> line(one));
  }

  private static String line(CurvePoint one) {
    return Dialect.format(
        "%.6f %s %.4f %.4f\n", one.mjd(), one.band().text(), one.magnitude(), one.error());
  }
}

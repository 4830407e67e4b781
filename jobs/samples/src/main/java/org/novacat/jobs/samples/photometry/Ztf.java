package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.ZTF_G;
import static org.novacat.jobs.samples.photometry.SampleBand.ZTF_R;

import java.util.List;
import java.util.Random;

/** A light curve of ZTF as IRSA gives it out: detections only, in MJD. */
final class Ztf implements Dialect {
  private static final String HEADER =
      "oid,expid,mjd,mag,magerr,catflags,filtercode,ra,dec,limitmag\n";

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(ZTF_G, ZTF_R), 45, 900, 10, 20.6, 0.015);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "ztf_%s.csv".formatted(curve.nova().compactName());
  }

  @Override
  public int rows(List<CurvePoint> seen) {
    return Dialect.detections(seen).size();
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, Dialect.detections(seen), one -> line(curve, one, random));
  }

  private String line(LightCurve curve, CurvePoint one, Random random) {
    return Dialect.format(
        "%d,%d,%.7f,%.5f,%.5f,%d,%s,%.6f,%.6f,%.3f\n",
        one.band() == ZTF_G ? 641_116_100_063_310L : 641_216_100_035_134L,
        60_000_000L + random.nextInt(9_000_000),
        one.mjd(),
        one.magnitude(),
        one.error(),
        random.nextInt(20) == 0 ? 32_768 : 0,
        one.band().text(),
        curve.nova().raDeg(),
        curve.nova().decDeg(),
        campaign().depth());
  }
}

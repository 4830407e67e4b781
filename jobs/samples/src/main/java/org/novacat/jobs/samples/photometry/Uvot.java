package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.UVOT_U;
import static org.novacat.jobs.samples.photometry.SampleBand.UVW1;
import static org.novacat.jobs.samples.photometry.SampleBand.UVW2;

import java.util.List;
import java.util.Random;

/** Magnitudes of Swift's UVOT in the layout of the SOUSA archive: NULL where nothing was seen. */
final class Uvot implements Dialect {
  private static final String HEADER =
      "#\n# Filter MJD[days] Mag MagErr 3SigMagLim 0.98SatLim[mag] Rate[c/s]"
          + " RateErr[c/s] Ap[arcsec] Frametime[s] Exp[s] Telapse[s]\n#\n";

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(UVW2, UVW1, UVOT_U), 20, 900, 9.5, 19.6, 0.04);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "uvot_%s.dat".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(
        "# %s magnitudes, synthetic\n".formatted(curve.nova().name()) + HEADER,
        seen,
        one -> line(one, random));
  }

  private String line(CurvePoint one, Random random) {
    return Dialect.format(
        "%-5s %13.4f %7s %7s %7.3f  11.091 %7.3f   0.058  3.0  0.0110 %10.2f %11.2f\n",
        one.band().text(),
        one.mjd(),
        one.limit() ? "NULL" : Dialect.format("%.3f", one.magnitude()),
        one.limit() ? "NULL" : Dialect.format("%.3f", one.error()),
        one.limit() ? one.magnitude() : campaign().depth(),
        StrictMath.pow(10, -0.4 * (one.magnitude() - 17.4)),
        300 + 600 * random.nextDouble(),
        5000 + 50_000 * random.nextDouble());
  }
}

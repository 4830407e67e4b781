package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.IC;
import static org.novacat.jobs.samples.photometry.SampleBand.RC;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.util.List;
import java.util.Random;

/** What VizieR gives out as tab-separated values: units and dashes between names and rows. */
final class VizierTsv implements Dialect {
  private static final String HEADER =
      """
      #
      #   VizieR-style export of a synthetic table
      #---Details of Columns:
      #    JD    (d)  (F14.5)  Julian date (UTC)
      #    l_mag      (A1)     Limit flag on mag
      #    mag   (mag)  (F6.3)  Magnitude
      #    e_mag (mag)  (F5.3)  ?=- Error
      #---
      JD\tl_mag\tmag\te_mag\tBand
      d\t \tmag\tmag\t\s
      --------------\t-\t------\t-----\t--
      """;

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V, RC, IC), 25, 250, 2, 17, 0.015);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "vizier_%s.tsv".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, seen, one -> line(one));
  }

  private static String line(CurvePoint one) {
    return Dialect.format(
        "%.5f\t%s\t%6.3f\t%s\t%s\n",
        one.jd(),
        one.limit() ? ">" : " ",
        one.magnitude(),
        one.limit() ? "     " : Dialect.format("%.3f", one.error()),
        one.band().text());
  }
}

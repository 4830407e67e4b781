package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.util.List;
import java.util.Random;

/** A spreadsheet from a German desk: semicolons, decimal commas, a byte order mark, CR LF. */
final class EuropeanCsv implements Dialect {
  private static final String HEADER =
      "\uFEFFObjekt;Julianisches Datum;Helligkeit;Fehler;Filter\r\n";

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V), 30, 120, 2, 14.5, 0.05);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "Beobachtungen %s.csv".formatted(curve.nova().name());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, seen, one -> line(curve, one));
  }

  private static String line(LightCurve curve, CurvePoint one) {
    return Dialect.format(
            "%s;%.4f;%s;%s;%s\r\n",
            curve.nova().name(),
            one.jd(),
            Dialect.format(one.limit() ? "<%.1f" : "%.2f", one.magnitude()),
            one.limit() ? "" : Dialect.format("%.2f", one.error()),
            one.band().text())
        .replace('.', ',');
  }
}

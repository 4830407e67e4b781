package org.novacat.jobs.demo.photometry;

import static org.novacat.jobs.demo.photometry.SampleBand.B;
import static org.novacat.jobs.demo.photometry.SampleBand.V;

import java.util.List;
import java.util.Random;

/** A spreadsheet from a German desk: semicolons, decimal commas, a byte order mark, CR LF. */
final class EuropeanCsv implements Dialect {
  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V), 30, 120, 2, 14.5, 0.05);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "Beobachtungen %s.csv".formatted(curve.nova().name());
  }

  @Override
  public byte[] write(LightCurve curve, List<Observation> seen, Random random) {
    StringBuilder text =
        new StringBuilder("\uFEFFObjekt;Julianisches Datum;Helligkeit;Fehler;Filter\r\n");
    for (Observation one : seen) {
      String line =
          Dialect.format(
              "%s;%.4f;%s;%s;%s\r\n",
              curve.nova().name(),
              one.jd(),
              Dialect.format(one.limit() ? "<%.1f" : "%.2f", one.magnitude()),
              one.limit() ? "" : Dialect.format("%.2f", one.error()),
              one.band().text());
      text.append(line.replace('.', ','));
    }
    return Dialect.bytes(text);
  }
}

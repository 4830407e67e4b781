package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.V;
import static org.novacat.jobs.samples.photometry.SampleBand.VISUAL;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What the AAVSO's archive gives out: 24 columns, many of them empty, visual estimates among. */
final class AavsoDownload implements Dialect {
  private static final String HEADER =
      "JD,Magnitude,Uncertainty,HQuncertainty,Band,Observer Code,Comment Code(s),Comp Star 1,"
          + "Comp Star 2,Charts,Comments,Transfomed,Airmass,Validation Flag,Cmag,Kmag,HJD,"
          + "Star Name,Observer Affiliation,Measurement Method,Grouping Method,ADS Reference,"
          + "Digitizer,Credit\n";

  private static final List<String> OBSERVERS = List.of("SMPA", "SMPB", "SMPC");

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(VISUAL, V), 50, 200, 2, 14, 0.1);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "aavsodata_%s.csv".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, seen, one -> line(curve, one, random));
  }

  private static String line(LightCurve curve, CurvePoint one, Random random) {
    boolean estimate = one.band() == VISUAL;
    return Dialect.format(
        "%.5f,%s,%s,,%s,%s,,72,80,sample,,No,,%s,,,,%s,,STD,,,,\n",
        one.jd(),
        Dialect.format(one.limit() ? "<%.1f" : estimate ? "%.1f" : "%.3f", one.magnitude()),
        estimate || one.limit() ? "" : Dialect.format("%.3f", one.error()),
        one.band().text(),
        OBSERVERS.get(random.nextInt(OBSERVERS.size())),
        random.nextInt(10) == 0 ? "U" : "V",
        curve.nova().name().toUpperCase(Locale.ROOT));
  }
}

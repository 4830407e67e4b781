package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.B;
import static org.novacat.jobs.samples.photometry.SampleBand.IC;
import static org.novacat.jobs.samples.photometry.SampleBand.V;

import java.util.List;
import java.util.Random;

/** The Extended File Format in which observers report to the AAVSO. */
final class AavsoExtendedDialect implements Dialect {
  private static final String HEADER =
      """
      #TYPE=EXTENDED
      #OBSCODE=SMPL
      #SOFTWARE=novacat sample, no observation
      #DELIM=,
      #DATE=JD
      #OBSTYPE=CCD
      #NAME,DATE,MAG,MERR,FILT,TRANS,MTYPE,CNAME,CMAG,KNAME,KMAG,AMASS,GROUP,CHART,NOTES
      """;

  @Override
  public Campaign campaign() {
    return new Campaign(List.of(B, V, IC), 40, 260, 2, 16.5, 0.01);
  }

  @Override
  public String fileName(LightCurve curve) {
    return "AAVSO_%s_report.txt".formatted(curve.nova().compactName());
  }

  @Override
  public byte[] write(LightCurve curve, List<CurvePoint> seen, Random random) {
    return Dialect.table(HEADER, seen, one -> line(curve, one, random));
  }

  private static String line(LightCurve curve, CurvePoint one, Random random) {
    return Dialect.format(
        "%s,%.5f,%s,%s,%s,YES,STD,ENSEMBLE,na,na,na,%.3f,na,na,na\n",
        curve.nova().name(),
        one.jd(),
        Dialect.format(one.limit() ? "<%.2f" : "%.3f", one.magnitude()),
        one.limit() ? "na" : Dialect.format("%.3f", one.error()),
        one.band() == IC ? "I" : one.band().text(),
        1 + random.nextDouble());
  }
}

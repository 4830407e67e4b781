package org.novacat.jobs.samples.photometry;

import static org.novacat.jobs.samples.photometry.SampleBand.IC;
import static org.novacat.jobs.samples.photometry.SampleBand.VISUAL;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;

/** What observers at home write, and what the AAVSO makes of it. */
final class ObserverFiles {
  static final String EXTENDED =
      """
      #TYPE=EXTENDED
      #OBSCODE=SMPL
      #SOFTWARE=novacat sample, no observation
      #DELIM=,
      #DATE=JD
      #OBSTYPE=CCD
      #NAME,DATE,MAG,MERR,FILT,TRANS,MTYPE,CNAME,CMAG,KNAME,KMAG,AMASS,GROUP,CHART,NOTES
      """;
  static final String DOWNLOAD =
      "JD,Magnitude,Uncertainty,HQuncertainty,Band,Observer Code,Comment Code(s),Comp Star 1,"
          + "Comp Star 2,Charts,Comments,Transfomed,Airmass,Validation Flag,Cmag,Kmag,HJD,"
          + "Star Name,Observer Affiliation,Measurement Method,Grouping Method,ADS Reference,"
          + "Digitizer,Credit\n";
  static final String EUROPEAN = "\uFEFFObjekt;Julianisches Datum;Helligkeit;Fehler;Filter\r\n";
  private static final List<String> OBSERVERS = List.of("SMPA", "SMPB", "SMPC");

  private ObserverFiles() {}

  /** The Extended File Format in which observers report to the AAVSO. */
  static String aavsoExtended(LightCurve curve, CurvePoint one, Random random) {
    return Text.format(
        "%s,%.5f,%s,%s,%s,YES,STD,ENSEMBLE,na,na,na,%.3f,na,na,na\n",
        curve.nova().name(),
        one.jd(),
        Text.format(one.limit() ? "<%.2f" : "%.3f", one.magnitude()),
        one.limit() ? "na" : Text.format("%.3f", one.error()),
        one.band() == IC ? "I" : one.band().text(),
        1 + random.nextDouble());
  }

  /** What the AAVSO's archive gives out: 24 columns, many of them empty, visual estimates among. */
  static String aavsoDownload(LightCurve curve, CurvePoint one, Random random) {
    boolean estimate = one.band() == VISUAL;
    return Text.format(
        "%.5f,%s,%s,,%s,%s,,72,80,sample,,No,,%s,,,,%s,,STD,,,,\n",
        one.jd(),
        Text.format(one.limit() ? "<%.1f" : estimate ? "%.1f" : "%.3f", one.magnitude()),
        estimate || one.limit() ? "" : Text.format("%.3f", one.error()),
        one.band().text(),
        OBSERVERS.get(random.nextInt(OBSERVERS.size())),
        random.nextInt(10) == 0 ? "U" : "V",
        curve.nova().name().toUpperCase(Locale.ROOT));
  }

  /** A spreadsheet from a German desk: semicolons, decimal commas, a byte order mark, CR LF. */
  static String european(LightCurve curve, CurvePoint one, Random random) {
    return Text.format(
            "%s;%.4f;%s;%s;%s\r\n",
            curve.nova().name(),
            one.jd(),
            Text.format(one.limit() ? "<%.1f" : "%.2f", one.magnitude()),
            one.limit() ? "" : Text.format("%.2f", one.error()),
            one.band().text())
        .replace('.', ',');
  }
}

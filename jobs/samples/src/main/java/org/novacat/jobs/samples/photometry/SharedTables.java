package org.novacat.jobs.samples.photometry;

import java.util.List;
import java.util.function.BiFunction;

/** Files of several novae, whose rows say whose they are. */
final class SharedTables {
  private static final String README =
      """
      Sample photometry of invented novae
      ================================================================================
      Byte-by-byte Description of file: samples.dat
      --------------------------------------------------------------------------------
         Bytes Format Units   Label     Explanations
      --------------------------------------------------------------------------------
         1- 22  A22   ---     Nova      Nova name
        24- 36  F13.5 d       JD        Julian Date (UTC)
            38  A1    ---   l_mag       Limit flag on mag
        39- 44  F6.3  mag     mag       Magnitude
        46- 50  F5.3  mag     e_mag     ? Error of mag
        52- 53  A2    ---     Band      Passband
      --------------------------------------------------------------------------------
      """;

  private SharedTables() {}

  /** What somebody saw of one nova. */
  record Part(LightCurve curve, List<CurvePoint> seen) {}

  /** A comma-separated table with a header, the novae one after the other. */
  static byte[] csv(List<Part> parts) {
    return table(
        "# all novae of a season\nstar,JD,mag,err,band\n",
        parts,
        (nova, one) ->
            Text.format(
                "%s,%.5f,%s,%s,%s\n",
                nova,
                one.jd(),
                Text.format(one.limit() ? "<%.2f" : "%.3f", one.magnitude()),
                one.limit() ? "" : Text.format("%.3f", one.error()),
                one.band().text()));
  }

  /** A table in the layout of the CDS, which {@link #readMe} explains. */
  static byte[] cds(List<Part> parts) {
    return table(
        "",
        parts,
        (nova, one) ->
            Text.format(
                "%-22s %13.5f %s%6.3f %5s %-2s\n",
                nova,
                one.jd(),
                one.limit() ? ">" : " ",
                one.magnitude(),
                one.limit() ? "" : Text.format("%.3f", one.error()),
                one.band().text()));
  }

  private static byte[] table(
      String header, List<Part> parts, BiFunction<String, CurvePoint, String> line) {
    StringBuilder text = new StringBuilder(header);
    for (Part part : parts) {
      String nova = part.curve().nova().name();
      part.seen().forEach(one -> text.append(line.apply(nova, one)));
    }
    return Text.bytes(text.toString());
  }

  static byte[] readMe() {
    return Text.bytes(README);
  }
}

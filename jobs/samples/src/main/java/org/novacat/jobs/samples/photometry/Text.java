package org.novacat.jobs.samples.photometry;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.novacat.jobs.samples.photometry.LightCurve.CurvePoint;

/** Text of sample files, the same on every machine. */
final class Text {
  private Text() {}

  /** A header, then a line for each observation; both bring their line ends with them. */
  static byte[] table(String header, List<CurvePoint> seen, Function<CurvePoint, String> line) {
    return bytes(seen.stream().map(line).collect(joining("", header, "")));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A formatted text with points in its numbers, whatever the machine's language. */
  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

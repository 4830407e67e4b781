package org.novacat.jobs.samples.photometry;

import static java.util.stream.Collectors.joining;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A way to write what was seen of one nova. */
interface Dialect {
  /** What its observers do. */
  Campaign campaign();

  /** What they call such a file. */
  String fileName(LightCurve curve);

  /** The whole file. */
  byte[] write(LightCurve curve, List<CurvePoint> seen, Random random);

  /** How many measurements a reader should find in it. */
  default int rows(List<CurvePoint> seen) {
    return seen.size();
  }

  /** Files that explain this one, by name. */
  default Map<String, byte[]> companions(LightCurve curve) {
    return Map.of();
  }

  /** What was really seen, where a dialect has no word for limits. */
  static List<CurvePoint> detections(List<CurvePoint> seen) {
    return seen.stream().filter(one -> !one.limit()).toList();
  }

  /** A header, then a line for each observation; both bring their line ends with them. */
  static byte[] table(String header, List<CurvePoint> seen, Function<CurvePoint, String> line) {
    return bytes(seen.stream().map(line).collect(joining("", header, "")));
  }

  /** Text as bytes. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A formatted text with points in its numbers, whatever the machine's language. */
  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

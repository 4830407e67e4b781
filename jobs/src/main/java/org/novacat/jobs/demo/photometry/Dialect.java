package org.novacat.jobs.demo.photometry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** A way to write what was seen of one nova. */
interface Dialect {
  /** What its observers do. */
  Campaign campaign();

  /** What they call such a file. */
  String fileName(LightCurve curve);

  /** The whole file. */
  byte[] write(LightCurve curve, List<Observation> seen, Random random);

  /** How many measurements a reader should find in it. */
  default int rows(List<Observation> seen) {
    return seen.size();
  }

  /** Files that explain this one, by name. */
  default Map<String, byte[]> companions(LightCurve curve) {
    return Map.of();
  }

  /** Text as bytes. */
  static byte[] bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A formatted text with points in its numbers, whatever the machine's language. */
  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}

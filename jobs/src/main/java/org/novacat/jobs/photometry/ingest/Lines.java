package org.novacat.jobs.photometry.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the lines of a text begin, whatever ends them: LF, CR LF or CR. Lines count from 1, as
 * readers count them.
 */
final class Lines {
  private final byte[] bytes;
  private final int[] starts;
  private final int count;

  private Lines(byte[] bytes, int[] starts, int count) {
    this.bytes = bytes;
    this.starts = starts;
    this.count = count;
  }

  /** The lines of bytes in a charset in which LF and CR are one byte each. */
  static Lines of(byte[] bytes) {
    int[] starts = new int[Math.max(16, bytes.length / 40)];
    int count = 0;
    int at = 0;
    while (at < bytes.length) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at;
      at = endOfLine(bytes, at);
    }
    return new Lines(bytes, starts, count);
  }

  /** Behind the end of the line that holds {@code from}. */
  private static int endOfLine(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    boolean pair = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    return Math.min(bytes.length, at + (pair ? 2 : 1));
  }

  int count() {
    return count;
  }

  /** Where line {@code number} begins. */
  int start(int number) {
    return starts[number - 1];
  }

  /** Where the line behind it begins. */
  int end(int number) {
    return number == count ? bytes.length : starts[number];
  }

  /** A line without its end, each byte as a Latin-1 character; "" when there is no such line. */
  String text(int number) {
    if (number < 1 || number > count) {
      return "";
    }
    return new String(
            bytes, start(number), end(number) - start(number), StandardCharsets.ISO_8859_1)
        .stripTrailing();
  }
}

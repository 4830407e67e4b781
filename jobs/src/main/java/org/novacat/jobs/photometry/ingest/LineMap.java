package org.novacat.jobs.photometry.ingest;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * From the lines of a part to the lines or rows of the upload it was cut out of: runs that stand
 * side by side in both.
 */
final class LineMap {
  private int[] runs = new int[12];
  private int length;

  /** A line of the part, behind those before, and what it is in the upload. */
  void add(int partLine, int line) {
    if (length > 0
        && runs[length - 2] + runs[length - 1] == line
        && runs[length - 3] + runs[length - 1] == partLine) {
      runs[length - 1]++;
      return;
    }
    if (length == runs.length) {
      runs = Arrays.copyOf(runs, length * 2);
    }
    runs[length++] = partLine;
    runs[length++] = line;
    runs[length++] = 1;
  }

  /** The line or row of the upload that is line {@code partLine} of the part. */
  int line(int partLine) {
    int low = 0;
    int high = length / 3 - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (runs[middle * 3] <= partLine) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return runs[low * 3 + 1] + partLine - runs[low * 3];
  }

  /** As text: part line, line, count, and so on. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < length; at++) {
      text.append(at == 0 ? "" : at % 3 == 0 ? ";" : ",").append(runs[at]);
    }
    return text.toString();
  }

  /** The map that a text is. */
  static LineMap parse(String text) {
    LineMap map = new LineMap();
    map.runs = Pattern.compile("[;,]").splitAsStream(text).mapToInt(Integer::parseInt).toArray();
    map.length = map.runs.length;
    return map;
  }
}

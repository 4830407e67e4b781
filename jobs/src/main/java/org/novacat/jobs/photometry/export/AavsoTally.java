package org.novacat.jobs.photometry.export;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of a table in a file of the AAVSO. */
final class AavsoTally {
  private final Map<AavsoGap, Long> leftOut = new EnumMap<>(AavsoGap.class);
  private long written;
  private long assumed;
  private long rounded;

  /**
   * Counts a row that is in the file.
   *
   * @param timeAssumed whether nobody stated the scale or the place of its time
   */
  void written(boolean timeAssumed) {
    written++;
    assumed += timeAssumed ? 1 : 0;
  }

  void leftOut(AavsoGap why) {
    leftOut.merge(why, 1L, Long::sum);
  }

  /** Counts a number, if it lost digits. */
  void rounded(boolean wasRounded) {
    rounded += wasRounded ? 1 : 0;
  }

  long written() {
    return written;
  }

  long leftOut() {
    return leftOut.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What the file does not say as the table does, a line each. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (leftOut() > 0) {
      lines.add(String.format(Locale.ROOT, "Rows left out: %,d (%s)", leftOut(), reasons()));
    }
    if (assumed > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Rows that do not say the scale or place of their time, which stands as UT at the Earth: %,d",
              assumed));
    }
    if (rounded > 0) {
      lines.add(
          String.format(
              Locale.ROOT, "Numbers rounded, as the format takes fewer digits: %,d", rounded));
    }
    return lines;
  }

  /** Why rows are left out, and how many for each reason. */
  String reasons() {
    return leftOut.entrySet().stream()
        .map(gap -> String.format(Locale.ROOT, "%s: %,d", gap.getKey().text, gap.getValue()))
        .collect(joining("; "));
  }

  /** The same for programs. */
  void addTo(ObjectNode json) {
    Map<String, Long> sorted = new TreeMap<>();
    leftOut.forEach((gap, count) -> sorted.put(gap.name().toLowerCase(Locale.ROOT), count));
    ObjectNode node = json.putObject("left_out");
    sorted.forEach(node::put);
    json.put("times_assumed", assumed).put("numbers_rounded", rounded);
  }

  /** Why a row cannot be in a file of the AAVSO. */
  enum AavsoGap {
    /** The format has magnitudes only. */
    NO_MAGNITUDE("no magnitude"),
    /** No code means this band and no other. */
    NO_CODE_OF_THE_BAND("no AAVSO code for the band"),
    /** A code implies the system that the registry has for its band. */
    OTHER_MAGNITUDE_SYSTEM("a magnitude system that is not the band's"),
    /** Times are in UT, at the Earth or the Sun. */
    NO_JD_OR_HJD("times that are neither JD nor HJD in UT"),
    /** One file, one count of times. */
    OTHER_TIMES("times of the other count, see --times");

    private final String text;

    AavsoGap(String text) {
      this.text = text;
    }
  }
}

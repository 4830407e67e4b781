package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.UploadColumn;

/** What sentences say of the place, the scale or the zero of times that no column says. */
final class TimeWords {
  /** {@code times are heliocentric}, {@code JD is BJD}, {@code JD of the start of exposures}. */
  private static final Pattern OF_TIMES =
      Pattern.compile(
          "(?i)\\b(?:times?|dates?|epochs?|rows|[MHB]?JDs?)\\b.{0,40}?(?<![a-z\\d-])"
              + "(heliocent\\w*|barycent\\w*|HJD|BJD|TDB|TT|TCB|TAI|GPS|start)(?![a-z\\d])");

  /** {@code JD - 0.5 d added}. */
  private static final Pattern SHIFT =
      Pattern.compile("(?i)\\b(?:[MHB]?JD|times?)\\s*[-+]\\s*(\\d+(?:\\.\\d+)?)");

  /** The directive of the AAVSO, which its reader takes. */
  private static final Pattern DIRECTIVE = Pattern.compile("(?i)\\W*date\\s*=.*");

  private TimeWords() {}

  /** Whether a line says such a thing. */
  static boolean isOne(String line, ColumnFacts facts, List<UploadColumn> columns) {
    if (DIRECTIVE.matcher(line).matches()) {
      return false;
    }
    for (Pattern pattern : List.of(OF_TIMES, SHIFT)) {
      Matcher said = pattern.matcher(line);
      if (said.find() && !synonyms(said.group(1)).matcher(told(facts, columns)).find()) {
        return true;
      }
    }
    return false;
  }

  /** What columns and facts say of times. */
  private static String told(ColumnFacts facts, List<UploadColumn> columns) {
    String labels =
        columns.stream()
            .map(column -> column.label() + " " + column.description())
            .collect(Collectors.joining(" "));
    return String.join(
        " ", labels, facts.get(ColumnFacts.TIME_SCALE), facts.get(ColumnFacts.TIME_REFERENCE));
  }

  /** How columns say the same. */
  private static Pattern synonyms(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    String same =
        switch (small.substring(0, Math.min(5, small.length()))) {
          case "helio", "hjd" -> "hjd|helio|hmjd|mhjd";
          case "baryc", "bjd" -> "bjd|bary|bmjd|btjd|bkjd";
          case "tdb" -> "tdb|bjd|btjd|bkjd";
          default -> Pattern.quote(small);
        };
    return Pattern.compile("(?i)" + same);
  }
}

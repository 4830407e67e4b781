package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.transforms.photometry.read.column.ColumnFacts;

/**
 * What the block {@code __serialized_columns__} of ECSV says of columns that astropy wrote from a
 * {@code Time}: its format and scale, and whether it is in two parts, which are Julian Dates
 * whatever the format (astropy.time, "Time formats"; astropy.table.serialize).
 */
final class SerializedTimes {
  private static final String BEGIN = "__serialized_columns__:";
  private static final Pattern ENTRY = Pattern.compile("\\s*([^:{}]+):\\s*(?:\\{.*)?");
  private static final Pattern FORMAT = Pattern.compile("\\bformat:\\s*['\"]?(\\w+)");
  private static final Pattern SCALE = Pattern.compile("\\bscale:\\s*['\"]?(\\w+)");
  private static final Pattern COLUMN =
      Pattern.compile(
          "(\\w+):\\s*!astropy.table.SerializedColumn\\s*\\{\\s*name:\\s*['\"]?([^}'\",]+)");

  /** Seconds or years of a format: the Julian Date of 0, the unit, the scale. */
  private static final Map<String, List<String>> COUNTS =
      Map.of(
          "unix", List.of("2440587.5", "s", "utc"),
          "cxcsec", List.of("2450814.5", "s", "tt"),
          "gps", List.of("2444244.500219907407", "s", "tai"),
          "jyear", List.of("1721045.0", "a", ""));

  private SerializedTimes() {}

  /** Facts of columns by their keys. */
  static Map<String, String> of(List<TextHead.Line> comments) {
    Map<String, String> facts = new LinkedHashMap<>();
    entries(comments).stream()
        .filter(entry -> entry.matches("(?s).*astropy\\.time\\S*\\.Time\\b.*"))
        .forEach(entry -> time(entry, facts));
    return facts;
  }

  /** The texts of the entries, told by how far their lines are indented. */
  private static List<String> entries(List<TextHead.Line> comments) {
    List<String> entries = new ArrayList<>();
    int begin = -1;
    int level = -1;
    for (TextHead.Line comment : comments) {
      String line = comment.text().replaceFirst("^\\s*#", "").replaceFirst("\\s+$", "");
      int indent = line.length() - line.stripLeading().length();
      if (line.contains(BEGIN)) {
        begin = indent;
      } else if (begin >= 0 && (indent <= begin || line.isBlank())) {
        begin = -1;
      } else if (begin >= 0) {
        level = level < 0 ? indent : level;
        boolean first = indent == level && ENTRY.matcher(line).matches();
        entries.add(
            first || entries.isEmpty() ? line : entries.remove(entries.size() - 1) + "\n" + line);
      }
    }
    return entries;
  }

  private static void time(String entry, Map<String, String> facts) {
    String format = found(FORMAT, entry);
    for (Matcher column = COLUMN.matcher(entry); column.find(); ) {
      boolean part = column.group(1).matches("jd[12]");
      column(column.group(2).strip(), part ? "jd" : format, found(SCALE, entry), facts);
    }
  }

  private static void column(String name, String format, String scale, Map<String, String> facts) {
    List<String> count = COUNTS.getOrDefault(format, List.of());
    if (format.equals("jd") || format.equals("mjd")) {
      facts.put(ColumnFacts.ofColumn(name, ColumnFacts.TIME_SYSTEM), format);
    } else if (!count.isEmpty()) {
      facts.put(ColumnFacts.ofColumn(name, ColumnFacts.TIME_ZERO), count.get(0));
      facts.put(ColumnFacts.ofColumn(name, ColumnFacts.TIME_UNIT), count.get(1));
    }
    boolean own = !count.isEmpty() && !count.get(2).isEmpty();
    facts.put(ColumnFacts.ofColumn(name, ColumnFacts.TIME_SCALE), own ? count.get(2) : scale);
  }

  private static String found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : "";
  }
}

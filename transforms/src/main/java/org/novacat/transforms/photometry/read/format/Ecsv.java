package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.Rows;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.text.Cells;

/**
 * Enhanced CSV (Astropy Proposal for Enhancement 6): a YAML header behind comment signs, of which
 * the columns and the plain entries of {@code meta} are read, then names, then rows.
 */
final class Ecsv {
  private static final Pattern COLUMN = Pattern.compile("-\\s*\\{\\s*name:\\s*(.*)\\}\\s*");
  private static final Pattern ENTRY =
      Pattern.compile("(\\w+):\\s*('[^']*+(?:''[^']*+)*+'|\"[^\"]*\"|[^,]*)(?:,|$)");

  private static final Pattern BLOCK =
      Pattern.compile("(-\\s+)?(name|unit|ucd|description):\\s*(.*)");
  private static final Pattern DELIMITER = Pattern.compile("delimiter:\\s*['\"](.)['\"].*");

  private Ecsv() {}

  /**
   * Null when the file does not say that it is one. An excerpt is of the format it was cut from.
   */
  static @Nullable RawTable open(TextUpload in) {
    if (!in.head().stripLeading().startsWith("# %ECSV")) {
      return null;
    }
    TextHead head = TextHead.of(in);
    List<UploadColumn> columns = new ArrayList<>();
    FactWords facts = new FactWords();
    char sign = Cells.BLANKS;
    boolean meta = false;
    Map<String, String> open = new HashMap<>();
    for (TextHead.Line comment : head.comments()) {
      String line = TextHead.stripped(comment.text()).strip();
      Matcher delimiter = DELIMITER.matcher(line);
      sign = delimiter.matches() ? delimiter.group(1).charAt(0) : sign;
      meta |= line.startsWith("meta:");
      if (meta) {
        facts.line(line.replaceFirst("^-\\s*\\{?", ""));
      } else {
        column(line, open, columns);
      }
    }
    close(open, columns);
    SerializedTimes.of(head.comments()).forEach(facts::fact);
    int names = head.lines().isEmpty() ? 0 : head.lines().get(0).number();
    char delimiter = sign;
    Rows rows = () -> new TextCursor(in.text(), delimiter, names);
    RawTable excerpt = excerpt(head, rows);
    RawTable table =
        new RawTable("ecsv", columns, sign == Cells.BLANKS, facts.facts(), Conventions.NONE, rows);
    return KnownTables.recognised(excerpt == null ? table : excerpt, in);
  }

  private static @Nullable RawTable excerpt(TextHead head, Rows rows) {
    return head.comments().stream()
        .flatMap(comment -> Stream.ofNullable(ExcerptHeader.table(comment.text(), rows)))
        .findFirst()
        .orElse(null);
  }

  private static void column(String line, Map<String, String> open, List<UploadColumn> columns) {
    Matcher flow = COLUMN.matcher(line);
    Matcher block = BLOCK.matcher(line);
    if (flow.matches()) {
      Map<String, String> entries = new HashMap<>();
      Matcher entry = ENTRY.matcher("name: " + flow.group(1));
      while (entry.find()) {
        entries.put(entry.group(1), unquoted(entry.group(2)));
      }
      columns.add(of(entries));
    } else if (block.matches()) {
      if (block.group(1) != null) {
        close(open, columns);
      }
      open.put(block.group(2), unquoted(block.group(3)));
    }
  }

  private static void close(Map<String, String> open, List<UploadColumn> columns) {
    if (!open.isEmpty()) {
      columns.add(of(open));
      open.clear();
    }
  }

  private static UploadColumn of(Map<String, String> entries) {
    return new UploadColumn(
        entries.getOrDefault("name", ""),
        entries.getOrDefault("unit", ""),
        entries.getOrDefault("ucd", ""),
        entries.getOrDefault("description", ""));
  }

  private static String unquoted(String text) {
    String plain = text.strip();
    boolean quoted =
        plain.length() > 1
            && (plain.charAt(0) == '\'' || plain.charAt(0) == '"')
            && plain.charAt(plain.length() - 1) == plain.charAt(0);
    return quoted ? plain.substring(1, plain.length() - 1) : plain;
  }
}

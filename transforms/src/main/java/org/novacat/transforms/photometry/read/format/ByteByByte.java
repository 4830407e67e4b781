package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.FileRefusalCode;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.photometry.read.upload.Upload;
import org.novacat.transforms.text.SourceText;
import org.novacat.transforms.text.TextLines;

/**
 * Tables that a byte-by-byte description explains: machine-readable tables of the AAS, which bring
 * it, and tables of the CDS, whose ReadMe has it (Standards for Astronomical Catalogues, CDS 2000,
 * section 3.2).
 */
final class ByteByByte {
  private static final Pattern TITLE =
      Pattern.compile("(?i)\\s*Byte-by-byte Description of file(?:\\(s\\))?s?:\\s*(.*)");

  /** First and last byte, format, unit, label, explanation. */
  private static final Pattern FIELD =
      Pattern.compile(
          "\\s*(?:(\\d{1,6})\\s*-\\s*)?(\\d{1,6})\\s+([AIEFD]\\S*)\\s+(\\S+)\\s+(\\S+)\\s*(.*)");

  private static final Pattern NULLS = Pattern.compile("\\?=(\\S+)");

  private ByteByByte() {}

  /** A description and where it ends. */
  private record Description(
      String files, List<UploadColumn> columns, List<FixedCursor.Field> fields, int lastLine) {}

  /** A table that brings its description; null when it has none. */
  static @Nullable RawTable ofTable(TextUpload in) {
    if (!in.text().head(1 << 17).contains("yte-by-byte")) {
      return null;
    }
    List<Description> found = descriptions(in.text());
    if (found.isEmpty()) {
      return null;
    }
    Description description = found.get(found.size() - 1);
    int dataBegins = lastRule(in.text(), description.lastLine);
    RawTable table = table("mrt", in, description, dataBegins);
    if (!table.rows().open().next()) {
      throw new UploadRefusedException(
          FileRefusalCode.NO_DATA_ROWS,
          "Cannot read '%s': it describes '%s' and has no rows itself"
              .formatted(in.name(), description.files),
          "Upload the table that it describes, with this file beside it");
    }
    return table;
  }

  /** A table that a file beside it describes; null when none does. */
  static @Nullable RawTable ofCompanion(TextUpload in) {
    for (Upload.Companion companion : in.upload().companions()) {
      SourceText text = SourceText.of(companion.bytes());
      for (Description description : descriptions(text)) {
        if (describes(description.files, in.name())) {
          RawTable table = table("cds", in, description, 0);
          return RawTable.of(
              table.format(),
              table.columns(),
              new FactWords().line(text.head(4096)).facts(),
              table.rows());
        }
      }
    }
    return null;
  }

  private static RawTable table(
      String format, TextUpload in, Description description, int headLines) {
    return RawTable.of(
        format,
        description.columns,
        new FactWords().line(headLines == 0 ? "" : in.head()).facts(),
        () -> new FixedCursor(in.text(), description.fields, headLines, line -> !isRule(line)));
  }

  /** Names may carry stars for several files. */
  private static boolean describes(String files, String name) {
    for (String file : files.split("[,\\s]+")) {
      if (!file.isEmpty() && matches(file, name)) {
        return true;
      }
    }
    return false;
  }

  /** What a star took is taken back by the last star only, so this ends soon for any pattern. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int star = -1;
    int behindStar = 0;
    int n = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        behindStar = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++behindStar;
      } else {
        return false;
      }
    }
    return pattern.substring(p).replace("*", "").isEmpty();
  }

  private static List<Description> descriptions(SourceText text) {
    List<Description> found = new ArrayList<>();
    TextLines lines = new TextLines(text);
    while (lines.next() && found.size() < 100) {
      Matcher title = TITLE.matcher(lines.text());
      if (title.matches()) {
        found.add(description(title.group(1), lines));
      }
    }
    return found;
  }

  private static Description description(String files, TextLines lines) {
    List<UploadColumn> columns = new ArrayList<>();
    List<FixedCursor.Field> fields = new ArrayList<>();
    int rules = 0;
    while (rules < 3 && lines.next()) {
      Matcher field = FIELD.matcher(lines.text());
      if (isRule(lines)) {
        rules++;
      } else if (rules == 2 && columns.size() <= ReadSettings.MAX_COLUMNS && field.matches()) {
        columns.add(column(field));
        fields.add(field(field));
      }
    }
    return new Description(files, columns, fields, lines.number());
  }

  private static UploadColumn column(Matcher field) {
    String unit = field.group(4).equals("---") ? "" : field.group(4);
    return new UploadColumn(field.group(5), unit, "", field.group(6).strip());
  }

  private static FixedCursor.Field field(Matcher field) {
    int last = Integer.parseInt(field.group(2));
    int first = field.group(1) == null ? last : Integer.parseInt(field.group(1));
    Matcher nulls = NULLS.matcher(field.group(6));
    return new FixedCursor.Field(first - 1, last, nulls.find() ? nulls.group(1) : "");
  }

  /** The last line of dashes among the notes, behind which the rows begin. */
  private static int lastRule(SourceText text, int from) {
    TextLines lines = new TextLines(text);
    int last = from;
    while (lines.next()) {
      if (lines.number() > from && isRule(lines)) {
        last = lines.number();
      }
    }
    return last;
  }

  private static boolean isRule(TextLines line) {
    int first = line.first();
    return (first == '-' || first == '=') && line.text().strip().matches("-{10,}|={10,}");
  }
}

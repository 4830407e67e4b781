package org.novacat.transforms.photometry.read.format;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.ElapsedTime;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.Numbers;
import org.novacat.transforms.text.TextLines;

/**
 * The names of the columns of a delimited text.
 *
 * @param columns as many as most lines have cells
 * @param lastLine the last line that is no data; 0 when the data begin at once
 * @param underlined whether dashes stand below the names
 */
record HeaderLine(List<UploadColumn> columns, int lastLine, boolean underlined) {
  /** {@code #Column HJD (F12.3) Heliocentric Julian date [ucd=time.epoch]}. */
  private static final Pattern VIZIER_COLUMN =
      Pattern.compile("#Column\\s+(\\S+)\\s+\\([^)]*\\)\\s*(.*?)\\s*\\[ucd=([^\\]]*)\\]\\s*");

  /** A header, of the first full line or of a comment, or none. */
  static HeaderLine of(TextHead head, Delimiter delimiter) {
    TextHead.Line first = firstFull(head, delimiter);
    if (first != null) {
      Cells cells = new Cells(delimiter.sign()).cut(bare(first, delimiter));
      if (isWords(cells.texts())) {
        return underlined(head, delimiter, new HeaderLine(names(cells), first.number(), false));
      }
    }
    HeaderLine commented = commented(head, delimiter, first);
    return commented == null ? numbered(head, delimiter, first) : commented;
  }

  private static HeaderLine numbered(
      TextHead head, Delimiter delimiter, TextHead.@Nullable Line first) {
    List<UploadColumn> numbered = NumberedHeader.of(head, delimiter.cells());
    return new HeaderLine(
        numbered == null ? unnamed(delimiter.cells()) : numbered,
        first == null ? 0 : first.number() - 1,
        false);
  }

  /**
   * How rows agree with a header whose cells blanks divide, remarks behind rows and blanks in a
   * last column of text apart; null when there is no header.
   */
  static @Nullable Delimiter named(TextHead head) {
    HeaderLine header = ofBlanks(head);
    List<TextHead.Line> rows =
        header == null
            ? List.of()
            : head.lines().stream().filter(line -> line.number() > header.lastLine).toList();
    if (header == null || rows.isEmpty()) {
      return null;
    }
    Remarks remarks = Remarks.of(header, Cells.BLANKS);
    long agree = rows.stream().filter(row -> remarks.agrees(row.text())).count();
    return new Delimiter(Cells.BLANKS, header.columns.size(), agree / (double) rows.size());
  }

  private static @Nullable HeaderLine ofBlanks(TextHead head) {
    Cells cells = new Cells(Cells.BLANKS);
    TextHead.Line first = head.lines().isEmpty() ? null : head.lines().get(0);
    if (first != null && isNames(names(cells.cut(Remarks.bare(first.text()))))) {
      return new HeaderLine(names(cells), first.number(), false);
    }
    for (int i = head.comments().size() - 1; i >= 0; i--) {
      TextHead.Line comment = head.comments().get(i);
      List<UploadColumn> names = names(cells.cut(TextHead.stripped(comment.text())));
      if ((first == null || comment.number() < first.number()) && isNames(names)) {
        return new HeaderLine(names, 0, false);
      }
    }
    return null;
  }

  private static String bare(TextHead.Line line, Delimiter delimiter) {
    return delimiter.sign() == Cells.BLANKS ? Remarks.bare(line.text()) : line.text();
  }

  private static TextHead.@Nullable Line firstFull(TextHead head, Delimiter delimiter) {
    Cells cells = new Cells(delimiter.sign());
    for (TextHead.Line line : head.lines()) {
      if (cells.cut(bare(line, delimiter)).size() == delimiter.cells()) {
        return line;
      }
    }
    return null;
  }

  /** Below the names VizieR writes units and then dashes; both or the dashes alone. */
  private static HeaderLine underlined(TextHead head, Delimiter delimiter, HeaderLine header) {
    List<TextHead.Line> below =
        head.lines().stream().filter(line -> line.number() > header.lastLine).limit(2).toList();
    int next = below.isEmpty() ? Integer.MAX_VALUE : below.get(0).number();
    TextHead.Line rule = head.ruleBetween(header.lastLine, next);
    if (rule != null) {
      return new HeaderLine(header.columns, rule.number(), true);
    }
    Cells cells = new Cells(delimiter.sign());
    for (int i = 0; i < below.size(); i++) {
      if (isDashes(cells.cut(below.get(i).text()))) {
        return header.above(below.subList(0, i), below.get(i), delimiter);
      }
    }
    int after = below.size() < 2 ? Integer.MAX_VALUE : below.get(1).number();
    TextHead.Line units = head.ruleBetween(next, after);
    return units == null || hasNumber(below.get(0), delimiter)
        ? header.measured(below, delimiter)
        : header.above(below.subList(0, 1), units, delimiter);
  }

  /** With the units that the line below the names has, and nothing else. */
  private HeaderLine measured(List<TextHead.Line> below, Delimiter delimiter) {
    if (below.isEmpty()) {
      return this;
    }
    Cells cells = new Cells(delimiter.sign()).cut(below.get(0).text());
    List<String> units = cells.texts().stream().map(HeaderLine::withoutBrackets).toList();
    boolean only = units.stream().allMatch(unit -> unit.isEmpty() || isUnit(unit));
    return only && units.stream().filter(unit -> !unit.isEmpty()).count() > 1
        ? new HeaderLine(measuredIn(units), below.get(0).number(), underlined)
        : this;
  }

  private List<UploadColumn> measuredIn(List<String> units) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i).withUnit(i < units.size() ? units.get(i) : ""))
        .toList();
  }

  private static String withoutBrackets(String unit) {
    return unit.replaceFirst("^[\\[(]\\s*(.*?)\\s*[\\])]$", "$1");
  }

  private static boolean isUnit(String text) {
    return FluxUnits.of(text).isKnown()
        || text.matches("-+|none|%|(?i:m?mag|mags|magnitudes?|[MG]Hz|[kMGT]eV)")
        || !Double.isNaN(ElapsedTime.unit(text))
        || TimeFrames.named(text) != null;
  }

  private static boolean hasNumber(TextHead.Line line, Delimiter delimiter) {
    return new Cells(delimiter.sign())
        .cut(line.text()).texts().stream().anyMatch(Numbers::isNumber);
  }

  /** With the units that stand between the names and the dashes, if any do. */
  private HeaderLine above(List<TextHead.Line> units, TextHead.Line rule, Delimiter delimiter) {
    List<UploadColumn> with =
        units.isEmpty()
            ? columns
            : measuredIn(new Cells(delimiter.sign()).cut(units.get(0).text()).texts());
    return new HeaderLine(with, rule.number(), true);
  }

  /** The last comment that names as many columns as there are cells, a time among them. */
  private static @Nullable HeaderLine commented(
      TextHead head, Delimiter delimiter, TextHead.@Nullable Line first) {
    int last = first == null ? Integer.MAX_VALUE : first.number();
    Cells cells = new Cells(delimiter.sign());
    for (int i = head.comments().size() - 1; i >= 0; i--) {
      TextHead.Line comment = head.comments().get(i);
      cells.cut(TextHead.stripped(comment.text()));
      if (comment.number() < last && cells.size() == delimiter.cells() && isNames(names(cells))) {
        return new HeaderLine(names(cells), 0, false);
      }
    }
    return null;
  }

  /** The same, which ends at a line or below it, so that no section begins where it began. */
  HeaderLine behind(int line) {
    return new HeaderLine(columns, Math.max(lastLine, line), underlined);
  }

  /** With what VizieR's comments say of its columns. */
  HeaderLine described(TextHead head) {
    return underlined
        ? new HeaderLine(
            columns.stream().map(column -> described(column, head)).toList(), lastLine, true)
        : this;
  }

  private static UploadColumn described(UploadColumn column, TextHead head) {
    for (TextHead.Line comment : head.comments()) {
      Matcher matcher = VIZIER_COLUMN.matcher(comment.text());
      if (matcher.matches() && matcher.group(1).equals(column.name())) {
        return column.as(matcher.group(3), matcher.group(2));
      }
    }
    return column;
  }

  /** Whether signs stand around the names too, as in tables of Markdown. */
  boolean isInBars() {
    return columns.size() > 2
        && columns.get(0).name().isEmpty()
        && columns.get(columns.size() - 1).name().isEmpty();
  }

  /**
   * Whether a line above the names is a row all the same: it begins with a number, or a number
   * stands in it behind a sign that titles do not have.
   */
  boolean isRowAbove(String line, char sign) {
    Cells cells = new Cells(sign).cut(line);
    String first = cells.cell(0);
    boolean begins = Numbers.isNumber(first) || !Double.isNaN(CalendarDates.mjd(first));
    if (!begins && cells.texts().stream().noneMatch(Numbers::isNumber)) {
      return false;
    }
    return cells.size() > 1 ? begins || sign != Cells.BLANKS : begins && columns.size() > 1;
  }

  /** Whether cells are names of columns, a time among them. */
  static boolean isNames(List<UploadColumn> names) {
    return names.stream().filter(name -> !name.name().isEmpty()).count() > 1
        && isWords(names.stream().map(UploadColumn::name).toList())
        && Synonyms.nameATime(names);
  }

  /** Whether dashes stand below a line, or below the one behind it. */
  static boolean isDashed(TextLines line, char sign) {
    TextLines ahead = line.copy();
    Cells cells = new Cells(sign);
    boolean dashed = false;
    for (int i = 0; i < 2 && !dashed && ahead.next(); i++) {
      int first = ahead.first();
      dashed = first == '-' && isDashes(cells.cut(ahead.text()));
    }
    return dashed;
  }

  static List<UploadColumn> names(Cells cells) {
    return cells.texts().stream().map(UploadColumn::named).toList();
  }

  static List<UploadColumn> unnamed(int count) {
    return Collections.nCopies(count, UploadColumn.named(""));
  }

  static boolean isWords(List<String> texts) {
    return texts.stream().noneMatch(Numbers::isNumber)
        && texts.stream()
            .anyMatch(text -> !text.isEmpty() && Character.isLetter(text.codePointAt(0)));
  }

  private static boolean isDashes(Cells cells) {
    return cells.size() > 1
        && cells.texts().stream().allMatch(text -> text.isEmpty() || RuleLine.isDrawn(text))
        && cells.texts().stream().anyMatch(RuleLine::isDrawn);
  }
}

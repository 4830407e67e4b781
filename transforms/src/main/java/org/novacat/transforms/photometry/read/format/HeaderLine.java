package org.novacat.transforms.photometry.read.format;

import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.text.Cells;
import org.novacat.transforms.photometry.text.Numbers;
import org.novacat.transforms.photometry.text.TextLines;

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
      Cells cells = new Cells(delimiter.sign()).cut(first.text());
      if (isWords(cells.texts())) {
        return underlined(head, delimiter, new HeaderLine(names(cells), first.number(), false));
      }
    }
    HeaderLine commented = commented(head, delimiter, first);
    return commented != null
        ? commented
        : new HeaderLine(unnamed(delimiter.cells()), first == null ? 0 : first.number() - 1, false);
  }

  private static TextHead.@Nullable Line firstFull(TextHead head, Delimiter delimiter) {
    Cells cells = new Cells(delimiter.sign());
    for (TextHead.Line line : head.lines()) {
      if (cells.cut(line.text()).size() == delimiter.cells()) {
        return line;
      }
    }
    return null;
  }

  /** Below the names VizieR writes units and then dashes; both or the dashes alone. */
  private static HeaderLine underlined(TextHead head, Delimiter delimiter, HeaderLine header) {
    Cells cells = new Cells(delimiter.sign());
    for (int i = 0; i + 1 < head.lines().size(); i++) {
      if (head.lines().get(i).number() == header.lastLine) {
        if (isDashes(cells.cut(head.lines().get(i + 1).text()))) {
          return new HeaderLine(header.columns, head.lines().get(i + 1).number(), true);
        }
        if (i + 2 < head.lines().size() && isDashes(cells.cut(head.lines().get(i + 2).text()))) {
          cells.cut(head.lines().get(i + 1).text());
          return new HeaderLine(
              withUnits(header.columns, cells), head.lines().get(i + 2).number(), true);
        }
      }
    }
    return header;
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

  /** Whether a line above the names is a row all the same: it begins with a number. */
  boolean isRowAbove(TextLines line, char sign) {
    if (!line.hasNumber(sign)) {
      return false;
    }
    Cells cells = new Cells(sign).cut(line.text());
    return cells.size() > 1 && Numbers.isNumber(cells.cell(0));
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

  private static List<UploadColumn> withUnits(List<UploadColumn> columns, Cells units) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> columns.get(i).withUnit(units.cell(i)))
        .toList();
  }

  private static boolean isWords(List<String> texts) {
    return texts.stream().noneMatch(Numbers::isNumber)
        && texts.stream()
            .anyMatch(text -> !text.isEmpty() && Character.isLetter(text.codePointAt(0)));
  }

  private static boolean isDashes(Cells cells) {
    return cells.size() > 1 && cells.texts().stream().allMatch(text -> text.matches("-+"));
  }
}

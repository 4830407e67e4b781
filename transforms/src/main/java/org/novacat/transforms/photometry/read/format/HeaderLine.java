package org.novacat.transforms.photometry.read.format;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.text.Cells;
import org.novacat.transforms.photometry.text.Numbers;

/**
 * The names of the columns of a delimited text.
 *
 * @param columns as many as most lines have cells
 * @param lastLine the last line that is no data; 0 when the data begin at once
 */
record HeaderLine(List<UploadColumn> columns, int lastLine) {
  /** A header, of the first full line or of a comment, or none. */
  static HeaderLine of(TextHead head, Delimiter delimiter) {
    TextHead.Line first = firstFull(head, delimiter);
    if (first != null) {
      Cells cells = new Cells(delimiter.sign()).cut(first.text());
      if (isWords(cells)) {
        return underlined(head, delimiter, new HeaderLine(names(cells), first.number()));
      }
    }
    HeaderLine commented = commented(head, delimiter);
    int preface = first == null ? 0 : first.number() - 1;
    return commented != null ? commented : new HeaderLine(unnamed(delimiter.cells()), preface);
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
          return new HeaderLine(header.columns, head.lines().get(i + 1).number());
        }
        if (i + 2 < head.lines().size() && isDashes(cells.cut(head.lines().get(i + 2).text()))) {
          cells.cut(head.lines().get(i + 1).text());
          return new HeaderLine(withUnits(header.columns, cells), head.lines().get(i + 2).number());
        }
      }
    }
    return header;
  }

  /** Whether a dashes line was found below the names. */
  boolean isUnderlined(TextHead head) {
    return head.lines().stream()
        .anyMatch(line -> line.number() == lastLine && line.text().contains("---"));
  }

  /** The last comment that names as many columns as there are cells, a time among them. */
  private static @Nullable HeaderLine commented(TextHead head, Delimiter delimiter) {
    Cells cells = new Cells(delimiter.sign());
    for (int i = head.comments().size() - 1; i >= 0; i--) {
      TextHead.Line comment = head.comments().get(i);
      cells.cut(TextHead.stripped(comment.text()));
      if (cells.size() == delimiter.cells() && isWords(cells) && Synonyms.nameATime(names(cells))) {
        return new HeaderLine(names(cells), 0);
      }
    }
    return null;
  }

  private static List<UploadColumn> names(Cells cells) {
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

  private static boolean isWords(Cells cells) {
    List<String> texts = cells.texts();
    return texts.stream().noneMatch(Numbers::isNumber)
        && texts.stream()
            .anyMatch(text -> !text.isEmpty() && Character.isLetter(text.codePointAt(0)));
  }

  private static boolean isDashes(Cells cells) {
    return cells.size() > 1 && cells.texts().stream().allMatch(text -> text.matches("-+"));
  }
}

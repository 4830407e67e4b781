package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.settings.UploadRefusedException;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.upload.TextUpload;
import org.novacat.transforms.text.Cells;
import org.novacat.transforms.text.Numbers;
import org.novacat.transforms.text.TextLines;

/** Delimited text in all dialects, text in columns, and the exports of VizieR among them. */
final class PlainText {
  /** Blanks that divide cells do so in nearly all lines, else the cells stand at fixed places. */
  private static final double BLANKS_AGREE = 0.8;

  /** Fewer lines do not show where columns are. */
  private static final int LEAST_LINES = 3;

  private PlainText() {}

  /**
   * The table that a text is.
   *
   * @throws RefusedException when it is none
   */
  static RawTable open(TextUpload in) {
    TextHead head = TextHead.of(in);
    RawTable below = Preface.open(in, head);
    if (below != null) {
      return below;
    }
    RawTable table = table(in, head, Delimiter.of(head));
    if (table.isHeaderless()) {
      LineKinds.check(in.name(), head);
    }
    return table;
  }

  private static RawTable table(TextUpload in, TextHead head, Delimiter delimiter) {
    if (delimiter.sign() == Cells.BLANKS && delimiter.share() < 1) {
      RawTable fixed = ruled(in, head);
      if (fixed == null && delimiter.share() < BLANKS_AGREE) {
        fixed = fixedWidth(in, head);
      }
      if (fixed != null) {
        return fixed;
      }
    }
    if (!delimiter.isTable()) {
      LineKinds.check(in.name(), head);
      throw UploadRefusedException.unrecognized(
          in.name(),
          "its lines are no rows of a table",
          "Upload a table with one measurement a line and a header that names its columns");
    }
    return delimited(in, head, delimiter, section -> KnownTables.recognised(section, in));
  }

  /** A text of which the delimiter is known. */
  static RawTable delimited(
      TextUpload in, TextHead head, Delimiter delimiter, UnaryOperator<RawTable> finish) {
    return TextSection.first(in, head, delimiter, finish).table();
  }

  /**
   * Text below dashes of which each run stands over a column. Null when there are none, or lines
   * have something between the columns.
   */
  private static @Nullable RawTable ruled(TextUpload in, TextHead head) {
    for (TextHead.Line rule : head.rules()) {
      List<FixedCursor.Field> fields = open(RuleLine.fields(rule.text()));
      List<TextHead.Line> above =
          head.lines().stream().filter(line -> line.number() < rule.number()).toList();
      List<TextHead.Line> below =
          head.lines().stream().filter(line -> line.number() > rule.number()).toList();
      List<TextHead.Line> sure = new ArrayList<>(above);
      sure.addAll(rows(in, below));
      if (fields.size() > 1 && !above.isEmpty() && areBlank(between(fields), sure)) {
        return fixed(in, head, fields, above(fields, above), rule.number());
      }
    }
    return null;
  }

  /** The names in the last line above a rule, or in the one before when the last has units. */
  private static List<UploadColumn> above(
      List<FixedCursor.Field> fields, List<TextHead.Line> lines) {
    List<UploadColumn> names = names(fields, lines.get(Math.max(0, lines.size() - 2)));
    boolean units = Synonyms.nameATime(names) && lines.size() > 1;
    return units ? names : names(fields, lines.get(lines.size() - 1));
  }

  private static List<UploadColumn> names(List<FixedCursor.Field> fields, TextHead.Line line) {
    return fields.stream().map(field -> UploadColumn.named(field.of(line.text()))).toList();
  }

  /** Lines with numbers above a second header, which may have its columns elsewhere. */
  private static List<TextHead.Line> rows(TextUpload in, List<TextHead.Line> lines) {
    BetweenRows between = new BetweenRows(in.settings().bands());
    Cells cells = new Cells(Cells.BLANKS);
    return lines.stream()
        .takeWhile(
            line -> !between.isHeader(HeaderLine.names(cells.cut(line.text())), false, List.of()))
        .filter(line -> cells.cut(line.text()).texts().stream().anyMatch(Numbers::isNumber))
        .toList();
  }

  /** The places between the first column and the last that belong to none. */
  private static BitSet between(List<FixedCursor.Field> fields) {
    BitSet between = new BitSet();
    for (int i = 1; i < fields.size(); i++) {
      between.set(fields.get(i - 1).to(), fields.get(i).from());
    }
    return between;
  }

  private static boolean areBlank(BitSet places, List<TextHead.Line> lines) {
    return lines.stream()
        .allMatch(
            line ->
                places.stream()
                    .allMatch(at -> at >= line.text().length() || line.text().charAt(at) == ' '));
  }

  private static RawTable fixed(
      TextUpload in,
      TextHead head,
      List<FixedCursor.Field> fields,
      List<UploadColumn> names,
      int headLines) {
    return new FixedSection(
            in,
            new TextLines(in.text()),
            fields,
            names,
            headLines,
            head.factsAbove(firstRow(head, headLines), new BetweenRows(in.settings().bands())),
            table -> KnownTables.recognised(table, in))
        .table();
  }

  private static int firstRow(TextHead head, int headLines) {
    return head.lines().stream()
        .mapToInt(TextHead.Line::number)
        .filter(number -> number > headLines)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** The same places, of which the last has no end. */
  private static List<FixedCursor.Field> open(List<FixedCursor.Field> fields) {
    List<FixedCursor.Field> open = new ArrayList<>(fields);
    if (!open.isEmpty()) {
      FixedCursor.Field last = open.remove(open.size() - 1);
      open.add(new FixedCursor.Field(last.from(), Integer.MAX_VALUE - 8, ""));
    }
    return open;
  }

  /**
   * Text whose cells stand at fixed places, with blanks where a value is missing: a column is what
   * lies between places that are blank in every line. Null when the lines have no common blanks.
   */
  private static @Nullable RawTable fixedWidth(TextUpload in, TextHead head) {
    List<TextHead.Line> lines = sample(in, head.lines());
    List<FixedCursor.Field> fields = open(fields(lines));
    if (lines.size() < LEAST_LINES || fields.size() < 2) {
      return null;
    }
    TextHead.Line first = lines.get(0);
    List<UploadColumn> names = names(fields, first);
    boolean named = Synonyms.nameATime(names);
    if (named && names.stream().anyMatch(PlainText::isSeveral)) {
      return null;
    }
    return fixed(
        in,
        head,
        fields,
        named ? names : HeaderLine.unnamed(fields.size()),
        named ? first.number() : 0);
  }

  /** The first line, which may be a header, and the rows below it. */
  private static List<TextHead.Line> sample(TextUpload in, List<TextHead.Line> lines) {
    List<TextHead.Line> sample = new ArrayList<>(lines.subList(0, Math.min(1, lines.size())));
    sample.addAll(rows(in, lines.subList(sample.size(), lines.size())));
    return sample;
  }

  /** Whether words of one name are those of several columns: the places are a matter of chance. */
  private static boolean isSeveral(UploadColumn column) {
    Set<String> words =
        new HashSet<>(List.of(column.name().strip().toLowerCase(Locale.ROOT).split("\\s+")));
    boolean value = words.contains("mag") || words.contains("flux") || words.contains("magnitude");
    boolean error = words.stream().anyMatch(Synonyms.ERRORS::contains) && words.size() > 1;
    boolean time = words.stream().anyMatch(word -> Synonyms.rank(Role.EPOCH, word) >= 0);
    boolean band = words.stream().anyMatch(word -> Synonyms.rank(Role.BAND, word) >= 0);
    return (time && (value || error || band)) || (band && (value || error));
  }

  private static List<FixedCursor.Field> fields(List<TextHead.Line> lines) {
    BitSet inked = new BitSet();
    for (TextHead.Line line : lines) {
      for (int i = 0; i < line.text().length(); i++) {
        if (line.text().charAt(i) > ' ') {
          inked.set(i);
        }
      }
    }
    List<FixedCursor.Field> fields = new ArrayList<>();
    for (int from = inked.nextSetBit(0); from >= 0; ) {
      int to = inked.nextClearBit(from);
      fields.add(new FixedCursor.Field(from, to, ""));
      from = inked.nextSetBit(to);
    }
    return fields;
  }
}

package org.novacat.transforms.spectrum.text.table;

import java.util.ArrayList;
import java.util.List;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.source.TextInput;
import org.novacat.transforms.spectrum.text.source.TextLine;
import org.novacat.transforms.spectrum.text.source.TextRefusedException;

/** Text whose rows are lines of numbers, whatever divides them and whatever stands above them. */
final class PlainTables {
  /** Lines of each kind that are kept for people. */
  private static final int MOST_KEPT = 100;

  private static final long MOST_CELLS = 50_000_000;

  private final TextInput in;
  private final Divider divider;
  private final RowCells cells;
  private final HeadReader head;
  private final Samples samples;
  private final List<TextLine> rejected = new ArrayList<>();
  private final List<TextLine> remarks = new ArrayList<>();
  private final List<Integer> breaks = new ArrayList<>();
  private int rejectedRows;
  private boolean broken;

  private PlainTables(TextInput in, Divider divider, HeadReader head) {
    this.in = in;
    this.divider = divider;
    this.cells = new RowCells(divider);
    this.head = head;
    this.samples = new Samples(divider.cells(), divider.point());
  }

  /**
   * The table in a text.
   *
   * @throws TextRefusedException when its lines are no rows of numbers
   */
  static TextTable open(TextInput in) {
    Divider divider = Divider.of(in.lines());
    if (divider == null
        || divider.cells() > Labels.MOST_COLUMNS
        || (long) divider.cells() * in.lines().size() > MOST_CELLS) {
      throw new TextRefusedException(
          QuarantineReason.NOT_A_SPECTRUM,
          "NO_TABLE_OF_NUMBERS",
          "Cannot read '%s': its lines are no rows of two numbers or more".formatted(in.name()));
    }
    EcsvHead ecsv = EcsvHead.of(in, divider);
    if (ecsv != null) {
      return new PlainTables(in, divider, ecsv).table("ecsv");
    }
    IpacHead ipac = IpacHead.of(in, divider);
    return ipac == null
        ? new PlainTables(in, divider, new HeadReader(divider)).table("columns")
        : new PlainTables(in, divider, ipac).table("ipac");
  }

  private TextTable table(String format) {
    int first = firstRow();
    head.read(in.lines().subList(0, first));
    in.lines().subList(first, in.lines().size()).forEach(this::line);
    checkCommas();
    head.rejected.forEach(this::reject);
    LineCount count =
        new LineCount(
            in.lines().size(),
            head.headers,
            head.comments,
            head.blanks,
            samples.rows(),
            rejectedRows);
    return new TextTable(
        format,
        divider.words(),
        head.names,
        head.header,
        head.misfit,
        head.directives,
        head.prose,
        rejected,
        remarks,
        breaks,
        samples,
        count);
  }

  /** The first line that is surely a row; numbers that count columns from 0 are their names. */
  private int firstRow() {
    for (int i = 0; i < in.lines().size(); i++) {
      TextLine line = in.lines().get(i);
      if (line.remark() < 0 && cells.cut(line.text()).isSureRow() && !cells.countsColumns()) {
        return i;
      }
    }
    throw new TextRefusedException(
        QuarantineReason.NOT_A_SPECTRUM,
        "NO_TABLE_OF_NUMBERS",
        "Cannot read '%s': no line is a row of numbers".formatted(in.name()));
  }

  /**
   * Refuses whole numbers between commas that may be decimals with decimal commas: {@code
   * 4000,25,1,5}.
   */
  private void checkCommas() {
    int columns = divider.cells();
    boolean may = divider.sign() == ',' && columns >= 4 && columns % 2 == 0;
    if (!may || !head.header.isEmpty()) {
      return;
    }
    for (int i = 0; i < Math.min(samples.rows(), MOST_KEPT); i++) {
      for (int column = 0; column < columns; column++) {
        double value = samples.value(column, i);
        if (value != Math.rint(value) || (column % 2 == 1 && value < 0)) {
          return;
        }
      }
    }
    throw new TextRefusedException(
        QuarantineReason.NOT_A_SPECTRUM,
        "COMMAS_AMBIGUOUS",
        "Cannot read '%s': its commas may divide cells or be decimal marks (write decimal points)"
            .formatted(in.name()));
  }

  private void line(TextLine line) {
    if (line.isBlank()) {
      head.blanks++;
      broken = true;
    } else if (line.remark() >= 0) {
      head.comments++;
      remark(line);
    } else if (cells.cut(line.text()).isRow()) {
      row(line);
    } else {
      other(line);
    }
  }

  private void row(TextLine line) {
    if (broken && samples.rows() > 0) {
      breaks.add(samples.rows());
    }
    broken = false;
    samples.row(line.number());
    for (int i = 0; i < divider.cells(); i++) {
      samples.cell(i, cells.texts().get(i));
    }
    if (!cells.remark().isEmpty() && remarks.size() < MOST_KEPT) {
      remarks.add(new TextLine(line.number(), cells.remark()));
    }
  }

  /** A remark among the rows, which may begin another table. */
  private void remark(TextLine line) {
    broken = true;
    List<TextColumn> named = Labels.columns(Labels.of(line.said(), divider, divider.cells()));
    if (Labels.areSure(named)) {
      header(line, named);
      return;
    }
    Directive directive = Directive.of(line.number(), line.said());
    if (directive != null) {
      head.directives.add(directive);
    } else if (!line.said().isEmpty()) {
      head.prose.add(line);
    }
  }

  /** A line among the rows that is none and no remark. */
  private void other(TextLine line) {
    List<TextColumn> named = Labels.columns(Labels.of(line.said(), divider, divider.cells()));
    boolean again = named.equals(head.names);
    Directive directive = Directive.of(line.number(), line.said());
    if (again || Labels.areSure(named)) {
      head.headers++;
      header(line, named);
    } else if (directive != null && cells.numbers() < cells.size()) {
      head.headers++;
      broken = true;
      head.directives.add(directive);
    } else {
      reject(line);
    }
  }

  private void header(TextLine line, List<TextColumn> named) {
    broken = true;
    boolean sameNames =
        named.size() == head.names.size()
            && named.stream()
                .map(TextColumn::name)
                .toList()
                .equals(head.names.stream().map(TextColumn::name).toList());
    boolean same = sameNames && (named.equals(head.names) || Labels.known(named) == 0);
    if (!same && samples.rows() > 0 && isFollowed(line)) {
      throw new TextRefusedException(
          QuarantineReason.NOT_A_SPECTRUM,
          "SECOND_TABLE",
          "Cannot read '%s': line %s begins a table with other columns, '%s' (split the file there)"
              .formatted(in.name(), line.number(), line.said()));
    }
    head.header.add(line);
  }

  /** Whether rows come behind a line. */
  private boolean isFollowed(TextLine line) {
    RowCells ahead = new RowCells(divider);
    return in.lines().stream()
        .skip(line.number())
        .anyMatch(next -> next.remark() < 0 && ahead.cut(next.text()).numbers() >= 2);
  }

  private void reject(TextLine line) {
    rejectedRows++;
    if (rejected.size() < MOST_KEPT) {
      rejected.add(line);
    }
  }
}

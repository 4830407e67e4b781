package org.novacat.transforms.photometry.read.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.Conventions;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.table.LineTally;
import org.novacat.transforms.photometry.read.table.RawTable;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.table.Rows;

/**
 * Single exposures of WISE and NEOWISE (NEOWISE Data Release Explanatory Supplement, section
 * II.3.a): magnitudes in W1 and W2 in one row. One without an error is an upper limit of brightness
 * at 95 per cent; frames of quality 0 and sources that an artefact touches are bad.
 */
final class Neowise {
  private static final Set<String> COLUMNS =
      Set.of("mjd", "w1mpro", "w1sigmpro", "w2mpro", "w2sigmpro");

  /** The names of the columns that are read, in the order of {@link #OF_SURVEY}. */
  private static final List<String> NAMES =
      List.of("WISE_W1", "WISE_W1_err", "WISE_W2", "WISE_W2_err");

  private static final List<String> OF_SURVEY =
      List.of("w1mpro", "w1sigmpro", "w2mpro", "w2sigmpro");

  /** Columns that the cells of others make: which values are limits, and how good the row is. */
  private static final List<String> MADE = List.of("WISE_W1_limit", "WISE_W2_limit", "quality");

  private Neowise() {}

  /** Null when the columns are others. */
  static @Nullable RawTable of(RawTable table, Set<String> names) {
    if (!names.containsAll(COLUMNS)) {
      return null;
    }
    List<String> plain = table.columns().stream().map(UploadColumn::plain).toList();
    List<UploadColumn> columns = new ArrayList<>();
    for (UploadColumn column : table.columns()) {
      int known = OF_SURVEY.indexOf(column.plain());
      columns.add(known < 0 ? column : UploadColumn.named(NAMES.get(known)));
    }
    MADE.forEach(name -> columns.add(UploadColumn.named(name)));
    Conventions said =
        Conventions.NONE
            .roles("mjd=epoch quality=quality phqual=none qualframe=none ccflags=none")
            .by("WISE", "")
            .limits(0, 2)
            .time(
                TimeFrame.manual(
                    EpochSystem.MJD_UTC,
                    TimeScale.UTC,
                    TimeReference.GEO,
                    "MJD in UTC, as the survey documents"));
    Rows rows = () -> new Cursor(table.rows().open(), plain);
    return new RawTable("neowise", columns, table.aligned(), table.facts(), said, rows);
  }

  /** The rows of the survey with the cells that are made of others. */
  private static final class Cursor implements RowCursor {
    private final RowCursor row;
    private final List<String> plain;

    Cursor(RowCursor row, List<String> plain) {
      this.row = row;
      this.plain = plain;
    }

    @Override
    public boolean next() {
      return row.next();
    }

    @Override
    public int sourceRow() {
      return row.sourceRow();
    }

    /** A row of the wrong length stays one. */
    @Override
    public int size() {
      return row.size() == plain.size() ? plain.size() + MADE.size() : row.size();
    }

    @Override
    public String cell(int index) {
      return switch (index - plain.size()) {
        case 0 -> limit("w1sigmpro");
        case 1 -> limit("w2sigmpro");
        case 2 -> quality();
        default -> row.cell(index);
      };
    }

    private String limit(String error) {
      return ValueCell.isNull(row.cell(plain.indexOf(error))) ? "1" : "0";
    }

    private String quality() {
      String artefacts = said("ccflags");
      boolean touched = !artefacts.isEmpty() && !artefacts.startsWith("00");
      return said("qualframe").matches("0(?:\\.0*)?") ? "bad" : touched ? "1" : "0";
    }

    private String said(String column) {
      int index = plain.indexOf(column);
      return index < 0 ? "" : row.cell(index);
    }

    @Override
    public String raw() {
      return row.raw();
    }

    @Override
    public LineTally passed() {
      return row.passed();
    }

    @Override
    public String unread() {
      return row.unread();
    }

    @Override
    public int height() {
      return row.height();
    }

    @Override
    public String remark() {
      return row.remark();
    }
  }
}

package org.novacat.jobs.votable;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.votable.VOStarTable;

/** Records as STIL has tables; nothing is held but the row where its reader is. */
public final class RowsTable<R> extends AbstractStarTable {
  private final TableForm<R> form;
  private final Iterable<R> rows;

  /**
   * The table of these records.
   *
   * @param rows are walked anew by each reader; files of text walk them once
   */
  public RowsTable(TableForm<R> form, Iterable<R> rows) {
    this.form = form;
    this.rows = rows;
    setName(form.name());
  }

  @Override
  public ColumnInfo getColumnInfo(int index) {
    TableColumn<R> column = form.columns().get(index);
    VoTableField field = column.field();
    ColumnInfo info = new ColumnInfo(field.name(), column.type().content(), field.description());
    info.setNullable(column.nullable());
    info.setUnitString(orNull(field.unit()));
    info.setUCD(orNull(field.ucd()));
    info.setUtype(orNull(field.utype()));
    info.setXtype(orNull(field.xtype()));
    if (!field.ref().isEmpty()) {
      info.setAuxDatum(new DescribedValue(VOStarTable.REF_INFO, field.ref()));
    }
    return info;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public int getColumnCount() {
    return form.columns().size();
  }

  /** Not known before they are walked. */
  @Override
  public long getRowCount() {
    return -1;
  }

  @Override
  public RowSequence getRowSequence() {
    return new Walk(rows.iterator());
  }

  /** Walks the rows once. */
  private final class Walk implements RowSequence {
    private final Iterator<R> from;
    private @Nullable R row;

    Walk(Iterator<R> from) {
      this.from = from;
    }

    @Override
    public boolean next() {
      row = from.hasNext() ? from.next() : null;
      return row != null;
    }

    @Override
    public @Nullable Object getCell(int column) {
      if (row == null) {
        throw new NoSuchElementException("there is no current row");
      }
      return form.columns().get(column).value(row);
    }

    @Override
    public @Nullable Object[] getRow() {
      @Nullable Object[] cells = new Object[getColumnCount()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = getCell(i);
      }
      return cells;
    }

    @Override
    public void close() {
      // Nothing is open: whoever gave the rows closes what they come from.
    }
  }
}

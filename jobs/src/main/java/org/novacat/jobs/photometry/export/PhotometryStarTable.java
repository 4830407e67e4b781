package org.novacat.jobs.photometry.export;

import static org.novacat.jobs.export.TableFiles.described;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.table.PhotometrySystems;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.jobs.photometry.table.TableInfo;
import org.novacat.jobs.votable.CoordinateSystem;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.PhotometryRow;
import uk.ac.starlink.table.AbstractStarTable;
import uk.ac.starlink.table.ColumnInfo;
import uk.ac.starlink.table.DefaultValueInfo;
import uk.ac.starlink.table.DescribedValue;
import uk.ac.starlink.table.RowSequence;
import uk.ac.starlink.votable.VOStarTable;

/**
 * A photometry table as STIL has tables: every column with unit, UCD and description, read from the
 * file row by row each time that somebody walks it.
 */
final class PhotometryStarTable extends AbstractStarTable {
  private static final PhotometryColumn[] COLUMNS = PhotometryColumn.values();

  private final Path file;
  private final long rows;
  private final Map<PhotometryColumn, ColumnInfo> infos = new EnumMap<>(PhotometryColumn.class);

  /**
   * The table of a file.
   *
   * @param file a photometry table on the local disk
   * @param facts parameters of the whole table, by name
   */
  PhotometryStarTable(Path file, TableInfo info, Map<String, String> facts) {
    this.file = file;
    this.rows = info.rows();
    setName("photometry");
    for (PhotometryColumn column : COLUMNS) {
      infos.put(column, info(column));
    }
    facts.forEach(
        (name, value) ->
            setParameter(new DescribedValue(new DefaultValueInfo(name, String.class), value)));
  }

  private static ColumnInfo info(PhotometryColumn column) {
    Class<?> type =
        switch (column.type()) {
          case TEXT -> String.class;
          case DOUBLE -> Double.class;
          case BOOLEAN -> Boolean.class;
          case INT -> Integer.class;
        };
    ColumnInfo info = new ColumnInfo(column.columnName(), type, column.description());
    info.setNullable(column.nullable());
    CoordinateSystem system = PhotometrySystems.of(column);
    if (system != null) {
      info.setAuxDatum(new DescribedValue(VOStarTable.REF_INFO, system.id()));
    }
    return described(info, column.unit(), column.ucd(), "");
  }

  @Override
  public ColumnInfo getColumnInfo(int column) {
    ColumnInfo info = infos.get(COLUMNS[column]);
    if (info == null) {
      throw new IllegalArgumentException("no column " + column);
    }
    return info;
  }

  @Override
  public int getColumnCount() {
    return COLUMNS.length;
  }

  @Override
  public long getRowCount() {
    return rows;
  }

  @Override
  public RowSequence getRowSequence() {
    return new Rows(PhotometryTableReader.open(file));
  }

  /** Walks the rows once. */
  private static final class Rows implements RowSequence {
    private final PhotometryTableReader reader;
    private @Nullable PhotometryRow row;

    Rows(PhotometryTableReader reader) {
      this.reader = reader;
    }

    @Override
    public boolean next() {
      row = reader.next();
      return row != null;
    }

    @Override
    public @Nullable Object getCell(int column) {
      return COLUMNS[column].cell(current());
    }

    @Override
    public @Nullable Object[] getRow() {
      @Nullable Object[] cells = new Object[COLUMNS.length];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = getCell(i);
      }
      return cells;
    }

    private PhotometryRow current() {
      if (row == null) {
        throw new NoSuchElementException("there is no current row");
      }
      return row;
    }

    @Override
    public void close() {
      reader.close();
    }
  }
}

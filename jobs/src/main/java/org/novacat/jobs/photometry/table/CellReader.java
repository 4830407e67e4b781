package org.novacat.jobs.photometry.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.PhotometryColumn;

/**
 * The rows of a Parquet file of photometry, a vector of each column at a time. Columns are found by
 * name; those that nobody knows are passed over. Used by one thread.
 */
final class CellReader implements Closeable {
  private final ParquetFileReader file;
  private final MessageType schema;
  private final Map<PhotometryColumn, Object> standIns;
  private final List<RowCellVector> vectors = new ArrayList<>();
  private final @Nullable RowCellVector[] byColumn =
      new RowCellVector[PhotometryColumn.values().length];
  private final Map<RowCellVector, ColumnReader> group = new HashMap<>();
  private int groups;
  private long leftInGroup;
  private int row = -1;
  private int filled;

  /**
   * Opens a file.
   *
   * @param standIns what stands for columns that the file does not have
   */
  CellReader(InputFile from, Map<PhotometryColumn, Object> standIns) throws IOException {
    this.file = ParquetFileReader.open(from, ParquetReadOptions.builder().build());
    this.standIns = new EnumMap<>(standIns);
    MessageType all = file.getFileMetaData().getSchema();
    for (PhotometryColumn column : PhotometryColumn.values()) {
      if (all.containsField(column.columnName())) {
        RowCellVector vector =
            new RowCellVector(all.getColumnDescription(new String[] {column.columnName()}));
        byColumn[column.position()] = vector;
        vectors.add(vector);
      }
    }
    this.schema =
        new MessageType(
            all.getName(),
            vectors.stream().map(vector -> all.getType(vector.column().getPath())).toList());
    file.setRequestedSchema(schema);
  }

  /** What the footer says besides. */
  FileMetaData facts() {
    return file.getFileMetaData();
  }

  /** Goes on to the next row; false behind the last. */
  boolean next() throws IOException {
    if (++row == filled) {
      fill();
      row = 0;
    }
    return filled > 0;
  }

  /** A cell of the row at hand; null where there is none and nothing stands for it. */
  @Nullable Object cell(PhotometryColumn column) {
    RowCellVector vector = byColumn[column.position()];
    return vector == null ? standIns.get(column) : vector.cell(row);
  }

  private void fill() throws IOException {
    if (leftInGroup == 0) {
      nextGroup();
    }
    filled = (int) Math.min(RowCellVector.LENGTH, leftInGroup);
    group.forEach((vector, from) -> vector.read(from, filled));
    leftInGroup -= filled;
  }

  private void nextGroup() throws IOException {
    group.clear();
    PageReadStore pages = file.readNextRowGroup();
    if (pages == null) {
      return;
    }
    leftInGroup = pages.getRowCount();
    ColumnReadStoreImpl columns =
        new ColumnReadStoreImpl(pages, new Root(), schema, facts().getCreatedBy());
    for (ColumnChunkMetaData chunk : file.getRowGroups().get(groups++).getColumns()) {
      vectors.stream()
          .filter(vector -> ColumnPath.get(vector.column().getPath()).equals(chunk.getPath()))
          .filter(vector -> !vector.fill(chunk))
          .forEach(vector -> group.put(vector, columns.getColumnReader(vector.column())));
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private final class Root extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return vectors.get(field);
    }

    @Override
    public void start() {
      // Rows are not assembled here.
    }

    @Override
    public void end() {
      // Rows are not assembled here.
    }
  }
}

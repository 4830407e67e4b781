package org.novacat.jobs.photometry.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.statistics.BinaryStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
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

  /**
   * The next cells of a column, as {@link org.novacat.layouts.photometry.PhotometryColumn} has
   * them: a FLOAT or INT64 of an old table too. Equal cells that a dictionary holds are one object.
   */
  static final class RowCellVector extends PrimitiveConverter {
    /** How many cells it holds at most. */
    static final int LENGTH = 4096;

    private final ColumnDescriptor column;
    private final @Nullable Object[] cells = new Object[LENGTH];
    private Object[] dictionary = {};
    private @Nullable Object cell;

    RowCellVector(ColumnDescriptor column) {
      this.column = column;
    }

    ColumnDescriptor column() {
      return column;
    }

    /**
     * Sees whether all cells of a row group are one: null, or a text.
     *
     * @return whether there is nothing to be read of them
     */
    boolean fill(ColumnChunkMetaData chunk) {
      Statistics<?> facts = chunk.getStatistics();
      boolean empty = facts.isNumNullsSet() && facts.getNumNulls() == chunk.getValueCount();
      boolean full = facts.isNumNullsSet() && facts.getNumNulls() == 0;
      // The least and greatest double do not tell 0 from -0.
      boolean text = facts instanceof BinaryStatistics && facts.hasNonNullValue();
      boolean one = text && full && Arrays.equals(facts.getMinBytes(), facts.getMaxBytes());
      if (empty || one) {
        Arrays.fill(cells, empty ? null : new String(facts.getMinBytes(), StandardCharsets.UTF_8));
      }
      return empty || one;
    }

    /** Takes the next cells of its column. */
    void read(ColumnReader from, int count) {
      int there = column.getMaxDefinitionLevel();
      for (int i = 0; i < count; i++) {
        cell = null;
        if (from.getCurrentDefinitionLevel() == there) {
          from.writeCurrentValueToConverter();
        }
        cells[i] = cell;
        from.consume();
      }
    }

    @Nullable Object cell(int row) {
      return cells[row];
    }

    @Override
    public boolean hasDictionarySupport() {
      return true;
    }

    @Override
    public void setDictionary(Dictionary of) {
      dictionary =
          IntStream.rangeClosed(0, of.getMaxId()).mapToObj(id -> decoded(of, id)).toArray();
    }

    private Object decoded(Dictionary of, int id) {
      return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
        case BINARY -> of.decodeToBinary(id).toStringUsingUTF8();
        case DOUBLE -> of.decodeToDouble(id);
        case FLOAT -> (double) of.decodeToFloat(id);
        case INT32 -> of.decodeToInt(id);
        case INT64 -> (int) of.decodeToLong(id);
        case BOOLEAN, INT96, FIXED_LEN_BYTE_ARRAY ->
            throw new IllegalArgumentException("Cannot read column '%s'".formatted(column));
      };
    }

    @Override
    public void addValueFromDictionary(int id) {
      cell = dictionary[id];
    }

    @Override
    public void addBinary(Binary value) {
      cell = value.toStringUsingUTF8();
    }

    @Override
    public void addBoolean(boolean value) {
      cell = value;
    }

    @Override
    public void addDouble(double value) {
      cell = value;
    }

    @Override
    public void addFloat(float value) {
      cell = (double) value;
    }

    @Override
    public void addInt(int value) {
      cell = value;
    }

    @Override
    public void addLong(long value) {
      cell = (int) value;
    }
  }
}

package org.novacat.jobs.photometry.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.statistics.BinaryStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.jspecify.annotations.Nullable;

/**
 * The next cells of a column, as {@link org.novacat.layouts.photometry.PhotometryColumn} has them:
 * a FLOAT or INT64 of an old table too. Equal cells that a dictionary holds are one object.
 */
final class RowCellVector extends PrimitiveConverter {
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
    dictionary = IntStream.rangeClosed(0, of.getMaxId()).mapToObj(id -> decoded(of, id)).toArray();
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

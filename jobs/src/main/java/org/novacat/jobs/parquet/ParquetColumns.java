package org.novacat.jobs.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.DummyRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.jspecify.annotations.Nullable;

/**
 * All columns of a flat Parquet file, whole and in memory; for objects small enough for one fetch.
 */
public final class ParquetColumns {
  private final int rows;
  private final Map<String, Values> byName;

  private ParquetColumns(int rows, Map<String, Values> byName) {
    this.rows = rows;
    this.byName = byName;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException when the bytes are no Parquet file of numbers, booleans and
   *     texts
   */
  public static ParquetColumns read(byte[] file) {
    try (ParquetFileReader reader = ParquetFileReader.open(ParquetInput.of(file))) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read Parquet from memory", e);
    } catch (RuntimeException e) { // the library has no type of its own for a broken footer
      throw new IllegalArgumentException(
          "Cannot read Parquet: the bytes are damaged (%s)".formatted(e.getMessage()), e);
    }
  }

  private static ParquetColumns read(ParquetFileReader reader) throws IOException {
    FileMetaData file = reader.getFileMetaData();
    int rows = Math.toIntExact(reader.getRecordCount());
    Map<String, Values> columns = new HashMap<>();
    for (ColumnDescriptor column : file.getSchema().getColumns()) {
      columns.put(column.getPath()[0], new Values(column, rows));
    }
    int from = 0;
    for (PageReadStore group; (group = reader.readNextRowGroup()) != null; ) {
      ColumnReadStoreImpl store =
          new ColumnReadStoreImpl(
              group,
              new DummyRecordConverter(file.getSchema()).getRootConverter(),
              file.getSchema(),
              file.getCreatedBy());
      int count = Math.toIntExact(group.getRowCount());
      for (Values values : columns.values()) {
        values.read(store.getColumnReader(values.column), from, count);
      }
      from += count;
    }
    return new ParquetColumns(rows, columns);
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** A column of doubles, NaN where a row has none; null when there is no value at all. */
  public double @Nullable [] doubles(String name) {
    return values(name, double[].class);
  }

  /** A column of integers, 0 where a row has none; null when there is no value at all. */
  public int @Nullable [] ints(String name) {
    return values(name, int[].class);
  }

  /** A column of long integers, 0 where a row has none; null when there is no value at all. */
  public long @Nullable [] longs(String name) {
    return values(name, long[].class);
  }

  /** A column of texts, null where a row has none; null when there is no value at all. */
  public @Nullable String @Nullable [] texts(String name) {
    return values(name, String[].class);
  }

  /** A column of booleans, false where a row has none; null when there is no value at all. */
  public boolean @Nullable [] booleans(String name) {
    return values(name, boolean[].class);
  }

  private <T> @Nullable T values(String name, Class<T> type) {
    Values values = byName.get(name);
    return values == null || values.present == 0 ? null : type.cast(values.array);
  }

  /** The values of one column as they are read. */
  private static final class Values {
    final ColumnDescriptor column;
    final Object array;
    int present;

    Values(ColumnDescriptor column, int rows) {
      this.column = column;
      this.array =
          switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE -> new double[rows];
            case INT32 -> new int[rows];
            case INT64 -> new long[rows];
            case BOOLEAN -> new boolean[rows];
            case BINARY -> new String[rows];
            case INT96, FLOAT, FIXED_LEN_BYTE_ARRAY ->
                throw new IllegalArgumentException(
                    "column '%s' is %s".formatted(column.getPath()[0], column.getPrimitiveType()));
          };
    }

    void read(ColumnReader from, int first, int count) {
      for (int i = first; i < first + count; i++) {
        boolean there = from.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel();
        if (there) {
          present++;
        }
        if (array instanceof double[] doubles) {
          doubles[i] = there ? from.getDouble() : Double.NaN;
        } else if (array instanceof int[] ints) {
          ints[i] = there ? from.getInteger() : 0;
        } else if (array instanceof long[] longs) {
          longs[i] = there ? from.getLong() : 0;
        } else if (array instanceof String[] texts) {
          texts[i] = there ? from.getBinary().toStringUsingUTF8() : null;
        } else if (array instanceof boolean[] booleans) {
          booleans[i] = there && from.getBoolean();
        }
        from.consume();
      }
    }
  }
}

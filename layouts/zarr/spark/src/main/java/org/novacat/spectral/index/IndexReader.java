package org.novacat.spectral.index;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.SpectralException;

/**
 * The index of a store, read row by row: memory holds the asked columns of one row group. May be
 * read once; used by one thread.
 */
public final class IndexReader implements Closeable {
  private final ParquetFileReader file;
  private final Map<String, ColumnKind> columns;

  /** Takes the rows in their order. */
  public interface Rows {
    /**
     * One row.
     *
     * @param number from 0: the spectrum's place on axis 0
     * @param values of the columns that were asked for, in their order, of the types of {@link
     *     ColumnKind}; null where the row has none. The array is used again for the next row.
     */
    void row(long number, @Nullable Object[] values);
  }

  private IndexReader(ParquetFileReader file) {
    this.file = file;
    Map<String, ColumnKind> found = new LinkedHashMap<>();
    for (ColumnDescriptor column : file.getFileMetaData().getSchema().getColumns()) {
      found.put(column.getPath()[0], ColumnKind.of(column));
    }
    this.columns = Collections.unmodifiableMap(found);
  }

  /**
   * Opens an index that was fetched whole.
   *
   * @throws SpectralException when it is no Parquet file
   */
  public static IndexReader open(byte[] content) {
    return open(new HeapFile(content));
  }

  /**
   * Opens an index where it lies, such as {@code HadoopInputFile.fromPath(path, conf)}.
   *
   * @throws SpectralException when it is no Parquet file, or cannot be reached
   */
  public static IndexReader open(InputFile input) {
    ParquetFileReader opened = null;
    try {
      opened = ParquetFileReader.open(input);
      checkExtents(opened, input.getLength());
      return new IndexReader(opened);
    } catch (IOException | RuntimeException e) { // parquet-mr has no type for a broken footer
      closeQuietly(opened, e);
      throw damaged(e);
    }
  }

  /** A length that lies would otherwise be asked of the heap before the file is found short. */
  private static void checkExtents(ParquetFileReader opened, long length) {
    for (BlockMetaData block : opened.getFooter().getBlocks()) {
      for (ColumnChunkMetaData chunk : block.getColumns()) {
        long start = chunk.getStartingPos();
        long bytes = chunk.getTotalSize();
        if (start < 0 || bytes < 0 || bytes > length - start) {
          throw new IllegalArgumentException(
              "column '%s' has %s bytes at %s of %s"
                  .formatted(chunk.getPath(), bytes, start, length));
        }
      }
    }
  }

  private static void closeQuietly(@Nullable ParquetFileReader opened, Exception because) {
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException e) {
        because.addSuppressed(e);
      }
    }
  }

  private static SpectralException damaged(Exception e) {
    return new SpectralException(
        "Cannot read index.parquet: %s (if the store can be reached, write the index anew)"
            .formatted(e.getMessage()),
        e);
  }

  /** Number of rows. */
  public long rows() {
    return file.getRecordCount();
  }

  /** The columns by name, in the order of the file. */
  public Map<String, ColumnKind> columns() {
    return columns;
  }

  /**
   * Reads some columns of all rows.
   *
   * @param names columns that are there and of a kind that is read, each once
   * @throws IllegalArgumentException when one is not
   * @throws SpectralException when the file is damaged
   */
  public void read(List<String> names, Rows to) {
    for (String name : names) {
      if (columns.getOrDefault(name, ColumnKind.OTHER) == ColumnKind.OTHER) {
        throw new IllegalArgumentException(
            "Cannot read column '%s' of index.parquet: it is none of %s (ask for those that are read)"
                .formatted(name, columns));
      }
    }
    if (names.isEmpty()) {
      for (long row = 0; row < rows(); row++) {
        to.row(row, new Object[0]);
      }
      return;
    }
    // What the receiver throws is its own, and no damage of the file.
    Groups groups = new Groups(names);
    for (Group group; (group = groups.next()) != null; ) {
      while (group.advance()) {
        to.row(group.number, group.values);
      }
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The row groups, one after the other. */
  private final class Groups {
    private final MessageType schema;
    private long first;

    Groups(List<String> names) {
      MessageType all = file.getFileMetaData().getSchema();
      List<Type> asked = new ArrayList<>();
      names.forEach(name -> asked.add(all.getType(name)));
      schema = new MessageType(all.getName(), asked);
      file.setRequestedSchema(schema);
    }

    @Nullable Group next() {
      try {
        PageReadStore pages = file.readNextRowGroup();
        if (pages == null) {
          return null;
        }
        Group group = new Group(schema, pages, file.getFileMetaData().getCreatedBy(), first);
        first += pages.getRowCount();
        return group;
      } catch (IOException | RuntimeException e) {
        throw damaged(e);
      }
    }
  }

  /** The rows of one group. */
  private static final class Group {
    private final List<ColumnReader> readers = new ArrayList<>();
    private final long end;
    private final @Nullable Object[] values;
    private long number;

    Group(MessageType schema, PageReadStore pages, @Nullable String writer, long first) {
      ColumnReadStoreImpl store =
          new ColumnReadStoreImpl(pages, new NoRecords(schema), schema, writer);
      schema.getColumns().forEach(column -> readers.add(store.getColumnReader(column)));
      values = new Object[readers.size()];
      number = first - 1;
      end = first + pages.getRowCount();
    }

    boolean advance() {
      if (++number >= end) {
        return false;
      }
      try {
        for (int i = 0; i < values.length; i++) {
          values[i] = value(readers.get(i));
          readers.get(i).consume();
        }
      } catch (RuntimeException e) {
        throw damaged(e);
      }
      return true;
    }

    private static @Nullable Object value(ColumnReader from) {
      ColumnDescriptor column = from.getDescriptor();
      if (from.getCurrentDefinitionLevel() < column.getMaxDefinitionLevel()) {
        return null;
      }
      return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
        case INT32 -> (long) from.getInteger();
        case INT64 -> from.getLong();
        case FLOAT -> from.getFloat();
        case DOUBLE -> from.getDouble();
        case BOOLEAN -> from.getBoolean();
        case BINARY -> from.getBinary().toStringUsingUTF8();
        case INT96, FIXED_LEN_BYTE_ARRAY ->
            throw new IllegalStateException("Cannot read values of " + column);
      };
    }
  }
}

package org.novacat.spectral.spark;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.SpectralException;
import org.novacat.spectral.SpectralStore;
import org.novacat.spectral.index.ColumnKind;
import org.novacat.spectral.index.IndexReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the index says of the rows of a store, on the driver. A store whose index is missing,
 * damaged or of another length is read whole: filters find the same rows without it. Spark plans a
 * query more than once: what was found is kept.
 */
final class StoreIndex {
  private static final Logger log = LoggerFactory.getLogger(StoreIndex.class);

  private final Configuration conf;
  private final Path file;
  private final StoreTable store;
  private final Map<List<Object>, BitSet> known = new HashMap<>();
  private @Nullable Map<String, DataType> columns;

  StoreIndex(Configuration conf, String path, StoreTable store) {
    this.conf = conf;
    this.file = new Path(path, SpectralStore.INDEX);
    this.store = store;
  }

  /** The columns of the table whose values the index has too, with their types. */
  synchronized Map<String, DataType> columns() {
    if (columns == null) {
      columns = readColumns();
    }
    return columns;
  }

  private Map<String, DataType> readColumns() {
    try (IndexReader index = open()) {
      return index == null ? Map.of() : usable(index);
    } catch (IOException | SpectralException e) {
      log.warn("Read a store without its index, index={} why={}", file, e.getMessage());
      return Map.of();
    }
  }

  private @Nullable IndexReader open() throws IOException {
    if (!file.getFileSystem(conf).exists(file)) {
      log.warn("Read a store without an index, index={}", file);
      return null;
    }
    IndexReader index = IndexReader.open(HadoopInputFile.fromPath(file, conf));
    if (index.rows() != store.spectra()) {
      index.close();
      throw new SpectralException(
          "it has %s rows, and the store %s spectra (look at it by 'zarr validate')"
              .formatted(index.rows(), store.spectra()));
    }
    return index;
  }

  private Map<String, DataType> usable(IndexReader index) {
    Map<String, DataType> usable = new TreeMap<>();
    index
        .columns()
        .forEach(
            (name, kind) -> {
              StoreColumn column = store.columns().get(name);
              if (column != null
                  && column.form() == StoreColumn.Form.VALUE
                  && tellsSame(kind, column.element())) {
                usable.put(name, column.element());
              }
            });
    return usable;
  }

  /** Whether a value of the index has all digits of the column's. */
  private static boolean tellsSame(ColumnKind kind, DataType type) {
    return switch (kind) {
      case FLOAT -> type.equals(DataTypes.FloatType);
      case DOUBLE -> type.equals(DataTypes.FloatType) || type.equals(DataTypes.DoubleType);
      case INTEGER -> type.equals(DataTypes.LongType);
      case BOOLEAN -> type.equals(DataTypes.BooleanType);
      case TEXT -> type.equals(DataTypes.StringType);
      case OTHER -> false;
    };
  }

  /**
   * The blocks of rows in which a row may pass; all of them where the index cannot be read after
   * all.
   *
   * @param filters that ask for {@link #columns} alone
   * @param blocks how many there are
   * @param blockRows rows of a block
   */
  synchronized BitSet matching(List<Filter> filters, int blocks, long blockRows) {
    return known.computeIfAbsent(
        List.of(filters, blockRows), key -> read(filters, blocks, blockRows));
  }

  private BitSet read(List<Filter> filters, int blocks, long blockRows) {
    try (IndexReader index = open()) {
      if (index != null) {
        return matching(index, filters, blockRows);
      }
    } catch (IOException | SpectralException e) {
      log.warn("Read a store without its index, index={} why={}", file, e.getMessage());
    }
    BitSet all = new BitSet();
    all.set(0, blocks);
    return all;
  }

  private BitSet matching(IndexReader index, List<Filter> filters, long blockRows) {
    Map<String, DataType> types = usable(index);
    // A column that is no more there is not known of any row.
    List<String> names = asked(filters).stream().filter(types::containsKey).toList();
    Map<String, Object> row = new HashMap<>();
    BitSet blocks = new BitSet();
    index.read(
        names,
        (number, values) -> {
          int block = Math.toIntExact(number / blockRows);
          if (!blocks.get(block)) {
            fill(row, names, values, types);
            blocks.set(block, filters.stream().allMatch(f -> IndexFilter.mayPass(f, row)));
          }
        });
    return blocks;
  }

  private static void fill(
      Map<String, Object> row,
      List<String> names,
      @Nullable Object[] values,
      Map<String, DataType> types) {
    row.clear();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Number number && DataTypes.FloatType.equals(types.get(names.get(i)))) {
        // As the array has it, or 10.1 would not be what 10.1 of 32 bits is.
        row.put(names.get(i), number.floatValue());
      } else if (value != null) {
        row.put(names.get(i), value);
      }
    }
  }

  private static List<String> asked(List<Filter> filters) {
    return filters.stream()
        .flatMap(filter -> List.of(filter.references()).stream())
        .distinct()
        .toList();
  }
}

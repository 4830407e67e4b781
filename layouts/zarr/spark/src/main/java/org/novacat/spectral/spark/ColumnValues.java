package org.novacat.spectral.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrReader;

/** The values of one column, as Spark has them inside, for rows that only go on. */
interface ColumnValues {
  Object at(long row);

  /** The place on axis 0. */
  static ColumnValues rowNumber() {
    return row -> row;
  }

  /** Those of an array. */
  static ColumnValues of(StoreColumn column, ZarrReader store) {
    ZarrArray array =
        store
            .array(column.path())
            .orElseThrow(() -> new IllegalStateException("no metadata of " + column.path()));
    return switch (column.form()) {
      case VALUE -> new Single(array, column.element());
      case SAMPLES -> new Samples(array);
      case COMMON -> new Common(array);
    };
  }

  /** A value a row; one chunk is in memory. */
  final class Single implements ColumnValues {
    private final ZarrArray array;
    private final DataType type;
    private final int each;
    private long chunk = -1;
    private @Nullable IntFunction<Object> values;

    Single(ZarrArray array, DataType type) {
      this.array = array;
      this.type = type;
      this.each = array.spec().chunks().get(0);
    }

    @Override
    public Object at(long row) {
      IntFunction<Object> loaded = values;
      if (loaded == null || row / each != chunk) {
        chunk = row / each;
        loaded = load();
        values = loaded;
      }
      return loaded.apply((int) (row % each));
    }

    private IntFunction<Object> load() {
      if (type.equals(DataTypes.StringType)) {
        List<String> texts = array.strings(chunk);
        return place -> UTF8String.fromString(texts.get(place));
      }
      Stretch stretch = Stretch.read(array, chunk);
      return type.equals(DataTypes.BooleanType)
          ? place -> stretch.value(place).equals(1L)
          : stretch::value;
    }
  }

  /** An array a row; the chunks of some rows are in memory. */
  final class Samples implements ColumnValues {
    private final ZarrArray array;
    private final int each;
    private final int width;
    private final int samples;
    private final List<Stretch> chunks = new ArrayList<>();
    private long loaded = -1;

    Samples(ZarrArray array) {
      this.array = array;
      this.each = array.spec().chunks().get(0);
      this.width = array.spec().chunks().get(1);
      this.samples = Math.toIntExact(array.spec().shape().get(1));
    }

    @Override
    public Object at(long row) {
      if (row / each != loaded) {
        // The old ones go first: there is room for one row of chunks, not for two.
        chunks.clear();
        for (long i = 0; i < array.gridShape().get(1); i++) {
          chunks.add(Stretch.read(array, row / each, i));
        }
        loaded = row / each;
      }
      return Stretch.joined(chunks, (int) (row % each) * width, width, samples);
    }
  }

  /** The same array in each row. */
  final class Common implements ColumnValues {
    private final ZarrArray array;
    private @Nullable ArrayData data;

    Common(ZarrArray array) {
      this.array = array;
    }

    @Override
    public Object at(long row) {
      ArrayData known = data;
      if (known == null) {
        List<Stretch> chunks = new ArrayList<>();
        for (long i = 0; i < array.gridShape().get(0); i++) {
          chunks.add(Stretch.read(array, i));
        }
        int length = Math.toIntExact(array.spec().shape().get(0));
        known = Stretch.joined(chunks, 0, array.spec().chunks().get(0), length);
        data = known;
      }
      return known;
    }
  }
}

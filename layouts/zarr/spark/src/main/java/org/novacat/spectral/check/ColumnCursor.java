package org.novacat.spectral.check;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.blosc.BloscException;

/** An array of one dimension, walked from its first row on; one chunk is in memory. */
final class ColumnCursor {
  private final ZarrArray array;
  private long chunk = -1;
  private @Nullable IntFunction<Object> values;

  ColumnCursor(ZarrArray array) {
    this.array = array;
  }

  DType type() {
    return array.spec().dtype();
  }

  /**
   * A {@link String}, {@link Long} (of a boolean 0 or 1) or {@link Double}; null where the chunk
   * cannot be read.
   */
  @Nullable Object at(long row) {
    int each = array.spec().chunks().get(0);
    if (row / each != chunk) {
      chunk = row / each;
      values = load();
    }
    return values == null ? null : values.apply((int) (row % each));
  }

  private @Nullable IntFunction<Object> load() {
    try {
      if (type().isText()) {
        return array.strings(chunk)::get;
      }
      if (type().kind() == DType.Kind.FLOAT) {
        Numbers numbers = Numbers.read(array, chunk);
        return numbers::at;
      }
      long[] numbers = array.longs(chunk);
      return place -> numbers[place];
    } catch (ZarrException | BloscException e) {
      return null; // The scan of the array tells it; here its rows are not judged.
    }
  }
}

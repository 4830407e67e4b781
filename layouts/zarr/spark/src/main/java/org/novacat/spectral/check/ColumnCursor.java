package org.novacat.spectral.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.blosc.BloscException;

/** An array of one dimension, walked from its first row on; one chunk is in memory. */
final class ColumnCursor {
  private final ZarrArray array;
  private long chunk = -1;
  private @Nullable List<String> texts;
  private @Nullable Numbers numbers;

  ColumnCursor(ZarrArray array) {
    this.array = array;
  }

  DType type() {
    return array.spec().dtype();
  }

  /** A {@link String} or {@link Double}; null where the chunk cannot be read. */
  @Nullable Object at(long row) {
    int each = array.spec().chunks().get(0);
    if (row / each != chunk) {
      chunk = row / each;
      load();
    }
    int place = (int) (row % each);
    if (texts != null) {
      return texts.get(place);
    }
    return numbers == null ? null : (Object) numbers.at(place);
  }

  private void load() {
    texts = null;
    numbers = null;
    try {
      if (type().isText()) {
        texts = array.strings(chunk);
      } else {
        numbers = Numbers.read(array, chunk);
      }
    } catch (ZarrException | BloscException e) {
      // The scan of the array tells it; here its rows are not judged.
      texts = null;
    }
  }
}

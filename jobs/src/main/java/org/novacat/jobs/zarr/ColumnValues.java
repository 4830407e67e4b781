package org.novacat.jobs.zarr;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.novacat.jobs.zarr.Columns.Column;
import org.novacat.zarr.ChunkWriter;

/** The values of a column in one chunk of rows; equal texts are held once. */
final class ColumnValues {
  private final Column column;
  private final String[] texts;
  private final double[] numbers;
  private final Map<String, String> known = new HashMap<>();
  private int count;

  ColumnValues(Column column, int most) {
    this.column = column;
    this.texts = new String[column.isText() ? most : 0];
    this.numbers = new double[column.isText() ? 0 : most];
  }

  Column column() {
    return column;
  }

  String path() {
    return column.path();
  }

  void add(StoreRow row) {
    if (column.isText()) {
      texts[count++] = known.computeIfAbsent(column.textOf(row), text -> text);
    } else {
      numbers[count++] = column.numberOf(row);
    }
  }

  /** Writes the chunk, and begins the next. */
  void write(ChunkWriter to, long chunk) {
    if (column.isText()) {
      to.strings(Arrays.asList(Arrays.copyOf(texts, count)), chunk);
    } else if (column.whole()) {
      to.ints(Arrays.stream(numbers, 0, count).mapToInt(value -> (int) value).toArray(), chunk);
    } else {
      to.doubles(Arrays.copyOf(numbers, count), chunk);
    }
    count = 0;
    known.clear();
  }
}

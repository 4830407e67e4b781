package org.novacat.jobs.zarr.row;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.ChunkWriter;
import org.novacat.zarr.DType;

/** The numbers of one array in a panel, row by row; NaN where none was put. */
final class Block {
  private final int rows;
  private final int columns;
  private final long from;
  private final int chunkColumns;
  private final float @Nullable [] floats;
  private final double @Nullable [] doubles;

  private Block(int rows, long from, int columns, int chunkColumns, boolean wide) {
    this.rows = rows;
    this.from = from;
    this.columns = columns;
    this.chunkColumns = chunkColumns;
    this.floats = wide ? null : new float[rows * columns];
    this.doubles = wide ? new double[rows * columns] : null;
    clear();
  }

  /** Room for what a panel has of an array. */
  static Block of(Shape shape, String array, Panel panel) {
    int width = shape.chunks().columns();
    long from = panel.firstColumn() * width;
    long end = Math.min(shape.samples(), panel.endColumn() * width);
    boolean wide = shape.spec(array).dtype().equals(DType.F8);
    return new Block(panel.rows().size(), from, (int) (end - from), width, wide);
  }

  private void clear() {
    if (floats != null) {
      Arrays.fill(floats, Float.NaN);
    }
    if (doubles != null) {
      Arrays.fill(doubles, Double.NaN);
    }
  }

  /**
   * Puts what lies within the panel of a row of the store.
   *
   * @param values of the whole row, from its first sample; it may end before the panel does
   */
  void put(int row, double[] values) {
    int count = (int) Math.max(0, Math.min(columns, values.length - from));
    int at = row * columns;
    if (doubles != null && count > 0) {
      System.arraycopy(values, (int) from, doubles, at, count);
    }
    if (floats != null) {
      for (int i = 0; i < count; i++) {
        floats[at + i] = (float) values[(int) from + i];
      }
    }
  }

  /** Writes its chunks, from the left. */
  void write(ChunkWriter writer, Panel panel) {
    for (int left = 0; left < columns; left += chunkColumns) {
      int width = Math.min(chunkColumns, columns - left);
      long column = panel.firstColumn() + left / chunkColumns;
      if (floats != null) {
        writer.floats(cut(floats, left, width), panel.chunkRow(), column);
      }
      if (doubles != null) {
        writer.doubles(cut(doubles, left, width), panel.chunkRow(), column);
      }
    }
  }

  private float[] cut(float[] all, int left, int width) {
    if (width == columns) {
      return all;
    }
    float[] part = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(all, row * columns + left, part, row * width, width);
    }
    return part;
  }

  private double[] cut(double[] all, int left, int width) {
    if (width == columns) {
      return all;
    }
    double[] part = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(all, row * columns + left, part, row * width, width);
    }
    return part;
  }
}

package org.novacat.fits.spark.table;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.HeapArray;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;

/**
 * Reads the variable-length arrays of a few rows at a time: for each column the part of the heap
 * from the first to the last of them. Writers put the arrays of neighbouring rows side by side;
 * where they did not, the windows shrink to fewer rows, at last to one.
 */
final class HeapReader {
  private static final int WINDOW = 16 << 20;

  private final ByteSource source;
  private final Hdu hdu;
  private final List<Column> columns;
  private final List<Column> checked;
  private final Spans spans;
  private final long heapStart;
  private final long heapLength;
  private final long maxArrayBytes;

  HeapReader(
      FitsTableFile file,
      List<Column> columns,
      List<Column> checked,
      Spans spans,
      ReadLimits limits) {
    this.source = file.source();
    this.hdu = file.hdu();
    this.columns = columns.stream().filter(HeapReader::isInHeap).toList();
    this.checked = checked.stream().filter(HeapReader::isInHeap).toList();
    this.spans = spans;
    long tableLength = (long) hdu.axes()[0] * hdu.axes()[1];
    long theap = hdu.header().integer("THEAP", tableLength);
    long offset = theap >= tableLength && theap <= hdu.dataLength() ? theap : tableLength;
    this.heapStart = hdu.dataStart() + offset;
    this.heapLength = hdu.dataLength() - offset;
    this.maxArrayBytes = limits.maxInflatedBytes();
  }

  private static boolean isInHeap(Column column) {
    return column.descriptor() > 0 && column.width() > 0;
  }

  /** Whether no column points into the heap, so that rows alone are read. */
  boolean isUnused() {
    return checked.isEmpty();
  }

  /**
   * How many of the rows that are loaded, from {@code from} on, have their arrays near enough to be
   * read at once; at least 1.
   *
   * @param rows packed rows
   * @param number of the first of them in the table
   * @throws RefusedException when the arrays of the first row are not within the heap
   */
  int fitting(byte[] rows, long number, int from, int to) {
    int end = to;
    for (Column column : checked) {
      end = fitting(column, rows, number, from, end);
    }
    return end - from;
  }

  private int fitting(Column column, byte[] rows, long number, int from, int to) {
    Extent extent = Extent.NONE;
    for (int row = from; row < to; row++) {
      try {
        extent = extent.with(column, array(column, rows, row, number));
      } catch (RefusedException e) {
        if (row > from) {
          return row;
        }
        throw e.at(hdu.dataStart() + (number + row) * hdu.axes()[0] + column.offset());
      }
      if (row > from && extent.length() > WINDOW) {
        return row;
      }
    }
    return to;
  }

  /** The arrays of rows that fit together. */
  Map<Column, HeapWindow> windows(byte[] rows, int from, int count) throws IOException {
    Map<Column, HeapWindow> windows = new HashMap<>();
    for (Column column : columns) {
      Extent extent = Extent.NONE;
      for (int row = from; row < from + count; row++) {
        extent = extent.with(column, array(column, rows, row, 0));
      }
      byte[] bytes = new byte[(int) extent.length()];
      if (bytes.length > 0) {
        source.read(heapStart + extent.from(), bytes, 0, bytes.length);
      }
      windows.put(column, new HeapWindow(bytes, extent.from()));
    }
    return windows;
  }

  private HeapArray array(Column column, byte[] rows, int row, long number) {
    int at = row * spans.packed() + spans.offsetOf(column);
    HeapArray array = HeapArray.of(column, rows, at).checked(column, number + row, heapLength);
    if (array.bytes(column) > maxArrayBytes) {
      throw RefusedException.overLimit(
          "ARRAY_OVER_LIMIT",
          "Cannot read table: row %s of column '%s' has %s bytes, and %s may be held in memory"
              .formatted(number + row, column.name(), array.bytes(column), maxArrayBytes));
    }
    return array;
  }

  /** From the first to the last byte of some arrays; both 0 when there is none. */
  private record Extent(long from, long to) {
    static final Extent NONE = new Extent(0, 0);

    Extent with(Column column, HeapArray array) {
      long bytes = array.bytes(column);
      if (bytes == 0) {
        return this;
      }
      long end = array.offset() + bytes;
      return from == to
          ? new Extent(array.offset(), end)
          : new Extent(Math.min(from, array.offset()), Math.max(to, end));
    }

    long length() {
      return to - from;
    }
  }
}

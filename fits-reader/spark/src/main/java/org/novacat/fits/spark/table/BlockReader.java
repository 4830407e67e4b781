package org.novacat.fits.spark.table;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;

/**
 * Reads a range of a table's rows, about 256 KiB at a time, and of them the columns that are asked
 * for.
 */
final class BlockReader {
  /**
   * Small enough for the cache of a core, and to be no humongous object to the garbage collector.
   */
  private static final int BLOCK = 256 << 10;

  /** Where the rows of a block are put. */
  enum Buffer {
    /** In an array of their own: a block stays valid when the next is read. */
    FRESH,
    /** In one array, which stays in the cache of the core: a block is valid until the next. */
    REUSED
  }

  private final ByteSource source;
  private final Hdu hdu;
  private final Spans spans;
  private final HeapReader heap;
  private final Buffer buffer;
  private final int maxRowBytes;
  private final long end;
  private long next;
  private byte[] loaded = new byte[0];
  private long loadedFrom;
  private int loadedRows;

  /**
   * @param columns what is asked for
   * @param checked these and other columns of variable length that must point into the heap;
   *     nothing is read when they are none
   * @param first the first row
   * @param rows how many
   * @param buffer where blocks are put
   */
  BlockReader(
      FitsTableFile file,
      List<Column> columns,
      List<Column> checked,
      long first,
      long rows,
      Buffer buffer,
      ReadLimits limits) {
    this.source = file.source();
    this.hdu = file.hdu();
    this.spans = Spans.of(checked, hdu.axes()[0]);
    this.heap = new HeapReader(file, columns, checked, spans, limits);
    this.buffer = buffer;
    this.maxRowBytes = (int) limits.maxInflatedBytes();
    this.next = first;
    this.end = first + rows;
    this.loadedFrom = first;
    boolean inTheFile = source == file.raw();
    if (inTheFile && spans.contiguous() && heap.isUnused()) {
      file.raw().expectRun(rowStart(first), rows * hdu.axes()[0]);
    }
  }

  /**
   * The next rows; null after the last.
   *
   * @throws RefusedException when one row cannot be read; the next call goes on behind it
   * @throws IOException when the store fails
   */
  @Nullable RowBlock next() throws IOException {
    if (next >= end) {
      return null;
    }
    if (next >= loadedFrom + loadedRows) {
      load();
    }
    int index = (int) (next - loadedFrom);
    int rows = fitting(index);
    next += rows;
    return new RowBlock(
        loaded, index * spans.packed(), rows, spans, heap.windows(loaded, index, rows));
  }

  private int fitting(int index) {
    try {
      return heap.fitting(loaded, loadedFrom, index, loadedRows);
    } catch (RefusedException e) {
      next++;
      throw e;
    }
  }

  private void load() throws IOException {
    int stride = spans.packed();
    if (stride > maxRowBytes) {
      next = end;
      throw RefusedException.overLimit(
          "ROW_OVER_LIMIT",
          "Cannot read table: %s bytes of a row are asked for and %s may be held in memory"
              .formatted(stride, maxRowBytes));
    }
    long fitting = stride == 0 ? end - next : Math.max(1, BLOCK / stride);
    loadedRows = (int) Math.min(fitting, end - next);
    loadedFrom = next;
    int length = loadedRows * stride;
    if (buffer == Buffer.FRESH || loaded.length < length) {
      loaded = new byte[length];
    }
    if (spans.contiguous()) {
      source.read(rowStart(next), loaded, 0, length);
    } else if (stride > 0) {
      loadSpans();
    }
  }

  private void loadSpans() throws IOException {
    int at = 0;
    for (int row = 0; row < loadedRows; row++) {
      for (Spans.Span span : spans.spans()) {
        source.read(rowStart(next + row) + span.offset(), loaded, at, span.length());
        at += span.length();
      }
    }
  }

  private long rowStart(long row) {
    return hdu.dataStart() + row * hdu.axes()[0];
  }
}

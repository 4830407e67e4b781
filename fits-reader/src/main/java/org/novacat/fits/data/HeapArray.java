package org.novacat.fits.data;

import org.novacat.fits.file.RefusedException;

/**
 * A variable-length array as its descriptor in the row tells (FITS Standard 4.0, section 7.3.5).
 *
 * @param count elements
 * @param offset bytes from the start of the heap to its first element; without meaning when {@code
 *     count} is 0
 */
public record HeapArray(long count, long offset) {
  /** What the descriptor of this column says that begins at {@code at}; it may say nonsense. */
  public static HeapArray of(Column column, byte[] bytes, int at) {
    return switch (column.descriptor()) {
      case 8 -> new HeapArray(BigEndian.int32(bytes, at), BigEndian.int32(bytes, at + 4));
      case 16 -> new HeapArray(BigEndian.int64(bytes, at), BigEndian.int64(bytes, at + 8));
      default ->
          throw new IllegalArgumentException(
              "Cannot read array: column '%s' is none of variable length".formatted(column.name()));
    };
  }

  /** Bytes of its elements. */
  public long bytes(Column column) {
    return column.type().bytes(count);
  }

  /**
   * Itself, when it lies within the heap.
   *
   * @param row for the message
   * @param heapLength bytes of the heap
   * @throws RefusedException when it does not
   */
  public HeapArray checked(Column column, long row, long heapLength) {
    boolean possible = count >= 0 && count <= Integer.MAX_VALUE && offset >= 0;
    if (!possible || (count > 0 && bytes(column) > heapLength - offset)) {
      throw RefusedException.unreadable(
          "FITS_BAD_HEAP",
          "Cannot read table: row %s of column '%s' points at %s elements %s bytes into a heap of %s"
              .formatted(row, column.name(), count, offset, heapLength));
    }
    return this;
  }
}

package org.novacat.fits.spark.table;

/**
 * A part of the heap in memory.
 *
 * @param bytes the part
 * @param from where it begins in the heap
 */
record HeapWindow(byte[] bytes, long from) {
  /** Where the byte of this offset in the heap is in {@code bytes}. */
  int at(long offset) {
    return (int) (offset - from);
  }
}

package org.novacat.fits.file;

import static java.util.Objects.requireNonNull;

/**
 * One header and data unit of a file in memory.
 *
 * @param index position in the file, from 0
 * @param kind what its data are
 * @param header its cards
 * @param bitpix BITPIX, one of 8, 16, 32, 64, −32, −64
 * @param axes NAXIS1 and on; empty when there is no data
 * @param bytes the whole file, inflated; shared, never to be written
 * @param dataStart where the data begin in {@code bytes}
 * @param dataLength length of the data without padding, all of it present
 */
public record Hdu(
    int index,
    Kind kind,
    Header header,
    int bitpix,
    int[] axes,
    byte[] bytes,
    int dataStart,
    int dataLength) {
  /** What the data of an HDU are. */
  public enum Kind {
    IMAGE,
    BINARY_TABLE,
    ASCII_TABLE,
    /** A table whose rows are the compressed tiles of an image (ZIMAGE = T). */
    COMPRESSED_IMAGE,
    /** A table whose columns are compressed by tiles of rows (ZTABLE = T). */
    COMPRESSED_TABLE,
    RANDOM_GROUPS,
    /** An extension type that the standard does not define. */
    OTHER
  }

  public Hdu {
    requireNonNull(kind, "kind is null");
    requireNonNull(header, "header is null");
    requireNonNull(axes, "axes is null");
    requireNonNull(bytes, "bytes is null");
  }

  /** EXTNAME, or "" when it has none. */
  public String name() {
    return header.text("EXTNAME").strip();
  }

  /** Where its header begins in {@code bytes}. */
  public int headerStart() {
    return header.start();
  }

  /** Whether it is an image or table with at least one byte of data. */
  public boolean hasData() {
    return dataLength > 0;
  }

  /** Whether it is a binary or ASCII table that can be decoded by columns. */
  public boolean isTable() {
    return kind == Kind.BINARY_TABLE || kind == Kind.ASCII_TABLE;
  }
}

package org.novacat.fits.file;

import static java.util.Objects.requireNonNull;

/**
 * One header and data unit of a file.
 *
 * @param index position in the file, from 0
 * @param kind what its data are
 * @param header its cards
 * @param bitpix BITPIX, one of 8, 16, 32, 64, −32, −64
 * @param axes NAXIS1 and on; empty when there is no data
 * @param bytes the whole file, inflated; shared, never to be written; empty when the file is not in
 *     memory
 * @param headerStart where the header begins in the file
 * @param dataStart where the data begin in the file
 * @param dataLength length of the data without padding, all of it within the file
 */
public record Hdu(
    int index,
    Kind kind,
    Header header,
    int bitpix,
    int[] axes,
    byte[] bytes,
    long headerStart,
    long dataStart,
    long dataLength) {
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

  /** Whether it is an image or table with at least one byte of data. */
  public boolean hasData() {
    return dataLength > 0;
  }

  /** Whether it is a binary or ASCII table that can be decoded by columns. */
  public boolean isTable() {
    return kind == Kind.BINARY_TABLE || kind == Kind.ASCII_TABLE;
  }

  /** Whether its data are compressed by tiles. */
  public boolean isCompressed() {
    return kind == Kind.COMPRESSED_IMAGE || kind == Kind.COMPRESSED_TABLE;
  }

  /** The HDU within its file in memory, of which the padding of the last header may be missing. */
  Hdu in(byte[] file) {
    long start = Math.min(dataStart, file.length);
    return new Hdu(index, kind, header, bitpix, axes, file, headerStart, start, dataLength);
  }

  /** The HDU with its header and none of its data, for what asks the header alone. */
  public Hdu withoutData() {
    return new Hdu(index, kind, header, bitpix, axes, new byte[0], 0, 0, 0);
  }
}

package org.novacat.fits.file;

import static java.util.Objects.requireNonNull;

/**
 * One HDU of a file that is not in memory: its header, and where its data lie.
 *
 * @param index position in the file, from 0
 * @param kind what its data are
 * @param header its cards
 * @param bitpix BITPIX, one of 8, 16, 32, 64, −32, −64
 * @param axes NAXIS1 and on; empty when there is no data
 * @param headerStart where the header begins in the file
 * @param dataStart where the data begin in the file
 * @param dataLength length of the data without padding, all of it within the file
 */
public record HduLayout(
    int index,
    Hdu.Kind kind,
    Header header,
    int bitpix,
    int[] axes,
    long headerStart,
    long dataStart,
    long dataLength) {
  public HduLayout {
    requireNonNull(kind, "kind is null");
    requireNonNull(header, "header is null");
    requireNonNull(axes, "axes is null");
  }

  /** EXTNAME, or "" when it has none. */
  public String name() {
    return header.text("EXTNAME").strip();
  }

  /** Whether it is a binary or ASCII table that can be decoded by columns. */
  public boolean isTable() {
    return kind == Hdu.Kind.BINARY_TABLE || kind == Hdu.Kind.ASCII_TABLE;
  }

  /** Whether its data are compressed by tiles. */
  public boolean isCompressed() {
    return kind == Hdu.Kind.COMPRESSED_IMAGE || kind == Hdu.Kind.COMPRESSED_TABLE;
  }

  /** The HDU with its header and none of its data, for what asks the header alone. */
  public Hdu withoutData() {
    return new Hdu(index, kind, header, bitpix, axes, new byte[0], 0, 0);
  }
}

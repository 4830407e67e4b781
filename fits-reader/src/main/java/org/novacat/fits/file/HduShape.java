package org.novacat.fits.file;

import java.util.Arrays;
import java.util.Set;

/**
 * What the mandatory cards of a header say about its data (FITS Standard 4.0, sections 4.4.1 and
 * 7), checked.
 *
 * @param dataLength bytes without padding, by equations 1 and 2 of the standard
 */
record HduShape(Hdu.Kind kind, int bitpix, int[] axes, long dataLength) {
  private static final int MOST_AXES = 999;
  private static final Set<Long> BITPIX = Set.of(8L, 16L, 32L, 64L, -32L, -64L);

  static HduShape of(Header header, int hdu) {
    int bitpix = bitpix(header, hdu);
    long[] axes = axes(header, hdu);
    Hdu.Kind kind = kind(header, axes, hdu);
    long length = hdu == 0 ? primaryLength(header, kind, axes, hdu) : length(header, axes, hdu);
    long bytes = times(length, Math.abs(bitpix) / 8, hdu);
    return new HduShape(
        kind, bitpix, Arrays.stream(axes).mapToInt(Math::toIntExact).toArray(), bytes);
  }

  /**
   * Refuses an HDU whose data are not all there.
   *
   * @param present bytes of the file from the start of the data on; may be below 0
   */
  void checkPresent(int hdu, long present) {
    if (dataLength > Math.max(0, present)) {
      throw RefusedException.unreadable(
          "FITS_TRUNCATED",
          "Cannot read file: HDU %s needs %s bytes of data (BITPIX %s, axes %s) and %s are there"
              .formatted(hdu, dataLength, bitpix, Arrays.toString(axes), Math.max(0, present)));
    }
  }

  private static int bitpix(Header header, int hdu) {
    long bitpix = header.integer("BITPIX", 0);
    if (BITPIX.contains(bitpix)) {
      return (int) bitpix;
    }
    throw RefusedException.unreadable(
        "FITS_BAD_BITPIX",
        "Cannot read file: BITPIX of HDU %s is '%s' (8, 16, 32, 64, -32 or -64 are legal)"
            .formatted(hdu, header.text("BITPIX")));
  }

  private static long[] axes(Header header, int hdu) {
    long naxis = header.integer("NAXIS", -1);
    if (naxis < 0 || naxis > MOST_AXES) {
      throw RefusedException.unreadable(
          "FITS_BAD_NAXIS",
          "Cannot read file: NAXIS of HDU %s is '%s' (0 to 999 are legal)"
              .formatted(hdu, header.text("NAXIS")));
    }
    long[] axes = new long[(int) naxis];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = size(header, "NAXIS" + (i + 1), -1, "FITS_BAD_AXIS", hdu);
    }
    return axes;
  }

  private static Hdu.Kind kind(Header header, long[] axes, int hdu) {
    if (hdu == 0) {
      boolean groups = axes.length > 1 && axes[0] == 0 && header.isTrue("GROUPS");
      return groups ? Hdu.Kind.RANDOM_GROUPS : Hdu.Kind.IMAGE;
    }
    return switch (header.text("XTENSION").strip()) {
      case "IMAGE", "IUEIMAGE" -> Hdu.Kind.IMAGE;
      case "BINTABLE", "A3DTABLE" -> binaryTable(header, axes, hdu);
      case "TABLE" -> table(Hdu.Kind.ASCII_TABLE, axes, hdu);
      default -> Hdu.Kind.OTHER;
    };
  }

  private static Hdu.Kind binaryTable(Header header, long[] axes, int hdu) {
    if (header.isTrue("ZIMAGE")) {
      return table(Hdu.Kind.COMPRESSED_IMAGE, axes, hdu);
    }
    return table(
        header.isTrue("ZTABLE") ? Hdu.Kind.COMPRESSED_TABLE : Hdu.Kind.BINARY_TABLE, axes, hdu);
  }

  private static Hdu.Kind table(Hdu.Kind kind, long[] axes, int hdu) {
    if (axes.length != 2) {
      throw RefusedException.unreadable(
          "FITS_BAD_NAXIS",
          "Cannot read file: HDU %s is a table with NAXIS = %s".formatted(hdu, axes.length));
    }
    return kind;
  }

  private static long primaryLength(Header header, Hdu.Kind kind, long[] axes, int hdu) {
    if (kind == Hdu.Kind.RANDOM_GROUPS) {
      return length(header, Arrays.copyOfRange(axes, 1, axes.length), hdu);
    }
    return product(axes, hdu);
  }

  private static long length(Header header, long[] axes, int hdu) {
    long parameters = size(header, "PCOUNT", 0, "FITS_BAD_SIZE", hdu);
    long groups = size(header, "GCOUNT", 1, "FITS_BAD_SIZE", hdu);
    long one = product(axes, hdu) + parameters;
    return axes.length == 0 ? 0 : times(groups, one, hdu);
  }

  private static long size(Header header, String keyword, long otherwise, String code, int hdu) {
    long value = header.has(keyword) ? header.integer(keyword, -1) : otherwise;
    if (value < 0 || value > Integer.MAX_VALUE) {
      throw RefusedException.unreadable(
          code,
          "Cannot read file: %s of HDU %s is '%s'".formatted(keyword, hdu, header.text(keyword)));
    }
    return value;
  }

  private static long product(long[] axes, int hdu) {
    long product = axes.length == 0 ? 0 : 1;
    for (long axis : axes) {
      product = times(product, axis, hdu);
    }
    return product;
  }

  /** The product of two sizes; what overflows cannot be in the file. */
  private static long times(long a, long b, int hdu) {
    long high = Math.multiplyHigh(a, b);
    if (high != 0 || a * b < 0 || a * b > Long.MAX_VALUE / 16) {
      throw RefusedException.unreadable(
          "FITS_TRUNCATED",
          "Cannot read file: the axes of HDU %s give more bytes than any file has".formatted(hdu));
    }
    return a * b;
  }
}

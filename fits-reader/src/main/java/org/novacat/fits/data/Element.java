package org.novacat.fits.data;

import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;

/**
 * How one element of a column becomes a value, wherever its bytes lie: format, scaling and null of
 * the FITS standard (section 7.3.2). It is what a reader needs that streams a table's rows and
 * decodes a cell when it is asked for. Immutable.
 */
public abstract class Element {
  private final Value value;
  private final int bytes;

  Element(Value value, int bytes) {
    this.value = value;
    this.bytes = bytes;
  }

  /** The range of values that a column has once scaled. */
  public enum Value {
    LOGICAL,
    BIT,
    INT8,
    UINT8,
    INT16,
    UINT16,
    INT32,
    UINT32,
    INT64,
    UINT64,
    FLOAT32,
    /** Also integers that are scaled to something else than an integer convention. */
    FLOAT64,
    TEXT,
    /** A pair of FLOAT32. */
    COMPLEX32,
    /** A pair of FLOAT64; also scaled pairs of FLOAT32. */
    COMPLEX64
  }

  /** The elements of a column of a table of this kind, binary or ASCII. */
  public static Element of(Hdu.Kind table, Header header, Column column) {
    return switch (table) {
      case BINARY_TABLE -> BinaryElement.of(header, column);
      case ASCII_TABLE -> AsciiElement.of(header, column);
      case IMAGE, COMPRESSED_IMAGE, COMPRESSED_TABLE, RANDOM_GROUPS, OTHER ->
          throw new IllegalArgumentException("Cannot read column: HDU is " + table);
    };
  }

  /** What the values are. */
  public Value value() {
    return value;
  }

  /** From one element of an array to the next; 0 for bits, of which eight share a byte. */
  public int bytes() {
    return bytes;
  }

  /** Whether an element can be null. NaN is a value, not a null. */
  public abstract boolean hasNull();

  /** Whether the element at {@code at} is null. */
  public abstract boolean isNull(byte[] b, int at);

  /**
   * The element at {@code at} as an integer, 1 and 0 for a logical; exact for all integer values,
   * {@link Value#UINT64} as the same 64 bits. Without meaning for a null.
   */
  public abstract long integer(byte[] b, int at);

  /**
   * The element at {@code at} as a number; of a complex one the real part, whose imaginary part
   * lies half an element further. Without meaning for a null.
   */
  public abstract double number(byte[] b, int at);

  /**
   * Length of a text once what follows a NUL and then the trailing blanks are cut off.
   *
   * @param width its bytes in the file
   */
  public static int textLength(byte[] b, int at, int width) {
    int length = 0;
    while (length < width && b[at + length] != 0) {
      length++;
    }
    while (length > 0 && Character.isWhitespace(b[at + length - 1] & 0xff)) {
      length--;
    }
    return length;
  }
}

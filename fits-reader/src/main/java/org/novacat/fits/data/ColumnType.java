package org.novacat.fits.data;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one element of a column is. */
public enum ColumnType {
  /** L: T, F or 0 for neither. */
  LOGICAL('L', 1),
  /** X: bits, the most significant first. */
  BIT('X', 0),
  /** B. */
  UINT8('B', 1),
  /** I. */
  INT16('I', 2),
  /** J. */
  INT32('J', 4),
  /** K. */
  INT64('K', 8),
  /** A; in an ASCII table also what numbers are written in. */
  TEXT('A', 1),
  /** E. */
  FLOAT32('E', 4),
  /** D. */
  FLOAT64('D', 8),
  /** C: two of E. */
  COMPLEX32('C', 8),
  /** M: two of D. */
  COMPLEX64('M', 16);

  private final char letter;
  private final int bytes;

  ColumnType(char letter, int bytes) {
    this.letter = letter;
    this.bytes = bytes;
  }

  /** Bytes of one element; 0 for bits, of which eight share one. */
  public int bytes() {
    return bytes;
  }

  /** Whether it is a real number. */
  public boolean isNumber() {
    return switch (this) {
      case UINT8, INT16, INT32, INT64, FLOAT32, FLOAT64 -> true;
      case LOGICAL, BIT, TEXT, COMPLEX32, COMPLEX64 -> false;
    };
  }

  /** The type of this letter of TFORMn (FITS Standard 4.0, table 18); null when there is none. */
  static @Nullable ColumnType ofLetter(char letter) {
    return Arrays.stream(values()).filter(type -> type.letter == letter).findFirst().orElse(null);
  }

  /** How its numbers are stored; complex ones are pairs of them. */
  NumberType number() {
    return switch (this) {
      case LOGICAL, BIT, TEXT, UINT8 -> NumberType.UINT8;
      case INT16 -> NumberType.INT16;
      case INT32 -> NumberType.INT32;
      case INT64 -> NumberType.INT64;
      case FLOAT32, COMPLEX32 -> NumberType.FLOAT32;
      case FLOAT64, COMPLEX64 -> NumberType.FLOAT64;
    };
  }

  /** Bytes of {@code count} elements. */
  long bytes(long count) {
    return this == BIT ? (count + 7) / 8 : count * bytes;
  }
}

package org.novacat.zarr;

import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an element is (numpy's array protocol, as Zarr format 2 names types).
 *
 * @param kind what the bytes mean
 * @param itemSize bytes of an element; 0 for texts of any length
 * @param order the order of the bytes of a number
 */
public record DType(Kind kind, int itemSize, ByteOrder order) {
  /** What the bytes of an element mean. */
  public enum Kind {
    FLOAT('f'),
    INTEGER('i'),
    UNSIGNED('u'),
    BOOLEAN('b'),
    /** UTF-8, with zeros behind it. */
    BYTES('S'),
    /** Code points of 32 bits, with zeros behind them. */
    UNICODE('U'),
    /** UTF-8 of any length, by the filter vlen-utf8. */
    TEXT('O');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  public static final DType F4 = little(Kind.FLOAT, 4);
  public static final DType F8 = little(Kind.FLOAT, 8);
  public static final DType I4 = little(Kind.INTEGER, 4);
  public static final DType I8 = little(Kind.INTEGER, 8);
  public static final DType U1 = little(Kind.UNSIGNED, 1);
  public static final DType BOOL = little(Kind.BOOLEAN, 1);

  private static final Pattern NAME = Pattern.compile("([<>|])([fiubSUO])(\\d{0,8})");

  private static DType little(Kind kind, int itemSize) {
    return new DType(kind, itemSize, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Texts of at most so many bytes of UTF-8.
   *
   * @throws ZarrException for fewer bytes than one
   */
  public static DType string(int utf8Bytes) {
    return parse("|S" + utf8Bytes);
  }

  /**
   * A type by its name in metadata: {@code <f4}, {@code |S20}.
   *
   * @throws ZarrException for one that is not read, with its name
   */
  public static DType parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw unknown(name);
    }
    DType type = of(parts.group(2).charAt(0), parts.group(3), parts.group(1));
    if (!type.known() || (type.itemSize > 1 && !type.name().equals(name))) {
      throw unknown(name);
    }
    return type;
  }

  private static DType of(char letter, String digits, String order) {
    Kind kind = Kind.TEXT;
    for (Kind each : Kind.values()) {
      kind = each.letter == letter ? each : kind;
    }
    int size = digits.isEmpty() ? 0 : Integer.parseInt(digits);
    return new DType(
        kind,
        kind == Kind.UNICODE ? 4 * size : size,
        order.equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private boolean known() {
    return switch (kind) {
      case FLOAT -> itemSize == 4 || itemSize == 8;
      case INTEGER, UNSIGNED -> itemSize == 1 || itemSize == 2 || itemSize == 4 || itemSize == 8;
      case BOOLEAN -> itemSize == 1;
      case BYTES, UNICODE -> itemSize > 0;
      case TEXT -> itemSize == 0;
    };
  }

  private static ZarrException unknown(String name) {
    return new ZarrException(
        "Cannot read type %s: it is none of f4, f8, i1 to i8, u1 to u8, b1, S, U and O"
            .formatted(name));
  }

  /** The name in metadata. */
  public String name() {
    String order =
        itemSize < 2 || kind == Kind.BYTES ? "|" : this.order == ByteOrder.BIG_ENDIAN ? ">" : "<";
    int size = kind == Kind.UNICODE ? itemSize / 4 : itemSize;
    return order + kind.letter + (kind == Kind.TEXT ? "" : size);
  }

  /** Whether elements are texts. */
  public boolean isText() {
    return kind == Kind.BYTES || kind == Kind.UNICODE || kind == Kind.TEXT;
  }
}

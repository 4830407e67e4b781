package org.novacat.fits.data;

import java.nio.charset.StandardCharsets;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.Header;

/** A field of an ASCII table. What is no number at all is null too. */
final class AsciiElement extends Element {
  /** The widest integer that always fits into 64 bits. */
  private static final int EXACT = 18;

  private final AsciiField field;

  private AsciiElement(Value value, int width, AsciiField field) {
    super(value, width);
    this.field = field;
  }

  static AsciiElement of(Header header, Column column) {
    AsciiField field = AsciiField.of(header, column);
    boolean whole = column.width() <= EXACT && field.isIdentity();
    Value value =
        switch (column.type()) {
          case TEXT -> Value.TEXT;
          case INT64 -> whole ? Value.INT64 : Value.FLOAT64;
          default -> Value.FLOAT64;
        };
    return new AsciiElement(value, column.width(), field);
  }

  @Override
  public boolean hasNull() {
    return value() != Value.TEXT;
  }

  @Override
  public boolean isNull(byte[] b, int at) {
    return switch (value()) {
      case TEXT -> false;
      case INT64 -> field.isNull(text(b, at)) || !isWhole(text(b, at));
      default -> Double.isNaN(number(b, at));
    };
  }

  @Override
  public long integer(byte[] b, int at) {
    return CardNumbers.parseLong(text(b, at), 0);
  }

  @Override
  public double number(byte[] b, int at) {
    return field.parse(text(b, at));
  }

  private static boolean isWhole(String text) {
    return CardNumbers.parseLong(text, 0) == CardNumbers.parseLong(text, 1);
  }

  private String text(byte[] b, int at) {
    return new String(b, at, bytes(), StandardCharsets.ISO_8859_1);
  }
}

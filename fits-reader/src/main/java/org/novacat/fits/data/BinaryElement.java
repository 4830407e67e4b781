package org.novacat.fits.data;

import org.novacat.fits.file.Header;

/** An element of a binary table. */
final class BinaryElement extends Element {
  private final ColumnType type;
  private final Scaling scaling;
  private final boolean plain;

  private BinaryElement(Value value, ColumnType type, Scaling scaling) {
    super(value, type.bytes());
    this.type = type;
    this.scaling = scaling;
    this.plain = scaling.scale() == 1 && scaling.zero() == 0;
  }

  static BinaryElement of(Header header, Column column) {
    ColumnType type = column.type();
    Scaling scaling =
        switch (type) {
          case LOGICAL, BIT, TEXT -> Scaling.NONE;
          case UINT8, INT16, INT32, INT64, FLOAT32, FLOAT64, COMPLEX32, COMPLEX64 ->
              Scaling.ofColumn(header, column.number(), type.number());
        };
    return new BinaryElement(value(type, scaling), type, scaling);
  }

  private static Value value(ColumnType type, Scaling scaling) {
    return switch (type) {
      case LOGICAL -> Value.LOGICAL;
      case BIT -> Value.BIT;
      case TEXT -> Value.TEXT;
      case UINT8 -> integer(scaling, Value.UINT8, -128, Value.INT8);
      case INT16 -> integer(scaling, Value.INT16, 0x1p15, Value.UINT16);
      case INT32 -> integer(scaling, Value.INT32, 0x1p31, Value.UINT32);
      case INT64 -> integer(scaling, Value.INT64, 0x1p63, Value.UINT64);
      case FLOAT32 -> isScaled(scaling) ? Value.FLOAT64 : Value.FLOAT32;
      case FLOAT64 -> Value.FLOAT64;
      case COMPLEX32 -> isScaled(scaling) ? Value.COMPLEX64 : Value.COMPLEX32;
      case COMPLEX64 -> Value.COMPLEX64;
    };
  }

  private static boolean isScaled(Scaling scaling) {
    return scaling.scale() != 1 || scaling.zero() != 0;
  }

  /** The conventions for the other sign (FITS Standard 4.0, table 19); anything else is scaling. */
  private static Value integer(Scaling scaling, Value stored, double shift, Value shifted) {
    if (scaling.scale() != 1) {
      return Value.FLOAT64;
    }
    return scaling.zero() == 0 ? stored : scaling.zero() == shift ? shifted : Value.FLOAT64;
  }

  @Override
  public boolean hasNull() {
    return scaling.hasNull() || type == ColumnType.LOGICAL;
  }

  @Override
  public boolean isNull(byte[] b, int at) {
    if (type == ColumnType.LOGICAL) {
      return b[at] != 'T' && b[at] != 'F';
    }
    return scaling.hasNull() && stored(b, at) == scaling.nullValue();
  }

  @Override
  public long integer(byte[] b, int at) {
    long stored = stored(b, at);
    return plain ? stored : scaling.apply(stored);
  }

  private long stored(byte[] b, int at) {
    return switch (type) {
      case LOGICAL -> b[at] == 'T' ? 1 : 0;
      case BIT -> b[at] < 0 ? 1 : 0;
      case UINT8, TEXT -> b[at] & 0xff;
      case INT16 -> BigEndian.int16(b, at);
      case INT32 -> BigEndian.int32(b, at);
      case INT64 -> BigEndian.int64(b, at);
      case FLOAT32, COMPLEX32 -> (long) BigEndian.float32(b, at);
      case FLOAT64, COMPLEX64 -> (long) BigEndian.float64(b, at);
    };
  }

  @Override
  public double number(byte[] b, int at) {
    double stored =
        switch (type) {
          case LOGICAL, BIT, TEXT, UINT8, INT16, INT32, INT64 -> stored(b, at);
          case FLOAT32, COMPLEX32 -> BigEndian.float32(b, at);
          case FLOAT64, COMPLEX64 -> BigEndian.float64(b, at);
        };
    return plain ? stored : scaling.zero() + scaling.scale() * stored;
  }
}

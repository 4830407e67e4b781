package org.novacat.fits.spark.table;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.novacat.fits.data.Element;
import org.novacat.fits.data.Element.Value;

/** Numbers and logicals at equal distances. */
final class NumberVector extends CellVector {
  private final byte[] bytes;
  private final int start;
  private final int stride;
  private final Element element;
  private final boolean hasNull;

  NumberVector(DataType type, byte[] bytes, int start, int stride, Element element) {
    super(type);
    this.bytes = bytes;
    this.start = start;
    this.stride = stride;
    this.element = element;
    this.hasNull = element.hasNull();
  }

  private int at(int row) {
    return start + row * stride;
  }

  @Override
  public boolean hasNull() {
    return hasNull;
  }

  @Override
  public boolean isNullAt(int row) {
    return hasNull && element.isNull(bytes, at(row));
  }

  @Override
  public boolean getBoolean(int row) {
    return element.integer(bytes, at(row)) != 0;
  }

  @Override
  public byte getByte(int row) {
    return (byte) element.integer(bytes, at(row));
  }

  @Override
  public short getShort(int row) {
    return (short) element.integer(bytes, at(row));
  }

  @Override
  public int getInt(int row) {
    return (int) element.integer(bytes, at(row));
  }

  @Override
  public long getLong(int row) {
    return element.integer(bytes, at(row));
  }

  @Override
  public float getFloat(int row) {
    return (float) element.number(bytes, at(row));
  }

  @Override
  public double getDouble(int row) {
    return element.number(bytes, at(row));
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    long value = element.integer(bytes, at(row));
    BigInteger whole =
        element.value() == Value.UINT64
            ? new BigInteger(Long.toUnsignedString(value))
            : BigInteger.valueOf(value);
    return Decimal.apply(new BigDecimal(whole), precision, scale);
  }
}

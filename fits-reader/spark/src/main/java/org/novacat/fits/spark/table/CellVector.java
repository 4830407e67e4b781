package org.novacat.fits.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column of rows whose values are decoded from the bytes of the file when they are asked for, so
 * that what a query does not touch costs nothing. What a column is not, it refuses to give.
 */
abstract class CellVector extends ColumnVector {
  CellVector(DataType type) {
    super(type);
  }

  private UnsupportedOperationException isNot(String what) {
    return new UnsupportedOperationException("Cannot read %s as %s".formatted(dataType(), what));
  }

  @Override
  public void close() {}

  @Override
  public boolean hasNull() {
    return false;
  }

  /** Only asked of vectors that are written. */
  @Override
  public int numNulls() {
    throw isNot("a number of nulls");
  }

  @Override
  public boolean isNullAt(int row) {
    return false;
  }

  @Override
  public boolean getBoolean(int row) {
    throw isNot("boolean");
  }

  @Override
  public byte getByte(int row) {
    throw isNot("byte");
  }

  @Override
  public short getShort(int row) {
    throw isNot("short");
  }

  @Override
  public int getInt(int row) {
    throw isNot("int");
  }

  @Override
  public long getLong(int row) {
    throw isNot("long");
  }

  @Override
  public float getFloat(int row) {
    throw isNot("float");
  }

  @Override
  public double getDouble(int row) {
    throw isNot("double");
  }

  @Override
  public ColumnarArray getArray(int row) {
    throw isNot("array");
  }

  @Override
  public ColumnarMap getMap(int row) {
    throw isNot("map");
  }

  @Override
  public Decimal getDecimal(int row, int precision, int scale) {
    throw isNot("decimal");
  }

  @Override
  public UTF8String getUTF8String(int row) {
    throw isNot("text");
  }

  @Override
  public byte[] getBinary(int row) {
    throw isNot("bytes");
  }

  @Override
  public ColumnVector getChild(int part) {
    throw isNot("struct");
  }
}

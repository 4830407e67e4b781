package org.novacat.fits.spark.table;

import org.apache.spark.sql.types.DataTypes;

/** The bits of one cell, the most significant of the first byte first. */
final class BitVector extends CellVector {
  private final byte[] bytes;
  private final int start;

  BitVector(byte[] bytes, int start) {
    super(DataTypes.BooleanType);
    this.bytes = bytes;
    this.start = start;
  }

  @Override
  public boolean getBoolean(int bit) {
    return (bytes[start + bit / 8] >> (7 - bit % 8) & 1) != 0;
  }
}

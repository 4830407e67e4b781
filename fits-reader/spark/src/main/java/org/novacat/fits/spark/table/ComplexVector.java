package org.novacat.fits.spark.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.novacat.fits.data.Element;

/** Complex numbers at equal distances, as structs of a real and an imaginary part. */
final class ComplexVector extends CellVector {
  private final NumberVector real;
  private final NumberVector imaginary;

  ComplexVector(DataType type, byte[] bytes, int start, int stride, Element element) {
    super(type);
    DataType part = ((StructType) type).fields()[0].dataType();
    this.real = new NumberVector(part, bytes, start, stride, element);
    this.imaginary = new NumberVector(part, bytes, start + element.bytes() / 2, stride, element);
  }

  @Override
  public ColumnVector getChild(int part) {
    return part == 0 ? real : imaginary;
  }
}

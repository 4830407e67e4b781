package org.novacat.fits.spark.table;

import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;

/** Lists of elements, one a cell. */
final class ArrayVector extends CellVector {
  private final TableCells cells;
  private final TableColumn column;
  private final DataType elementType;

  ArrayVector(ArrayType type, TableCells cells, TableColumn column) {
    super(type);
    this.cells = cells;
    this.column = column;
    this.elementType = type.elementType();
  }

  @Override
  public ColumnarArray getArray(int row) {
    int at = cells.at(row);
    int count = cells.count(row);
    if (column.textWidth() > 0) {
      int width = column.textWidth();
      TableCells texts = new TableCells.InRow(cells.bytes(), at, width, width);
      return new ColumnarArray(new TextVector(texts), 0, count / width);
    }
    return new ColumnarArray(elements(at), 0, count);
  }

  private ColumnVector elements(int at) {
    return switch (column.element().value()) {
      case BIT -> new BitVector(cells.bytes(), at);
      case COMPLEX32, COMPLEX64 ->
          new ComplexVector(
              elementType, cells.bytes(), at, column.element().bytes(), column.element());
      default ->
          new NumberVector(
              elementType, cells.bytes(), at, column.element().bytes(), column.element());
    };
  }

  /** The bits of one cell, the most significant of the first byte first. */
  private static final class BitVector extends CellVector {
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
}

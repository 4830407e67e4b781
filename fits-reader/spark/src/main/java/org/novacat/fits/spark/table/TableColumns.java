package org.novacat.fits.spark.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.spark.query.Constants;
import org.novacat.fits.spark.query.Facts;
import org.novacat.fits.spark.query.ScanSpec;

/**
 * The columns that a query asks for, tied to those of one file. What the file lacks is null.
 *
 * @param bindings in the order of the query
 */
record TableColumns(List<Binding> bindings) {
  /** A column of the query and that of the file; null for what is no column of the table. */
  record Binding(StructField field, @Nullable TableColumn column) {}

  /**
   * Finds the columns by name, whatever the case.
   *
   * @throws RefusedException when one cannot be read as the type that the query expects
   */
  static TableColumns bind(ScanSpec spec, FitsTableFile file) {
    List<Binding> bindings = new ArrayList<>();
    for (StructField field : spec.schema().fields()) {
      boolean known =
          ScanSpec.isFact(spec.options(), field.name())
              || field.name().equals(spec.options().corruptColumn());
      bindings.add(new Binding(field, known ? null : find(file, field)));
    }
    return new TableColumns(bindings);
  }

  private static @Nullable TableColumn find(FitsTableFile file, StructField field) {
    for (TableColumn column : file.columns()) {
      if (column.name().equalsIgnoreCase(field.name())) {
        return checked(file, field, column);
      }
    }
    return null;
  }

  private static TableColumn checked(FitsTableFile file, StructField field, TableColumn column) {
    DataType stored = SparkTypes.of(column);
    if (!SparkTypes.canRead(stored, field.dataType())) {
      throw RefusedException.unreadable(
              "COLUMN_TYPE",
              "Cannot read column '%s': it is %s in this file and %s is asked for"
                  .formatted(
                      column.name(), stored.catalogString(), field.dataType().catalogString()))
          .at(file.hdu().headerStart());
    }
    return column;
  }

  /**
   * Those that lie in the file, and where rows are asked whether they are corrupt all of variable
   * length, since only these can be so in one row.
   */
  List<Column> checked(ScanSpec spec, FitsTableFile file) {
    List<Column> checked = new ArrayList<>(stored());
    for (TableColumn column : file.columns()) {
      boolean asked = column.isInHeap() && spec.asks(spec.options().corruptColumn());
      if (asked && !checked.contains(column.column())) {
        checked.add(column.column());
      }
    }
    return checked;
  }

  /** Those that lie in the file. */
  List<Column> stored() {
    return bindings.stream()
        .flatMap(binding -> Stream.ofNullable(binding.column()))
        .map(TableColumn::column)
        .toList();
  }

  /**
   * Whether rows may lie where those before them lay. Texts, arrays and structs are given out as
   * pieces of the buffer, which a consumer may keep; numbers are values.
   */
  BlockReader.Buffer buffer() {
    for (Binding binding : bindings) {
      DataType type = binding.field().dataType();
      boolean value = type instanceof NumericType || type.equals(DataTypes.BooleanType);
      if (binding.column() != null && !value) {
        return BlockReader.Buffer.FRESH;
      }
    }
    return BlockReader.Buffer.REUSED;
  }

  /** The rows of a block; nothing is decoded yet. */
  ColumnarBatch batch(RowBlock block, Facts facts) {
    ColumnVector[] vectors = new ColumnVector[bindings.size()];
    for (int i = 0; i < vectors.length; i++) {
      Binding binding = bindings.get(i);
      StructField field = binding.field();
      vectors[i] =
          binding.column() == null
              ? Constants.vector(field.dataType(), facts.value(field.name()), block.rows())
              : vector(field.dataType(), binding.column(), block);
    }
    return new ColumnarBatch(vectors, block.rows());
  }

  private static ColumnVector vector(DataType type, TableColumn column, RowBlock block) {
    if (type instanceof ArrayType array) {
      return new ArrayVector(array, cells(column, block), column);
    }
    int at = block.at(column.column());
    return switch (column.element().value()) {
      case TEXT -> new TextVector(cells(column, block));
      case COMPLEX32, COMPLEX64 ->
          new ComplexVector(type, block.bytes(), at, block.stride(), column.element());
      default -> new NumberVector(type, block.bytes(), at, block.stride(), column.element());
    };
  }

  private static TableCells cells(TableColumn column, RowBlock block) {
    Column stored = column.column();
    int count = column.isInHeap() ? 0 : stored.count();
    TableCells.InRow inRow =
        new TableCells.InRow(block.bytes(), block.at(stored), block.stride(), count);
    HeapWindow heap = block.heap(stored);
    return heap == null ? inRow : new TableCells.InHeap(inRow, stored, heap);
  }
}

package org.novacat.fits.spark.table;

import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import org.novacat.fits.data.Element;

/** Texts, one a cell, without what follows a NUL and without trailing blanks. */
final class TextVector extends CellVector {
  private final TableCells cells;

  TextVector(TableCells cells) {
    super(DataTypes.StringType);
    this.cells = cells;
  }

  @Override
  public UTF8String getUTF8String(int row) {
    byte[] bytes = cells.bytes();
    int at = cells.at(row);
    int length = Element.textLength(bytes, at, cells.count(row));
    for (int i = at; i < at + length; i++) {
      if (bytes[i] < 0) {
        return UTF8String.fromString(new String(bytes, at, length, StandardCharsets.ISO_8859_1));
      }
    }
    return UTF8String.fromBytes(bytes, at, length);
  }
}

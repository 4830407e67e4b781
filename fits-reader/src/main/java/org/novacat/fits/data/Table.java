package org.novacat.fits.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;

/**
 * The rows of a binary or ASCII table, decoded by column when asked for. Numbers come scaled
 * (TSCAL, TZERO), nulls (TNULL, blank fields) as NaN.
 */
public abstract sealed class Table permits BinaryTable, AsciiTable {
  private final List<Column> columns;
  private final Map<String, Column> byName = new HashMap<>();
  private final int rows;

  Table(List<Column> columns, int rows) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
    for (Column column : columns) {
      byName.putIfAbsent(column.upperName(), column);
    }
  }

  /**
   * The table of an HDU.
   *
   * @throws RefusedException when its columns contradict its width
   */
  public static Table of(Hdu hdu) {
    return switch (hdu.kind()) {
      case BINARY_TABLE -> BinaryTable.open(hdu);
      case ASCII_TABLE -> AsciiTable.open(hdu);
      case COMPRESSED_IMAGE, COMPRESSED_TABLE, IMAGE, RANDOM_GROUPS, OTHER ->
          throw new IllegalArgumentException("Cannot read table: HDU is " + hdu.kind());
    };
  }

  /**
   * The table that holds the tiles of a compressed HDU.
   *
   * @throws RefusedException when a tile lies outside the heap or they overlap
   */
  public static Table ofTiles(Hdu compressed) {
    BinaryTable tiles = BinaryTable.open(compressed);
    tiles.checkHeap();
    return tiles;
  }

  /** TFIELDS. */
  static int fields(Hdu hdu) {
    long fields = hdu.header().integer("TFIELDS", -1);
    if (fields < 0 || fields > 999) {
      throw RefusedException.unreadable(
          "FITS_BAD_TFIELDS",
          "Cannot read table: TFIELDS of HDU %s is '%s' (0 to 999 are legal)"
              .formatted(hdu.index(), hdu.header().text("TFIELDS")));
    }
    return (int) fields;
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** The columns in the order of the file. */
  public List<Column> columns() {
    return columns;
  }

  /** The first column of this name, whatever the case; null when there is none. */
  public @Nullable Column find(String name) {
    return byName.get(name.toUpperCase(Locale.ROOT));
  }

  /** The first column that has one of these names, the names tried in order; null if none has. */
  public @Nullable Column findAny(List<String> names) {
    return names.stream().flatMap(name -> Stream.ofNullable(find(name))).findFirst().orElse(null);
  }

  /**
   * A column of one number a row, all rows.
   *
   * @throws RefusedException when the column is not {@linkplain Column#isScalar() scalar}
   */
  public abstract double[] numbers(Column column);

  /** The numbers of one row, of a fixed or variable count; complex numbers as pairs. */
  public abstract double[] vector(Column column, int row);

  /**
   * The integers of one row, for quality bits and counts: exact for the unsigned conventions, the
   * low 32 bits of anything longer. Bit columns give one integer for each 32 bits.
   */
  public abstract int[] bits(Column column, int row);

  /** How many elements a column has in a row. */
  public abstract int count(Column column, int row);

  /** The text of one row, trailing blanks and anything after a NUL cut off. */
  public abstract String text(Column column, int row);

  /** One integer a row, all rows, as {@link #bits(Column, int)}. */
  public abstract int[] bits(Column column);

  static RefusedException wrongType(Column column, String wanted) {
    return RefusedException.unreadable(
        "FITS_WRONG_COLUMN_TYPE",
        "Cannot read column '%s' as %s: TFORM is '%s'"
            .formatted(column.name(), wanted, column.form()));
  }

  /**
   * A spectrum's samples, whichever way they lie: the one vector of a table of one row, or one
   * number a row.
   */
  public double[] samples(Column column) {
    return column.isScalar() ? numbers(column) : vector(column, 0);
  }
}

package org.novacat.fits.profile;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.unit.Units;

/**
 * A table with data and the HDU that holds it, its columns asked for by name, whatever the case.
 */
public record FoundTable(Hdu hdu, Table table) {
  /** Whether it has all these columns. */
  public boolean hasAll(String... columns) {
    for (String name : columns) {
      if (table.find(name) == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * The column of this name, which the convention cannot do without.
   *
   * @throws RefusedException when there is none
   */
  public Column column(String name) {
    Column column = table.find(name);
    if (column == null) {
      throw RefusedException.missing(
          "column " + name,
          "Cannot read spectrum: HDU %s has no column '%s'".formatted(hdu.index(), name));
    }
    return column;
  }

  /** The samples of a column, see {@link Table#samples}. */
  public Samples samples(String name) {
    return samples(column(name));
  }

  /** The samples of a column, see {@link Table#samples}. */
  public Samples samples(Column column) {
    return new Samples(table.samples(column), unit(column), Origin.of(hdu, column));
  }

  /** The first {@code most} samples that a column has in a row, or all when there are fewer. */
  public Samples vector(String name, int row, int most) {
    Column column = column(name);
    return new Samples(table.vector(column, row), unit(column), Origin.of(hdu, column)).first(most);
  }

  /** The integers that a column has in a row, see {@link Table#bits}; null without the column. */
  public @Nullable Flags bits(String name, int row) {
    Column column = table.find(name);
    return column == null ? null : bits(column, row);
  }

  /** The integers of a column, one a row; null without the column. */
  public @Nullable Flags bits(String name) {
    Column column = table.find(name);
    return column == null ? null : bits(column);
  }

  /** The integers of a column, one a row. */
  public Flags bits(Column column) {
    return new Flags(table.bits(column), Origin.of(hdu, column));
  }

  /** The integers that a column has in a row. */
  public Flags bits(Column column, int row) {
    return new Flags(table.bits(column, row), Origin.of(hdu, column));
  }

  /**
   * The flags of a column of numbers, truth values or single bits: of the samples in all rows where
   * each row is a sample, else of those in this row.
   */
  public Flags flags(Column column, int row) {
    if (column.type() == ColumnType.BIT) {
      return new Flags(singleBits(column, row), Origin.of(hdu, column));
    }
    if (column.type() != ColumnType.LOGICAL) {
      return column.isScalar() ? bits(column) : bits(column, row);
    }
    double[] truths =
        column.count() == 1 && column.descriptor() == 0
            ? IntStream.range(0, table.rows())
                .mapToDouble(i -> table.vector(column, i)[0])
                .toArray()
            : table.vector(column, row);
    int[] bits = Arrays.stream(truths).mapToInt(truth -> truth == 1 ? 1 : 0).toArray();
    return new Flags(bits, Origin.of(hdu, column));
  }

  private int[] singleBits(Column column, int row) {
    if (column.count() == 1) {
      return IntStream.range(0, table.rows()).map(i -> table.bits(column, i)[0]).toArray();
    }
    int[] packed = table.bits(column, row);
    return IntStream.range(0, column.count())
        .map(i -> packed[i / Integer.SIZE] >> (i % Integer.SIZE) & 1)
        .toArray();
  }

  /** The samples of a column: of all rows where each row is a sample, else of those in this row. */
  public Samples samples(Column column, int row) {
    double[] values = column.isScalar() ? table.numbers(column) : table.vector(column, row);
    return new Samples(values, unit(column), Origin.of(hdu, column));
  }

  /** The unit of a column, see {@link #samples(String)}; "" without the column. */
  public String samplesUnit(String name) {
    Column column = table.find(name);
    return column == null ? "" : unit(column);
  }

  /** The unit that TUNIT states, else the one in brackets behind the name; "" without both. */
  static String unit(Column column) {
    String named = column.unit().isBlank() ? Words.inBrackets(column.name()) : "";
    boolean known =
        !named.isEmpty()
            && Units.parse(named).match(understood -> true, worded -> true, unknown -> false);
    return known ? named : column.unit();
  }

  /** The one number that a column has in a row. */
  public double scalar(String name, int row) {
    double[] values = table.vector(column(name), row);
    if (values.length != 1) {
      throw RefusedException.unreadable(
          "FITS_WRONG_COLUMN_TYPE",
          "Cannot read spectrum: column '%s' has %s numbers in row %s, not one"
              .formatted(name, values.length, row));
    }
    return values[0];
  }

  /** How many values of the vector in one column count, by another column of its row. */
  public int count(String name, int row, String vectorName) {
    Column vector = column(vectorName);
    double count = scalar(name, row);
    int most = vector.descriptor() > 0 ? Integer.MAX_VALUE : vector.count();
    if (count != Math.rint(count) || count < 0 || count > most) {
      throw RefusedException.unreadable(
          "BAD_COUNT",
          "Cannot read spectrum: %s is %s in row %s, and column '%s' holds %s values"
              .formatted(name, count, row, vector.name(), most));
    }
    return (int) count;
  }

  /** The names of the columns in one line, as evidence. */
  public String names() {
    return table.columns().stream()
        .map(c -> c.name().strip())
        .limit(20)
        .collect(Collectors.joining(","));
  }
}

package org.novacat.fits.profile;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;

/** Table HDUs as profiles ask for them. */
public final class Tables {
  private Tables() {}

  /** A table and the HDU that holds it. */
  public record Found(Hdu hdu, Table table) {}

  /** Whether it is a table with data. */
  static boolean isTable(Hdu hdu) {
    return hdu.isTable() && hdu.hasData();
  }

  /** The table of this HDU; null when it is none, or empty. */
  public static @Nullable Found of(Input input, @Nullable Hdu hdu) {
    for (Found found : input.tables()) {
      if (hdu != null && found.hdu().index() == hdu.index()) {
        return found;
      }
    }
    return null;
  }

  /** The first table that has all these columns, whatever the case; null when there is none. */
  public static @Nullable Found with(Input input, String... columns) {
    for (Found found : input.tables()) {
      if (hasAll(found.table(), columns)) {
        return found;
      }
    }
    return null;
  }

  /** Whether the table has all these columns. */
  public static boolean hasAll(Table table, String... columns) {
    for (String name : columns) {
      if (table.find(name) == null) {
        return false;
      }
    }
    return true;
  }

  /** The column of this name, which the convention cannot do without. */
  public static Column required(Found found, String name) {
    Column column = found.table().find(name);
    if (column == null) {
      throw RefusedException.missing(
          "column " + name,
          "Cannot read spectrum: HDU %s has no column '%s'".formatted(found.hdu().index(), name));
    }
    return column;
  }

  /** The one number that a column has in a row. */
  public static double scalar(Found found, String name, int row) {
    double[] values = found.table().vector(required(found, name), row);
    if (values.length != 1) {
      throw RefusedException.unreadable(
          "FITS_WRONG_COLUMN_TYPE",
          "Cannot read spectrum: column '%s' has %s numbers in row %s, not one"
              .formatted(name, values.length, row));
    }
    return values[0];
  }

  /** How many values of a vector count, by another column of its row. */
  public static int count(Found found, String name, int row, Column vector) {
    double count = scalar(found, name, row);
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
  public static String names(Table table) {
    return table.columns().stream()
        .map(c -> c.name().strip())
        .limit(20)
        .collect(Collectors.joining(","));
  }
}

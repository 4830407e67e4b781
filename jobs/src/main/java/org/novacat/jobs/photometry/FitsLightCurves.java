package org.novacat.jobs.photometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.settings.ForeignTable;

/** The light curves in FITS files for the reader of photometry: the tables with times. */
final class FitsLightCurves implements ForeignTable.Opener {
  private static final List<String> TIMES =
      List.of("TIME", "BJD", "HJD", "JD", "MJD", "DATE", "OBS_TIME", "TIME_BJD", "DATE_OBS");

  @Override
  public List<ForeignTable> open(String name, byte[] bytes, ForeignTable.Memory held) {
    try {
      FitsFile file = FitsFile.open(bytes, ReadLimits.DEFAULT);
      List<ForeignTable> curves = new ArrayList<>();
      FactWords others = new FactWords();
      for (Hdu hdu : file.hdus()) {
        if (isTable(hdu)) {
          Table table = Table.of(hdu);
          if (table.findAny(TIMES) == null) {
            others.pair(called(hdu), "a table without times, " + names(table));
          } else {
            held.cells(table.rows(), plain(table).size());
            curves.add(curve(table, hdu.header(), file.header()));
          }
        }
      }
      if (!curves.isEmpty()) {
        return with(others, curves);
      }
    } catch (RefusedException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    throw new IllegalArgumentException(
        "Cannot read '%s': none of its tables has a column of times".formatted(name));
  }

  private static boolean isTable(Hdu hdu) {
    return hdu.isTable() && hdu.hasData();
  }

  private static String called(Hdu hdu) {
    return hdu.name().isEmpty() ? "HDU %s".formatted(hdu.index()) : "HDU " + hdu.name();
  }

  private static String names(Table table) {
    return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
  }

  /** The light curves, of which the first tells of the tables that are none. */
  private static List<ForeignTable> with(FactWords others, List<ForeignTable> curves) {
    ForeignTable first = curves.get(0);
    Map<String, String> facts = new LinkedHashMap<>(first.facts());
    others.facts().values().forEach((key, said) -> facts.merge(key, said, "%s\n%s"::formatted));
    curves.set(0, new ForeignTable(first.format(), first.columns(), facts, first.rows()));
    return curves;
  }

  private static ForeignTable curve(Table table, Header header, Header primary) {
    FactWords arrays = new FactWords();
    table.columns().stream()
        .filter(column -> !isPlain(column))
        .forEach(column -> arrays.pair(column.name(), "a column of arrays, " + column.form()));
    Map<String, String> facts = FitsCards.facts(header, primary, arrays);
    return new ForeignTable("fits-table", columns(table), facts, rows(table));
  }

  /** Columns of one number, one text or one yes or no a row; arrays are no measurements. */
  private static List<Column> plain(Table table) {
    return table.columns().stream().filter(FitsLightCurves::isPlain).toList();
  }

  private static boolean isPlain(Column column) {
    boolean text = column.type() == ColumnType.TEXT && column.descriptor() == 0;
    return column.isScalar() || text || isLogical(column);
  }

  private static boolean isLogical(Column column) {
    boolean logical = column.type() == ColumnType.LOGICAL || column.type() == ColumnType.BIT;
    return logical && column.count() == 1 && column.descriptor() == 0;
  }

  private static List<ForeignTable.ForeignColumn> columns(Table table) {
    return plain(table).stream()
        .map(c -> new ForeignTable.ForeignColumn(c.name().strip(), c.unit().strip(), c.ucd()))
        .toList();
  }

  private static List<List<String>> rows(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(new ArrayList<>());
    }
    for (Column column : plain(table)) {
      double[] numbers = column.isScalar() ? table.numbers(column) : new double[0];
      for (int row = 0; row < table.rows(); row++) {
        rows.get(row).add(column.isScalar() ? text(numbers[row]) : text(table, column, row));
      }
    }
    return rows;
  }

  private static String text(Table table, Column column, int row) {
    if (column.type() == ColumnType.TEXT) {
      return table.text(column, row);
    }
    if (column.type() == ColumnType.BIT) {
      return Boolean.toString(table.bits(column, row)[0] != 0);
    }
    double logical = table.vector(column, row)[0];
    return Double.isNaN(logical) ? "" : Boolean.toString(logical == 1);
  }

  private static String text(double number) {
    if (!Double.isFinite(number)) {
      return "";
    }
    boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
    return whole ? Long.toString((long) number) : Double.toString(number);
  }
}

package org.novacat.jobs.photometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.transforms.photometry.read.column.ColumnFacts;
import org.novacat.transforms.photometry.read.column.FactWords;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.settings.ForeignTable;

/** The light curves in FITS files for the reader of photometry: the tables with times. */
final class FitsLightCurves implements ForeignTable.Opener {
  private static final List<String> TIMES =
      List.of(
          "TIME",
          "BJD",
          "HJD",
          "JD",
          "MJD",
          "DATE",
          "OBS_TIME",
          "TIME_BJD",
          "DATE_OBS",
          "DATE-OBS");

  /** What the two numbers of a time in parts are called, which are to be added. */
  private static final List<String> PARTS = List.of("jd1", "jd2");

  @Override
  public List<ForeignTable> open(String name, byte[] bytes, ForeignTable.Memory held) {
    try {
      FitsFile file = FitsFile.open(bytes, ReadLimits.DEFAULT);
      List<ForeignTable> curves = new ArrayList<>();
      FactWords others = new FactWords();
      for (Hdu hdu : file.hdus()) {
        if (!hdu.isTable() && hdu.hasData()) {
          others.pair(called(hdu), "no table that is read, but " + kind(hdu));
        } else if (hdu.hasData()) {
          Table table = Table.of(hdu);
          if (!hasTimes(table)) {
            others.pair(called(hdu), "a table without times, " + names(table));
          } else {
            held.cells(table.rows(), plain(table, hdu.header()).size());
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

  private static boolean hasTimes(Table table) {
    return table.findAny(TIMES) != null
        || table.columns().stream().anyMatch(column -> isCount(column.name()));
  }

  /** {@code HJD_UTC}, {@code bjd-2450000}. */
  private static boolean isCount(String name) {
    TimeFrame frame = TimeFrames.named(name);
    return frame != null && !frame.lacksZero();
  }

  private static String kind(Hdu hdu) {
    return switch (hdu.kind()) {
      case IMAGE, COMPRESSED_IMAGE -> "an image";
      case COMPRESSED_TABLE -> "a compressed table";
      case BINARY_TABLE, ASCII_TABLE, RANDOM_GROUPS, OTHER -> "other data";
    };
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
        .filter(column -> !isPlain(column) && !isPair(column, header))
        .forEach(column -> arrays.pair(column.name(), "a column of arrays, " + column.form()));
    Map<String, String> facts = FitsCards.facts(header, primary, arrays);
    table.columns().stream()
        .filter(column -> isPair(column, header))
        .forEach(column -> facts.putAll(ofPair(column, header)));
    return new ForeignTable("fits-table", columns(table, header), facts, rows(table, header));
  }

  /** A Julian Date in two numbers, as astropy writes them: JDREF is 0, and TCTYP the scale. */
  private static boolean isPair(Column column, Header header) {
    boolean said = header.has("JDREF") || header.has("TCTYP" + column.number());
    return said
        && column.count() == 2
        && column.type() == ColumnType.FLOAT64
        && column.descriptor() == 0
        && (TIMES.contains(column.name().strip().toUpperCase(Locale.ROOT))
            || isCount(column.name()));
  }

  private static Map<String, String> ofPair(Column column, Header header) {
    String scale = header.text("TCTYP" + column.number()).strip();
    return scale.isEmpty()
        ? Map.of()
        : Map.of(ColumnFacts.ofColumn(PARTS.get(0), ColumnFacts.TIME_SCALE), scale);
  }

  /** Columns of one number, one text or one yes or no a row, and times in two numbers. */
  private static List<Column> plain(Table table, Header header) {
    return table.columns().stream()
        .filter(column -> isPlain(column) || isPair(column, header))
        .toList();
  }

  private static boolean isPlain(Column column) {
    boolean text = column.type() == ColumnType.TEXT && column.descriptor() == 0;
    return column.isScalar() || text || isLogical(column);
  }

  private static boolean isLogical(Column column) {
    boolean logical = column.type() == ColumnType.LOGICAL || column.type() == ColumnType.BIT;
    return logical && column.count() == 1 && column.descriptor() == 0;
  }

  private static List<ForeignTable.ForeignColumn> columns(Table table, Header header) {
    return plain(table, header).stream().flatMap(column -> named(column, header)).toList();
  }

  private static Stream<ForeignTable.ForeignColumn> named(Column column, Header header) {
    List<String> names = isPair(column, header) ? PARTS : List.of(column.name().strip());
    return names.stream()
        .map(name -> new ForeignTable.ForeignColumn(name, column.unit().strip(), column.ucd()));
  }

  private static List<List<String>> rows(Table table, Header header) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.rows(); row++) {
      rows.add(new ArrayList<>());
    }
    for (Column column : plain(table, header)) {
      double[] numbers = column.isScalar() ? table.numbers(column) : new double[0];
      for (int row = 0; row < table.rows(); row++) {
        if (isPair(column, header)) {
          for (double part : table.vector(column, row)) {
            rows.get(row).add(text(part));
          }
        } else {
          rows.get(row).add(column.isScalar() ? text(numbers[row]) : text(table, column, row));
        }
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

package org.novacat.jobs.photometry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.FitsFile;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.transforms.photometry.band.BandQuery;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.band.BandResolver;
import org.novacat.transforms.photometry.read.PhotometryReader;
import org.novacat.transforms.photometry.read.settings.ForeignTable;
import org.novacat.transforms.photometry.read.settings.ReadSettings;

/** The reader of uploads as jobs use it: with the registry's bands, and with FITS. */
public final class Readers {
  /** Names of bands that mean other things above a column: zero points, hour angles, modes. */
  private static final Set<String> OTHER_HEADERS =
      Set.of("zp", "up", "HA", "TR", "PC", "WT", "LAT", "BAT", "None", "Open", "Clear", "STD");

  private Readers() {}

  /**
   * A reader that takes no epoch later than two days from now.
   *
   * @param memory bytes that one file may take
   */
  public static PhotometryReader reader(Instant now, long memory) {
    BandResolver bands = new BandResolver(BandRegistry.standard());
    Map<String, Boolean> known = new ConcurrentHashMap<>();
    return new PhotometryReader(
        ReadSettings.at(now)
            .withMemory(memory)
            .withBands(name -> known.computeIfAbsent(name, text -> isBand(bands, text)))
            .withFits(new FitsLightCurves()));
  }

  /** Headers are words too: one counts as a band only where no context is needed to know it. */
  private static boolean isBand(BandResolver bands, String header) {
    boolean plausible =
        !header.isBlank() && header.length() <= 20 && !OTHER_HEADERS.contains(header);
    return plausible
        && bands.resolve(BandQuery.ofMagnitude(header)).match(found -> true, missing -> false);
  }

  /**
   * The light curves in FITS files for the reader of photometry: the first table with a column of
   * times.
   */
  private static final class FitsLightCurves implements ForeignTable.Opener {
    private static final List<String> TIMES =
        List.of("TIME", "BJD", "HJD", "JD", "MJD", "DATE", "OBS_TIME", "TIME_BJD", "DATE_OBS");

    @Override
    public ForeignTable open(String name, byte[] bytes, ForeignTable.Memory held) {
      try {
        FitsFile file = FitsFile.open(bytes, ReadLimits.DEFAULT);
        for (Hdu hdu : file.hdus()) {
          Table table = lightCurve(hdu);
          if (table != null) {
            held.cells(table.rows(), plain(table).size());
            return new ForeignTable(
                "fits-table", columns(table), facts(hdu.header(), file.header()), rows(table));
          }
        }
      } catch (RefusedException e) {
        throw new IllegalArgumentException(e.getMessage(), e);
      }
      throw new IllegalArgumentException(
          "Cannot read '%s': none of its tables has a column of times".formatted(name));
    }

    private static @Nullable Table lightCurve(Hdu hdu) {
      boolean table = hdu.kind() == Hdu.Kind.BINARY_TABLE || hdu.kind() == Hdu.Kind.ASCII_TABLE;
      if (!table || !hdu.hasData()) {
        return null;
      }
      Table read = Table.of(hdu);
      return read.findAny(TIMES) == null ? null : read;
    }

    /** Columns of one number, one text or one yes or no a row; arrays are no measurements. */
    private static List<Column> plain(Table table) {
      return table.columns().stream()
          .filter(
              c ->
                  c.isScalar()
                      || (c.type() == ColumnType.TEXT && c.descriptor() == 0)
                      || isLogical(c))
          .toList();
    }

    private static boolean isLogical(Column column) {
      return column.type() == ColumnType.LOGICAL && column.count() == 1 && column.descriptor() == 0;
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
      double logical = table.vector(column, row)[0];
      return Double.isNaN(logical) ? "" : logical == 1 ? "true" : "false";
    }

    private static String text(double number) {
      if (!Double.isFinite(number)) {
        return "";
      }
      boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
      return whole ? Long.toString((long) number) : Double.toString(number);
    }

    private static Map<String, String> facts(Header header, Header primary) {
      Map<String, String> facts = new LinkedHashMap<>();
      put(facts, "object", "OBJECT", header, primary);
      put(facts, "telescope", "TELESCOP", header, primary);
      put(facts, "instrument", "INSTRUME", header, primary);
      put(facts, "band", "FILTER", header, primary);
      facts.putAll(FitsTimes.facts(header, primary));
      return facts;
    }

    private static void put(
        Map<String, String> facts, String key, String keyword, Header header, Header primary) {
      String value = header.text(keyword, primary.text(keyword)).strip();
      if (!value.isEmpty()) {
        facts.put(key, value);
      }
    }
  }
}

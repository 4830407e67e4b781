package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Words.Role;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;

/**
 * Spectra of tables whose columns are known by what they say of themselves: one for each table and,
 * where the rows of a table hold vectors, for each row.
 */
public final class TableSpectra {
  private static final String ANGSTROM = "Angstrom";
  private static final List<String> COUNTS = List.of("NELEM", "NPTS", "NPOINTS", "NPIX");

  /** TDIM of a vector: all dimensions but the first are 1. */
  private static final Pattern ONE_LINE = Pattern.compile("\\(\\s*\\d+\\s*(?:,\\s*1\\s*)*\\)");

  private final Input input;
  private final boolean oneIsGood;
  private final List<String> notes = new ArrayList<>();

  /**
   * @param oneIsGood whether the convention of the file says that a MASK of 1 is good
   */
  public TableSpectra(Input input, boolean oneIsGood) {
    this.input = input;
    this.oneIsGood = oneIsGood;
  }

  /** Whether a table holds wavelengths and flux, as many samples as a spectrum has at least. */
  public static boolean holds(FoundTable found) {
    return SpectrumColumns.isThere(found.table());
  }

  /**
   * The spectra of these tables. One alone has the order 0; else the order is the HDU, or the row,
   * from 1, where a table has several.
   *
   * @throws RefusedException when a table has two columns that could be its wavelengths or its flux
   */
  public List<Traced> read(List<FoundTable> tables, Mediums otherwise) {
    Orders orders = new Orders(input);
    for (FoundTable found : tables) {
      SpectrumColumns columns = columns(found).decided(found.hdu().index());
      if (columns.axis().isScalar()) {
        int order = tables.size() > 1 ? found.hdu().index() : 0;
        addParts(orders, spectrum(new Place(found, columns, 0), order, otherwise), found);
      } else {
        addRows(orders, found, columns, tables.size() > 1 ? found.hdu().index() : 0, otherwise);
      }
      notes.addAll(columns.notes());
    }
    if (tables.size() > 1) {
      notes.add("Each table is an order of its own: " + names(tables) + ".");
    }
    return orders.all();
  }

  /** A spectrum of rows, or several where a column ORDER parts them. */
  private static void addParts(Orders orders, Traced whole, FoundTable found) {
    Column order = orderColumn(found);
    if (order == null) {
      orders.add(whole);
    } else {
      OrderParts.of(whole, found, order).forEach(orders::add);
    }
  }

  /** A spectrum for each row of vectors, numbered by a column ORDER where there is one. */
  private void addRows(
      Orders orders, FoundTable found, SpectrumColumns columns, int alone, Mediums otherwise) {
    int rows = found.table().rows();
    noteDimensions(found, columns.flux());
    Column number = rows > 1 ? orderColumn(found) : null;
    int[] numbers =
        number == null ? IntStream.rangeClosed(1, rows).toArray() : found.table().bits(number);
    for (int row = 0; row < rows; row++) {
      int order = rows > 1 ? numbers[row] : alone;
      Traced spectrum = spectrum(new Place(found, columns, row), order, otherwise);
      orders.add(number == null ? spectrum : OrderParts.numberedBy(spectrum, found, number));
    }
  }

  /** Names a flux of which a row has lines that TDIM parts. */
  private void noteDimensions(FoundTable found, Column flux) {
    String card = "TDIM" + flux.number();
    String dimensions = found.hdu().header().text(card).strip();
    if (!dimensions.isEmpty() && !ONE_LINE.matcher(dimensions).matches()) {
      notes.add(
          "Column %s has %s = %s: its lines are read one behind the other, as one spectrum."
              .formatted(flux.name().strip(), card, dimensions));
    }
  }

  /** A column ORDER of an integer a row; null without one. */
  private static @Nullable Column orderColumn(FoundTable found) {
    Column order = found.table().find("ORDER");
    boolean integers =
        order != null
            && order.isScalar()
            && order.type() != ColumnType.FLOAT32
            && order.type() != ColumnType.FLOAT64;
    return integers ? order : null;
  }

  /** What was assumed and left out. */
  public List<String> notes() {
    return notes.stream().distinct().toList();
  }

  /** HDUs with their names, as {@code 1 BLUE, 2 RED}. */
  public static String names(List<FoundTable> tables) {
    return tables.stream()
        .map(found -> (found.hdu().index() + " " + found.hdu().name()).strip())
        .collect(Collectors.joining(", "));
  }

  private static SpectrumColumns columns(FoundTable found) {
    return requireNonNull(SpectrumColumns.find(found.table()));
  }

  /** A spectrum within a table. */
  private record Place(FoundTable found, SpectrumColumns columns, int row) {
    Samples samples(Column column) {
      return found.samples(column, row).first(most());
    }

    @Nullable Flags flags(Column column) {
      return Flags.first(found.flags(column, row), most());
    }

    /** How many samples of the vectors of this row count, by a column that says so. */
    private int most() {
      String column = countColumn();
      return column.isEmpty() ? Integer.MAX_VALUE : found.count(column, row, columns.flux().name());
    }

    /** The column of the number of samples in a row of vectors; "" without one. */
    String countColumn() {
      return columns.flux().isScalar()
          ? ""
          : COUNTS.stream()
              .filter(name -> isCount(found.table().find(name)))
              .findFirst()
              .orElse("");
    }

    private static boolean isCount(@Nullable Column column) {
      return column != null && column.isScalar();
    }
  }

  private Traced spectrum(Place place, int order, Mediums otherwise) {
    SpectrumColumns columns = place.columns();
    Hdu hdu = place.found().hdu();
    Samples flux = place.samples(columns.flux());
    Spectra spectrum =
        Spectra.in(hdu, order)
            .flux(flux, Calibrations.ofColumn(columns.flux().name(), flux.unit()));
    String count = place.countColumn();
    if (!count.isEmpty()) {
      spectrum.with("count", place.found(), count);
    }
    addAxis(spectrum, place, medium(hdu, columns.axis()).or(otherwise));
    addCompanions(spectrum, place);
    return spectrum.build();
  }

  private void addCompanions(Spectra spectrum, Place place) {
    Column uncertainty = place.columns().uncertainty();
    if (uncertainty != null) {
      spectrum.uncertainty(place.columns().kind(), place.samples(uncertainty));
    }
    Column mask = place.columns().mask();
    if (mask != null) {
      addMask(spectrum, place, mask);
    }
  }

  /** Adds the uncertainty and the mask that a table of pixels has beside this flux. */
  public void addBeside(Spectra spectrum, FoundTable found, Column flux) {
    SpectrumColumns columns = SpectrumColumns.beside(found.table(), flux);
    notes.addAll(columns.notes());
    addCompanions(spectrum, new Place(found, columns, 0));
  }

  /** As cards and the name of the column state it, such as LAMBDA_AIR, WAVE_VAC. */
  private Mediums medium(Hdu hdu, Column axis) {
    List<String> tokens = Words.tokens(axis.name());
    String why = "column " + axis.name().strip();
    Mediums named =
        tokens.contains("AIR")
            ? new Mediums(Medium.AIR, MediumSource.HEADER, why)
            : tokens.contains("VAC") || tokens.contains("VACUUM")
                ? new Mediums(Medium.VACUUM, MediumSource.HEADER, why)
                : Mediums.UNKNOWN;
    Mediums all = Mediums.stated(Cards.of(input, hdu)).and(named);
    notes.addAll(all.notes());
    return all;
  }

  private void addAxis(Spectra spectrum, Place place, Mediums medium) {
    String name = "column " + place.columns().axis().name().strip();
    Samples axis = place.samples(place.columns().axis());
    WavelengthUnit unit = WavelengthUnit.of(axis.unit());
    if (place.columns().isLogarithmic() && unit.scale() == WavelengthUnit.Scale.LINEAR) {
      boolean stated = !axis.unit().isBlank() && !axis.unit().strip().equalsIgnoreCase("dex");
      if (!stated) {
        notes.add("The %s is taken as the decimal logarithm of Angstrom.".formatted(name));
      }
      String plain = stated ? axis.unit() : ANGSTROM;
      spectrum.axis(axis.map(x -> Math.pow(10, x), plain), medium, name + " (10**x)");
    } else {
      if (axis.unit().isBlank()) {
        notes.add("No card states the unit of the wavelengths.");
      }
      spectrum.axis(axis, medium, name);
    }
  }

  private void addMask(Spectra spectrum, Place place, Column mask) {
    String what = "column " + mask.name().strip();
    boolean fractions =
        (mask.type() == ColumnType.FLOAT32 || mask.type() == ColumnType.FLOAT64)
            && Arrays.stream(place.samples(mask).values()).anyMatch(x -> x != Math.rint(x));
    if (fractions) {
      notes.add("The %s is not used: it holds fractions and no flags.".formatted(what));
      return;
    }
    Role role = SpectrumColumns.maskRole(mask);
    boolean logical = mask.type() == ColumnType.LOGICAL;
    Masks.add(
        spectrum, what, role, logical, oneIsGood, () -> requireNonNull(place.flags(mask)), notes);
  }
}

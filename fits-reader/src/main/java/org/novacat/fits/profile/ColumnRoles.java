package org.novacat.fits.profile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Words.Role;

/**
 * Which columns of a table may be its wavelengths and its flux: first by utype and UCD of the IVOA
 * Spectrum data model, wavelengths then by a unit of length, and by the name last. Where several
 * are left, that of UCD {@code meta.main} is meant.
 */
final class ColumnRoles {
  /** Parts of names of what has the unit of a wavelength and is a width, an edge or a spread. */
  private static final Set<String> NO_AXIS =
      Set.of(
          ("DELTA DELTAW DELTAL DISP WDISP DISPERSION FWHM WIDTH BINWIDTH RESOLUTION RES RESOL LSF"
                  + " WRESL STEP DLAM DLAMBDA DWAVE DWL MIN MAX LOW HIGH LO HI EDGE EDGES LEFT"
                  + " RIGHT START END SHIFT OFFSET PSF REST")
              .split(" "));

  private static final String AXIS = "data.spectralaxis.value";
  private static final String FLUX = "data.fluxaxis.value";

  private ColumnRoles() {}

  /** The columns that may hold wavelengths; one when it is decided. */
  static List<Column> axes(Table table) {
    List<Column> numbers = numbers(table);
    List<Column> model = withUtype(numbers, AXIS);
    if (model.isEmpty()) {
      model = matching(numbers, column -> ucd(column).startsWith("em.wl") && maybeAxis(column));
    }
    return narrowed(model.isEmpty() ? byUnitOrName(numbers) : model, Role.AXIS);
  }

  /** By a unit of length, and names with a unit that is no other; the linear ones before logs. */
  private static List<Column> byUnitOrName(List<Column> numbers) {
    List<Column> linear =
        matching(
            numbers,
            column ->
                (isNamed(column, Role.AXIS) && !hasOtherUnit(column))
                    || (isOpticalLength(column.unit()) && maybeAxis(column)));
    return linear.isEmpty() ? matching(numbers, column -> isNamed(column, Role.LOG_AXIS)) : linear;
  }

  /** The columns that may hold the flux on this axis; one when it is decided. */
  static List<Column> fluxes(Table table, Column axis) {
    List<Column> same =
        matching(numbers(table), column -> !column.equals(axis) && sameForm(column, axis));
    List<Column> model = withUtype(same, FLUX);
    if (model.isEmpty()) {
      model = matching(same, column -> ucd(column).startsWith("phot.flux"));
    }
    if (!model.isEmpty()) {
      return narrowed(model, Role.FLUX);
    }
    List<Column> named = narrowed(matching(same, column -> isNamed(column, Role.FLUX)), Role.FLUX);
    return named.isEmpty() ? matching(same, ColumnRoles::isFluxByUnit) : named;
  }

  /** A flux density or counts, in a column whose name says nothing. */
  private static boolean isFluxByUnit(Column column) {
    String unit = column.unit().strip().toLowerCase(Locale.ROOT);
    boolean counts = Set.of("count", "counts", "ct", "adu", "electron", "electrons").contains(unit);
    boolean density = unit.contains("erg") || unit.endsWith("jy") || unit.equals("flam");
    return (counts || density) && !Words.in(column.name()).word().isKnown();
  }

  /** Whether a column has the name of an axis and the unit of something that is no wavelength. */
  static boolean isOtherAxis(Column column) {
    return isNamed(column, Role.AXIS) && hasOtherUnit(column);
  }

  static boolean isNamed(Column column, Role role) {
    return Words.of(column.name()).is(role);
  }

  static boolean sameForm(Column a, Column b) {
    return a.count() == b.count() && (a.descriptor() > 0) == (b.descriptor() > 0);
  }

  /** Of several by {@code meta.main}, then without the prefix of additions, then by the name. */
  private static List<Column> narrowed(List<Column> candidates, Role role) {
    List<Column> left = preferred(candidates, column -> ucd(column).contains("meta.main"));
    left =
        preferred(
            left, column -> !column.utype().strip().toLowerCase(Locale.ROOT).startsWith("eso:"));
    int best = left.stream().mapToInt(column -> rank(column, role)).min().orElse(0);
    return preferred(left, column -> rank(column, role) == best);
  }

  private static int rank(Column column, Role role) {
    Words.Word word = Words.of(column.name());
    return word.is(role) ? word.rank() : Integer.MAX_VALUE;
  }

  /** Those of which it holds, or all when it holds of none. */
  private static List<Column> preferred(List<Column> columns, Predicate<Column> wanted) {
    List<Column> left = matching(columns, wanted);
    return left.isEmpty() ? columns : left;
  }

  private static List<Column> matching(List<Column> columns, Predicate<Column> wanted) {
    return columns.stream().filter(wanted).toList();
  }

  private static List<Column> withUtype(List<Column> columns, String tail) {
    return matching(
        columns,
        column -> {
          String utype = column.utype().strip().toLowerCase(Locale.ROOT);
          return utype.endsWith(tail) && !utype.startsWith("continuum");
        });
  }

  private static List<Column> numbers(Table table) {
    return matching(
        table.columns(), column -> column.isVector() || (column.isScalar() && table.rows() > 1));
  }

  private static boolean maybeAxis(Column column) {
    return Words.tokens(column.name()).stream().noneMatch(NO_AXIS::contains)
        && !Spreads.isNamed(Words.in(column.name()).word().role());
  }

  /** Units in which spectrographs give wavelengths; positions on a detector are in mm. */
  private static boolean isOpticalLength(String unit) {
    return WavelengthUnits.isLength(unit)
        && !Set.of("mm", "cm", "m").contains(unit.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean hasOtherUnit(Column column) {
    if (WavelengthUnits.isLength(column.unit())) {
      return false;
    }
    return switch (column.unit().strip().toLowerCase(Locale.ROOT)) {
      case "hz",
          "khz",
          "mhz",
          "ghz",
          "thz",
          "km/s",
          "m/s",
          "km s-1",
          "m s-1",
          "ev",
          "kev",
          "j",
          "1/cm",
          "cm-1",
          "cm^-1",
          "pix",
          "pixel",
          "pixels",
          "s",
          "d",
          "day",
          "days",
          "deg" ->
          true;
      default -> false;
    };
  }

  private static String ucd(Column column) {
    return column.ucd().strip().toLowerCase(Locale.ROOT);
  }
}

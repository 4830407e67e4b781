package org.novacat.fits.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;

/**
 * Columns known by their TUTYP, a field of the IVOA Spectrum data model. Prefixes differ ({@code
 * spec:}, {@code eso:}, {@code Spectrum.}), so the tail is compared, whatever the case. Columns of
 * a continuum have the same tails and are none of the spectrum.
 */
public final class Utypes {
  public static final String AXIS = "data.spectralaxis.value";
  public static final String FLUX = "data.fluxaxis.value";
  public static final String ERROR = "data.fluxaxis.accuracy.staterror";

  private Utypes() {}

  /** The first column whose TUTYP is this prefix and this tail; any prefix when it is "". */
  public static @Nullable Column withTail(Table table, String tail, String prefix) {
    for (Column column : table.columns()) {
      boolean right = hasTail(column, tail);
      if (right && (prefix.isEmpty() || prefix.equals(prefix(column, tail)))) {
        return column;
      }
    }
    return null;
  }

  /** The flux; of several the one whose TUCD says {@code meta.main}, else the first. */
  public static Column flux(Table table) {
    Column first = null;
    for (Column column : table.columns()) {
      if (!hasTail(column, FLUX)) {
        continue;
      }
      if (column.ucd().contains("meta.main")) {
        return column;
      }
      first = first == null ? column : first;
    }
    if (first == null) {
      throw RefusedException.missing(
          "column " + FLUX, "Cannot read spectrum: no column has a TUTYP ending in FluxAxis.Value");
    }
    return first;
  }

  /** What a column's TUTYP has before the tail, in small letters. */
  public static String prefix(Column column, String tail) {
    String utype = lower(column);
    return utype.endsWith(tail) ? utype.substring(0, utype.length() - tail.length()) : "";
  }

  /**
   * {@code em.wl;obs.atmos} means air. {@code em.wl} alone should mean vacuum, but providers leave
   * the qualifier out for air too, so it counts as not stated.
   */
  public static Mediums medium(Column axis) {
    return axis.ucd().toLowerCase(Locale.ROOT).contains("obs.atmos")
        ? new Mediums(Medium.AIR, MediumSource.HEADER, "TUCD " + axis.ucd())
        : Mediums.UNKNOWN;
  }

  private static boolean hasTail(Column column, String tail) {
    String utype = lower(column);
    return utype.endsWith(tail) && !utype.startsWith("continuum");
  }

  private static String lower(Column column) {
    return column.utype().strip().toLowerCase(Locale.ROOT);
  }
}

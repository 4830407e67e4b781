package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.ColumnType;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Words.Role;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * The columns of a table of wavelength and flux, by what they say of themselves and by the names
 * that writers use.
 *
 * @param axes the candidates for the wavelengths, or their logarithms; one when it is decided
 * @param fluxes the candidates for the flux, of the same form as the wavelengths
 * @param uncertainty null when there is none, or none of which the meaning is sure
 * @param kind what the uncertainty is; SIGMA without one
 * @param mask null when there is none
 * @param notes why columns that are named as a part of the spectrum are not used
 */
public record SpectrumColumns(
    List<Column> axes,
    List<Column> fluxes,
    @Nullable Column uncertainty,
    Uncertainty.Kind kind,
    @Nullable Column mask,
    List<String> notes) {
  public SpectrumColumns {
    axes = List.copyOf(axes);
    fluxes = List.copyOf(fluxes);
    notes = List.copyOf(notes);
  }

  /** The columns of this table; null when it has no wavelength or no flux of the same form. */
  public static @Nullable SpectrumColumns find(Table table) {
    List<Column> axes = ColumnRoles.axes(table);
    if (axes.isEmpty()) {
      return null;
    }
    List<Column> fluxes = ColumnRoles.fluxes(table, axes.get(0));
    if (fluxes.isEmpty()) {
      return null;
    }
    return of(table, axes, fluxes);
  }

  private static SpectrumColumns of(Table table, List<Column> axes, List<Column> fluxes) {
    List<String> notes = new ArrayList<>();
    Spread spread = spread(table, fluxes.get(0), notes);
    return new SpectrumColumns(
        axes,
        fluxes,
        spread == null ? null : spread.column(),
        spread == null ? Uncertainty.Kind.SIGMA : spread.kind(),
        mask(table, fluxes.get(0)),
        notes);
  }

  /** Whether {@link #find} finds columns. */
  public static boolean isThere(Table table) {
    List<Column> axes = ColumnRoles.axes(table);
    return !axes.isEmpty() && !ColumnRoles.fluxes(table, axes.get(0)).isEmpty();
  }

  /**
   * The uncertainty and the mask beside a flux of which something else is the axis: {@link #axes}
   * is empty.
   */
  public static SpectrumColumns beside(Table table, Column flux) {
    return of(table, List.of(), List.of(flux));
  }

  /** Whether the table has a column of wavelengths or of their logarithms. */
  public static boolean hasWavelength(Table table) {
    return !ColumnRoles.axes(table).isEmpty();
  }

  /**
   * Whether a column has the name of a wavelength and the unit of a frequency, velocity or such.
   */
  public static boolean isOtherAxis(Column column) {
    return ColumnRoles.isOtherAxis(column);
  }

  /** Whether the axis holds logarithms. */
  public boolean isLogarithmic() {
    return ColumnRoles.isNamed(axis(), Role.LOG_AXIS);
  }

  /** The wavelengths. */
  public Column axis() {
    return axes.get(0);
  }

  /** The flux. */
  public Column flux() {
    return fluxes.get(0);
  }

  /**
   * These columns, when nothing is left open.
   *
   * @throws RefusedException when two columns could be the wavelengths, or the flux
   */
  public SpectrumColumns decided(int hdu) {
    one(hdu, "wavelengths", "em.wl", axes);
    one(hdu, "flux", "phot.flux.density", fluxes);
    return this;
  }

  /**
   * The one candidate.
   *
   * @throws RefusedException when there are several
   */
  public static Column one(int hdu, String what, String ucd, List<Column> candidates) {
    if (candidates.size() > 1) {
      String names =
          candidates.stream()
              .map(column -> column.name().strip())
              .collect(Collectors.joining(", "));
      throw RefusedException.of(
          QuarantineReason.UNKNOWN_PROFILE,
          "AMBIGUOUS_COLUMNS",
          "Cannot read spectrum: the columns %s of HDU %s may each be the %s (set TUCDn of the right one to '%s;meta.main')"
              .formatted(names, hdu, what, ucd));
    }
    return candidates.get(0);
  }

  /** A column of uncertainties and their kind. */
  private record Spread(Column column, Uncertainty.Kind kind) {}

  private static @Nullable Spread spread(Table table, Column flux, List<String> notes) {
    List<Spread> found = new ArrayList<>();
    for (Column column : table.columns()) {
      Role role = spreadRole(table, column, flux);
      if (role == null || !usable(column, flux)) {
        continue;
      }
      Uncertainty.Kind kind = Spreads.kind(role, column.unit(), flux.unit());
      if (kind != null) {
        found.add(new Spread(column, kind));
      } else {
        notes.add(
            "Column %s is not used: it is named as an uncertainty, and its unit '%s' does not fit that of the flux."
                .formatted(column.name().strip(), column.unit().strip()));
      }
    }
    return surest(found, flux, notes);
  }

  /** A standard deviation before what it has to be made of; null where two say the same kind. */
  private static @Nullable Spread surest(List<Spread> found, Column flux, List<String> notes) {
    int best = found.stream().mapToInt(one -> place(one.kind())).min().orElse(0);
    List<Spread> kinds = found.stream().filter(one -> place(one.kind()) == best).toList();
    List<Spread> named =
        kinds.stream()
            .filter(one -> Words.key(one.column().name()).contains(Words.key(flux.name())))
            .toList();
    List<Spread> left = named.size() == 1 ? named : kinds;
    if (left.size() > 1) {
      notes.add(
          "The columns %s are not used: each may be the uncertainty of the flux, and nothing says which."
              .formatted(
                  left.stream()
                      .map(one -> one.column().name().strip())
                      .collect(Collectors.joining(", "))));
      return null;
    }
    return left.isEmpty() ? null : left.get(0);
  }

  private static int place(Uncertainty.Kind kind) {
    return switch (kind) {
      case SIGMA -> 0;
      case IVAR -> 1;
      case VARIANCE -> 2;
    };
  }

  private static boolean usable(Column column, Column flux) {
    return !column.equals(flux) && column.type().isNumber() && ColumnRoles.sameForm(column, flux);
  }

  /** The role of an uncertainty of this flux; null when the column is none. */
  private static @Nullable Role spreadRole(Table table, Column column, Column flux) {
    String utype = column.utype().strip().toLowerCase(Locale.ROOT);
    String ucd = column.ucd().strip().toLowerCase(Locale.ROOT);
    boolean model = utype.endsWith("fluxaxis.accuracy.staterror") && !utype.startsWith("continuum");
    if (model || ucd.equals("stat.error") || ucd.startsWith("stat.error;phot")) {
      return Role.SIGMA;
    }
    return SpreadNames.role(table, column.name(), flux.name());
  }

  private static @Nullable Column mask(Table table, Column flux) {
    return table.columns().stream()
        .filter(column -> isFlag(column) && ColumnRoles.sameForm(column, flux))
        .filter(column -> maskRole(column) != Role.OTHER)
        .min(Comparator.comparingInt(SpectrumColumns::maskRank))
        .orElse(null);
  }

  /** What a column says as a mask, by its UCD or its name; OTHER when it is none. */
  static Role maskRole(Column column) {
    Words.Word word = Words.of(column.name());
    if (word.isKnown()) {
      return Masks.isNamed(word.role()) ? word.role() : Role.OTHER;
    }
    return column.ucd().strip().toLowerCase(Locale.ROOT).startsWith("meta.code.qual")
        ? Role.MASK
        : Role.OTHER;
  }

  /**
   * Bits of all exposures before those of any, and what its name explains before what it does not.
   */
  private static int maskRank(Column column) {
    return switch (maskRole(column)) {
      case MASK -> Math.min(3, Words.of(column.name()).rank());
      case EITHER -> 4;
      default -> 5;
    };
  }

  private static boolean isFlag(Column column) {
    return column.type().isNumber()
        || column.type() == ColumnType.LOGICAL
        || column.type() == ColumnType.BIT;
  }
}

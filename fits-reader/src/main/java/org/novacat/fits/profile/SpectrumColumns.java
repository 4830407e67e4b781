package org.novacat.fits.profile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * The columns of a table of wavelength and flux, by the names that writers use.
 *
 * @param wavelength numbers, one a row or one vector
 * @param flux of the same form
 * @param uncertainty null when there is none
 * @param kind what the uncertainty is; SIGMA without one
 */
public record SpectrumColumns(
    Column wavelength, Column flux, @Nullable Column uncertainty, Uncertainty.Kind kind) {
  private static final List<String> WAVELENGTH =
      List.of("WAVELENGTH WAVE LAMBDA LAM WAV WL WLEN WAVELEN".split(" "));
  private static final List<String> LOG_WAVELENGTH = List.of("LOGLAM", "LOGLAMBDA", "LOG_LAMBDA");
  private static final List<String> FLUX = List.of("FLUX", "FLUX_DENSITY", "FLAM", "F_LAMBDA");
  private static final List<String> SIGMA =
      List.of(
          ("ERROR ERR SIGMA FLUX_ERROR FLUX_ERR ERR_FLUX ERROR_FLUX STATERROR UNCERTAINTY"
                  + " FLUX_UNCERTAINTY STDEV STD")
              .split(" "));
  private static final List<String> IVAR = List.of("IVAR", "FLUX_IVAR", "INVVAR");
  private static final List<String> VARIANCE = List.of("VARIANCE", "VAR", "FLUX_VAR");

  /** The columns of this table; null when it has no wavelength or no flux of the same form. */
  public static @Nullable SpectrumColumns find(Table table) {
    Column wavelength = table.findAny(WAVELENGTH);
    Column flux = table.findAny(FLUX);
    if (wavelength == null || flux == null || !sameForm(wavelength, flux)) {
      return null;
    }
    SpectrumColumns sigma = with(table, wavelength, flux, SIGMA, Uncertainty.Kind.SIGMA);
    SpectrumColumns ivar = with(table, wavelength, flux, IVAR, Uncertainty.Kind.IVAR);
    if (sigma.uncertainty() != null || ivar.uncertainty() != null) {
      return sigma.uncertainty() != null ? sigma : ivar;
    }
    return with(table, wavelength, flux, VARIANCE, Uncertainty.Kind.VARIANCE);
  }

  private static SpectrumColumns with(
      Table table, Column wavelength, Column flux, List<String> names, Uncertainty.Kind kind) {
    Column column = table.findAny(names);
    boolean usable = column != null && sameForm(column, flux);
    return new SpectrumColumns(wavelength, flux, usable ? column : null, kind);
  }

  /** Whether the table has a column of wavelengths or of their logarithms. */
  public static boolean hasWavelength(Table table) {
    return table.findAny(WAVELENGTH) != null || table.findAny(LOG_WAVELENGTH) != null;
  }

  private static boolean sameForm(Column a, Column b) {
    return a.type().isNumber()
        && b.type().isNumber()
        && a.count() == b.count()
        && (a.descriptor() > 0) == (b.descriptor() > 0);
  }
}

package org.novacat.fits.profile.nospectrum;

import java.util.Locale;
import java.util.Map;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.Tables;

/** Brightness over time (Kepler, TESS, lightkurve): a table with TIME and a flux, no wavelength. */
public final class LightCurveProfile implements Profile {
  @Override
  public String id() {
    return "light-curve@1";
  }

  @Override
  public Match match(Input input) {
    for (Tables.Found found : input.tables()) {
      if (isLightCurve(found.table())) {
        return Match.yes(
            Match.Rank.STRUCTURE,
            "a table of flux over time",
            Map.of("HDU", "%s %s".formatted(found.hdu().index(), found.hdu().name())));
      }
    }
    return Match.no("no table of flux over time");
  }

  private static boolean isLightCurve(Table table) {
    return table.find("TIME") != null
        && !SpectrumColumns.hasWavelength(table)
        && table.columns().stream().anyMatch(LightCurveProfile::isFlux);
  }

  private static boolean isFlux(Column column) {
    String name = column.name().strip().toUpperCase(Locale.ROOT);
    return name.endsWith("FLUX") || name.equals("MAG") || name.equals("RATE");
  }

  @Override
  public Reading read(Input input) {
    throw RefusedException.notASpectrum(
        "LIGHT_CURVE",
        "Cannot read spectra: the file holds a light curve (register it as photometry)");
  }
}

package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.Tables;

/**
 * CALSPEC standards: a table of WAVELENGTH (ANGSTROMS, vacuum), FLUX (FLAM), STATERROR and
 * SYSERROR, one pixel a row. The statistical error is taken; the systematic one is common to all
 * pixels and stays behind.
 */
public final class CalspecProfile implements Profile {
  @Override
  public String id() {
    return "calspec@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found found = table(input);
    if (found == null) {
      return Match.no("no table with WAVELENGTH, FLUX, STATERROR and SYSERROR");
    }
    Column flux = Tables.required(found, "FLUX");
    if (!flux.unit().strip().equalsIgnoreCase("FLAM")) {
      return Match.no("the flux is not in FLAM");
    }
    return Match.yes(
        Match.Rank.CONVENTION,
        "the columns of CALSPEC",
        Map.of("columns", Tables.names(found.table()), "TUNIT of FLUX", flux.unit()));
  }

  private static Tables.@Nullable Found table(Input input) {
    Tables.Found found = Tables.with(input, "WAVELENGTH", "FLUX", "STATERROR", "SYSERROR");
    return found == null || SpectrumColumns.find(found.table()) == null ? null : found;
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    return Reading.of(
        input, found.hdu(), List.of(TableProfile.spectrum(found, Mediums.vacuumOf("CALSPEC"))));
  }
}

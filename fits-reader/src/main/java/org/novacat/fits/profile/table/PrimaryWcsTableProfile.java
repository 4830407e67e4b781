package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.Tables;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.fits.profile.Wcs;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Flux and error in the one table of the file, no wavelength column, and the axis in an empty
 * primary HDU: the first row is at CRVAL1, the next CDELT1 further (specviz sample files). There is
 * no image that CRPIX1 could refer to, so it plays no part.
 */
public final class PrimaryWcsTableProfile implements Profile {
  @Override
  public String id() {
    return "table-primary-wcs@1";
  }

  @Override
  public Match match(Input input) {
    Header header = input.header();
    if (input.file().primary().hasData() || !header.has("CRVAL1") || !header.has("CDELT1")) {
      return Match.no("no CRVAL1 and CDELT1 in a primary HDU without data");
    }
    if (!WavelengthUnits.isLength(header.text("CUNIT1"))) {
      return Match.no("CUNIT1 of the primary HDU is no length");
    }
    return table(input) == null
        ? Match.no("no single table with flux and without wavelength")
        : Match.yes(
            Match.Rank.STRUCTURE,
            "the axis of a table is in the primary HDU",
            Map.of("CRVAL1", header.text("CRVAL1"), "CUNIT1", header.text("CUNIT1")));
  }

  private static Tables.@Nullable Found table(Input input) {
    List<Tables.Found> tables = input.tables();
    if (tables.size() != 1) {
      return null;
    }
    Table table = tables.get(0).table();
    Column flux = table.find("FLUX");
    boolean fits = flux != null && flux.isScalar() && !SpectrumColumns.hasWavelength(table);
    return fits && table.find("TIME") == null ? tables.get(0) : null;
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    Table table = found.table();
    Header header = input.header();
    double[] flux = table.numbers(Tables.required(found, "FLUX"));
    Wcs wcs = new Wcs(header.number("CRVAL1"), 1, header.number("CDELT1"), true, "CDELT1");
    Spectra spectrum =
        Spectra.in(found.hdu(), 0)
            .axis(
                wcs.linear(flux.length),
                header.text("CUNIT1"),
                Mediums.stated(Cards.of(header)),
                "primary CRVAL1+k*CDELT1, k from 0")
            .flux(flux, Cards.of(input, found.hdu()).text("BUNIT"))
            .uncertainty(
                Uncertainty.Kind.SIGMA, table, table.findAny(List.of("ERR", "ERROR", "SIGMA")));
    return Reading.of(input, found.hdu(), List.of(spectrum.build()));
  }
}

package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Map;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * JWST "x1d": a table EXTRACT1D for each order or source, one pixel a row, WAVELENGTH (um, vacuum),
 * FLUX (Jy), FLUX_ERROR (ERROR in older versions), DQ of which bit 0 means do not use (JWST
 * pipeline documentation, data products, extract_1d).
 */
public final class JwstX1dProfile implements Profile {
  private static final int DO_NOT_USE = 1;

  @Override
  public String id() {
    return "jwst-x1d@1";
  }

  @Override
  public Match match(Input input) {
    if (!input.header().text("TELESCOP").equals("JWST")) {
      return Match.no("TELESCOP is not JWST");
    }
    List<Tables.Found> extracts = extracts(input);
    if (extracts.isEmpty()) {
      return Match.no("no table EXTRACT1D with WAVELENGTH and FLUX, one pixel a row");
    }
    return Match.yes(
        Match.Rank.PROVIDER,
        "x1d tables of JWST",
        Map.of(
            "TELESCOP", "JWST",
            "INSTRUME", input.header().text("INSTRUME"),
            "EXTRACT1D", String.valueOf(extracts.size())));
  }

  private static List<Tables.Found> extracts(Input input) {
    return input.tables().stream()
        .filter(found -> found.hdu().name().equals("EXTRACT1D"))
        .filter(found -> isScalar(found.table(), "WAVELENGTH") && isScalar(found.table(), "FLUX"))
        .toList();
  }

  private static boolean isScalar(Table table, String name) {
    Column column = table.find(name);
    return column != null && column.isScalar();
  }

  @Override
  public Reading read(Input input) {
    Orders spectra = new Orders(input);
    for (Tables.Found found : extracts(input)) {
      spectra.add(spectrum(found));
    }
    Tables.Found first = extracts(input).get(0);
    return Reading.of(input, first.hdu(), spectra.all());
  }

  private static SourceSpectrum spectrum(Tables.Found found) {
    Table table = found.table();
    Column wavelength = Tables.required(found, "WAVELENGTH");
    Column flux = Tables.required(found, "FLUX");
    Spectra spectrum =
        Spectra.in(found.hdu(), (int) found.hdu().header().integer("SPORDER", 0))
            .axis(
                table.numbers(wavelength),
                wavelength.unit(),
                Mediums.vacuumOf("JWST"),
                "column WAVELENGTH")
            .flux(table.numbers(flux), flux.unit())
            .uncertainty(
                Uncertainty.Kind.SIGMA, table, table.findAny(List.of("FLUX_ERROR", "ERROR")));
    Column quality = table.find("DQ");
    if (quality != null) {
      spectrum.mask(table.bits(quality), DO_NOT_USE, "column DQ");
    }
    return spectrum.build();
  }
}

package org.novacat.fits.profile.table;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
 * Extracted spectra of HST, "x1d": the SCI table has a row for each echelle order (STIS, SPORDER)
 * or detector segment (COS, SEGMENT), with vectors WAVELENGTH, FLUX, ERROR and DQ of which the
 * first NELEM count. Wavelengths are in vacuum (STIS and COS Data Handbooks). Which DQ bits are
 * serious is in SDQFLAGS of the header.
 */
public final class HstX1dProfile implements Profile {
  /** SDQFLAGS that STIS headers carry by default: all but the two of hot and dark-noisy pixels. */
  private static final int STIS_SERIOUS = 31743;

  @Override
  public String id() {
    return "hst-x1d@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found sci = table(input);
    if (sci == null) {
      return Match.no("no table with WAVELENGTH, FLUX, ERROR, DQ and SPORDER or SEGMENT");
    }
    if (!input.header().text("TELESCOP").equals("HST")) {
      return Match.no("TELESCOP is not HST");
    }
    return Match.yes(
        Match.Rank.PROVIDER,
        "an x1d table of HST",
        Map.of(
            "TELESCOP", "HST",
            "INSTRUME", input.header().text("INSTRUME"),
            "columns", Tables.names(sci.table())));
  }

  private static Tables.@Nullable Found table(Input input) {
    Tables.Found stis = Tables.with(input, "SPORDER", "NELEM", "WAVELENGTH", "FLUX", "ERROR", "DQ");
    return stis != null
        ? stis
        : Tables.with(input, "SEGMENT", "NELEM", "WAVELENGTH", "FLUX", "ERROR", "DQ");
  }

  @Override
  public Reading read(Input input) {
    Tables.Found sci = Objects.requireNonNull(table(input));
    Orders orders = new Orders(input);
    for (int row = 0; row < sci.table().rows(); row++) {
      orders.add(order(sci, row));
    }
    return Reading.of(input, sci.hdu(), orders.all());
  }

  private static SourceSpectrum order(Tables.Found sci, int row) {
    Table table = sci.table();
    Column wavelength = Tables.required(sci, "WAVELENGTH");
    Column flux = Tables.required(sci, "FLUX");
    Column error = Tables.required(sci, "ERROR");
    int n = Tables.count(sci, "NELEM", row, flux);
    int serious = (int) sci.hdu().header().integer("SDQFLAGS", STIS_SERIOUS);
    return Spectra.in(sci.hdu(), number(sci, row))
        .axis(
            Spectra.first(table.vector(wavelength, row), n),
            wavelength.unit(),
            Mediums.vacuumOf("HST x1d"),
            "vector column WAVELENGTH")
        .flux(Spectra.first(table.vector(flux, row), n), flux.unit())
        .uncertainty(
            Uncertainty.Kind.SIGMA, Spectra.first(table.vector(error, row), n), error.unit())
        .mask(Spectra.first(table.bits(Tables.required(sci, "DQ"), row), n), serious, "column DQ")
        .build();
  }

  private static int number(Tables.Found sci, int row) {
    return sci.table().find("SPORDER") == null ? row : (int) Tables.scalar(sci, "SPORDER", row);
  }
}

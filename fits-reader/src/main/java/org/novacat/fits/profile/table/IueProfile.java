package org.novacat.fits.profile.table;

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
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * IUE, low dispersion by NEWSIPS ("MXLO"): a row for each aperture, with a start (WAVELENGTH), a
 * step (DELTAW), a count (NPOINTS) and vectors FLUX, SIGMA, QUALITY. Wavelengths are in vacuum,
 * Angstrom; a SIGMA of −1 and any negative QUALITY mark a bad sample (IUE NEWSIPS Manual, section
 * 12.8).
 */
public final class IueProfile implements Profile {
  @Override
  public String id() {
    return "iue-mxlo@1";
  }

  @Override
  public Match match(Input input) {
    return IueCards.match(
        input, table(input), "IUE MXLO", "WAVELENGTH, DELTAW, NPOINTS, FLUX and SIGMA");
  }

  private static Tables.@Nullable Found table(Input input) {
    return Tables.with(input, "WAVELENGTH", "DELTAW", "NPOINTS", "FLUX", "SIGMA");
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    return new Reading(
        observation(input, found),
        Orders.ofRows(input, found, row -> spectrum(found, row)),
        input.file().notes());
  }

  private static SourceSpectrum spectrum(Tables.Found found, int row) {
    Table table = found.table();
    Column flux = Tables.required(found, "FLUX");
    Column sigma = Tables.required(found, "SIGMA");
    int n = Tables.count(found, "NPOINTS", row, flux);
    double[] values = Spectra.first(table.vector(flux, row), n);
    Spectra spectrum =
        Spectra.in(found.hdu(), row)
            .axis(
                IueCards.axis(found, row, "WAVELENGTH", values.length),
                Tables.required(found, "WAVELENGTH").unit(),
                Mediums.vacuumOf("IUE NEWSIPS"),
                "WAVELENGTH+k*DELTAW, k from 0")
            .flux(values, flux.unit())
            .uncertainty(
                Uncertainty.Kind.SIGMA, Spectra.first(table.vector(sigma, row), n), sigma.unit());
    Column quality = table.find("QUALITY");
    if (quality != null) {
      spectrum.mask(Spectra.first(table.bits(quality, row), n), -1, "column QUALITY");
    }
    return spectrum.build();
  }

  private static Observation observation(Input input, Tables.Found found) {
    Column aperture = found.table().find("APERTURE");
    String first = aperture == null ? "" : found.table().text(aperture, 0);
    return IueCards.observation(input, found.hdu(), first);
  }
}

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
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * IUE by IUESIPS, the processing before NEWSIPS, as Goddard wrote it to FITS (EXTNAME "IUE MELO" or
 * "IUE MEHI"; {@code swp06542llg.fits} among the samples of the FITS Support Office): a row for
 * each order with LAMBDA, DELTAW and NPTS, and vectors GROSS, BACK, NET, ABNET, EPSILONS. ABNET is
 * the flux in erg/cm2/s/A, whatever its TUNIT says ("ERGS"), on the scale of IUESIPS, which was
 * given up: it counts as relative. There is no uncertainty; a negative epsilon is bad. The medium
 * changed with the years of processing, and nothing in the file tells it.
 */
public final class IuesipsProfile implements Profile {
  private static final int NEGATIVE = Integer.MIN_VALUE;

  @Override
  public String id() {
    return "iue-iuesips@1";
  }

  @Override
  public Match match(Input input) {
    return IueCards.match(
        input, table(input), "IUESIPS", "NPTS, LAMBDA, DELTAW, ABNET and EPSILONS");
  }

  private static Tables.@Nullable Found table(Input input) {
    return Tables.with(input, "NPTS", "LAMBDA", "DELTAW", "ABNET", "EPSILONS");
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    return Reading.of(
        input,
        found.hdu(),
        Orders.ofRows(input, found, row -> order(found, row)),
        "Fluxes are on the scale of IUESIPS; NEWSIPS calibrated the same exposures anew.");
  }

  private static SourceSpectrum order(Tables.Found found, int row) {
    Table table = found.table();
    Column flux = Tables.required(found, "ABNET");
    Column epsilons = Tables.required(found, "EPSILONS");
    Column order = table.find("ORDER");
    int n = Tables.count(found, "NPTS", row, flux);
    return Spectra.in(found.hdu(), order == null ? row : (int) Tables.scalar(found, "ORDER", row))
        .axis(
            IueCards.axis(found, row, "LAMBDA", n),
            Tables.required(found, "LAMBDA").unit(),
            Mediums.UNKNOWN,
            "LAMBDA+k*DELTAW, k from 0")
        .flux(
            Spectra.first(table.vector(flux, row), n),
            "erg/cm2/s/Angstrom",
            FluxCalibration.RELATIVE)
        .mask(Spectra.first(table.bits(epsilons, row), n), NEGATIVE, "column EPSILONS")
        .build();
  }
}

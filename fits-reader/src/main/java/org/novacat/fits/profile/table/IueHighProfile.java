package org.novacat.fits.profile.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * IUE, high dispersion by NEWSIPS ("MXHI"): a row for each echelle order, with vectors of 768
 * samples of which NPOINTS count, from pixel STARTPIX on (the first is 1); that pixel has the
 * wavelength WAVELENGTH, the next ones DELTAW more each. Flux is ABS_CAL; NOISE belongs to the
 * uncalibrated NET, so there is no uncertainty. Wavelengths are in vacuum and heliocentric; a
 * negative QUALITY is bad (IUE NEWSIPS Information Manual, section 12.9).
 */
public final class IueHighProfile implements Profile {
  @Override
  public String id() {
    return "iue-mxhi@1";
  }

  @Override
  public Match match(Input input) {
    return IueCards.match(
        input,
        table(input),
        "IUE MXHI",
        "ORDER, NPOINTS, WAVELENGTH, STARTPIX, DELTAW and ABS_CAL");
  }

  private static Tables.@Nullable Found table(Input input) {
    return Tables.with(
        input, "ORDER", "NPOINTS", "WAVELENGTH", "STARTPIX", "DELTAW", "ABS_CAL", "QUALITY");
  }

  @Override
  public Reading read(Input input) {
    Tables.Found found = Objects.requireNonNull(table(input));
    List<String> notes = new ArrayList<>(input.file().notes());
    notes.add("NOISE is that of the uncalibrated flux and is not given as an uncertainty.");
    return new Reading(
        IueCards.observation(input, found.hdu(), input.header().text("APERTURE")),
        Orders.ofRows(input, found, row -> order(found, row)),
        notes);
  }

  private static SourceSpectrum order(Tables.Found found, int row) {
    Table table = found.table();
    Column flux = Tables.required(found, "ABS_CAL");
    Column quality = Tables.required(found, "QUALITY");
    int n = Tables.count(found, "NPOINTS", row, flux);
    int from = from(found, row, n, Math.min(table.count(flux, row), table.count(quality, row)));
    return Spectra.in(found.hdu(), (int) Tables.scalar(found, "ORDER", row))
        .axis(
            IueCards.axis(found, row, "WAVELENGTH", n),
            Tables.required(found, "WAVELENGTH").unit(),
            Mediums.vacuumOf("IUE NEWSIPS"),
            "WAVELENGTH+k*DELTAW, k from 0 at pixel STARTPIX")
        .flux(Arrays.copyOfRange(table.vector(flux, row), from, from + n), flux.unit())
        .mask(Arrays.copyOfRange(table.bits(quality, row), from, from + n), -1, "column QUALITY")
        .build();
  }

  /** Index of the first sample that counts. */
  private static int from(Tables.Found found, int row, int n, int length) {
    double pixel = Tables.scalar(found, "STARTPIX", row);
    if (n > 0 && (pixel != Math.rint(pixel) || pixel < 1 || pixel - 1 + n > length)) {
      throw RefusedException.unreadable(
          "BAD_COUNT",
          "Cannot read spectrum: row %s has %s samples from pixel %s on, and its vectors %s"
              .formatted(row, n, pixel, length));
    }
    return n > 0 ? (int) pixel - 1 : 0;
  }
}

package org.novacat.fits.profile.table;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Tables;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * SDSS, BOSS and eBOSS "spec" files, full and lite: the coadded spectrum in the table of HDU 1, one
 * pixel a row: loglam (log10 of vacuum wavelength, Angstrom), flux, ivar, and_mask. Unit in BUNIT
 * of the primary header. Data model: SDSS "spec-PLATE-MJD-FIBER".
 */
public final class SdssProfile implements Profile {
  /**
   * SPPIXMASK bits that leave no usable value (SDSS bitmask table): NOPLUG, BADTRACE, BADFLAT,
   * BADARC, MANYBADCOLUMNS, MANYREJECTED (0 to 5), FULLREJECT (18), NODATA (24).
   */
  public static final int BAD = 0x3f | 1 << 18 | 1 << 24;

  @Override
  public String id() {
    return "sdss-spec@1";
  }

  @Override
  public Match match(Input input) {
    Tables.@Nullable Found coadd = Tables.of(input, input.at(1));
    if (coadd == null || !Tables.hasAll(coadd.table(), "loglam", "flux", "ivar")) {
      return Match.no("HDU 1 is no table with loglam, flux and ivar");
    }
    String telescope = input.header().text("TELESCOP");
    Map<String, String> inputs =
        Map.of("HDU1 columns", Tables.names(coadd.table()), "TELESCOP", telescope);
    return telescope.startsWith("SDSS")
        ? Match.yes(Match.Rank.PROVIDER, "the coadd table of SDSS", inputs)
        : Match.yes(Match.Rank.CONVENTION, "the columns of an SDSS coadd", inputs);
  }

  @Override
  public Reading read(Input input) {
    Tables.Found coadd = Objects.requireNonNull(Tables.of(input, input.at(1)));
    Table table = coadd.table();
    Column ivar = Tables.required(coadd, "ivar");
    Spectra spectrum =
        Spectra.in(coadd.hdu(), 0)
            .axis(
                wavelengths(coadd),
                "Angstrom",
                Mediums.stated(Cards.of(input.header())).or(Mediums.vacuumOf("SDSS")),
                "column loglam (10**x)")
            .flux(table.samples(Tables.required(coadd, "flux")), input.header().text("BUNIT"))
            .uncertainty(Uncertainty.Kind.IVAR, table.samples(ivar), ivar.unit());
    Column mask = table.find("and_mask");
    if (mask != null) {
      spectrum.mask(table.bits(mask), BAD, "column and_mask");
    }
    return Reading.of(input, input.file().primary(), List.of(spectrum.build()));
  }

  private static double[] wavelengths(Tables.Found coadd) {
    double[] loglam = coadd.table().samples(Tables.required(coadd, "loglam"));
    for (int i = 0; i < loglam.length; i++) {
      loglam[i] = Math.pow(10, loglam[i]);
    }
    return loglam;
  }
}

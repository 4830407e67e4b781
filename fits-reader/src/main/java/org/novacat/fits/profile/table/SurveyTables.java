package org.novacat.fits.profile.table;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;
import static org.novacat.fits.profile.Match.Rank.STRUCTURE;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Uncertainty;

/** The tables of SDSS and of DEEP2, each with inverse variances. */
public final class SurveyTables {
  /**
   * SDSS, BOSS and eBOSS "spec" files, full and lite: the coadded spectrum in the table of HDU 1,
   * one pixel a row: loglam (log10 of vacuum wavelength, Angstrom), flux, ivar, and_mask. Unit in
   * BUNIT of the primary header. Data model: SDSS "spec-PLATE-MJD-FIBER".
   */
  public static final Profile SDSS = new Profile("sdss-spec@1", SurveyTables::sdss);

  /**
   * DEEP2 "spec1d" (DEIMOS): tables of one row with vectors FLUX or SPEC (counts), LAMBDA
   * (Angstrom, no TUNIT) and IVAR. The full files repeat the extraction, an HDU for each detector
   * and method; the first pair of method is then not known, so only files with one table are read.
   */
  public static final Profile DEEP2 = new Profile("deep2-spec1d@1", SurveyTables::deep2);

  /**
   * SPPIXMASK bits of SDSS that leave no usable value (SDSS bitmask table): NOPLUG, BADTRACE,
   * BADFLAT, BADARC, MANYBADCOLUMNS, MANYREJECTED (0 to 5), FULLREJECT (18), NODATA (24).
   */
  public static final int SDSS_BAD = 0x3f | 1 << 18 | 1 << 24;

  private SurveyTables() {}

  private static Match sdss(Input input) {
    FoundTable coadd = input.table(input.at(1));
    if (coadd == null || !coadd.hasAll("loglam", "flux", "ivar")) {
      return Match.no("HDU 1 is no table with loglam, flux and ivar");
    }
    String telescope = input.header().text("TELESCOP");
    boolean named = telescope.startsWith("SDSS");
    return Match.yes(
        named ? PROVIDER : CONVENTION,
        named ? "the coadd table of SDSS" : "the columns of an SDSS coadd",
        Map.of("HDU1 columns", coadd.names(), "TELESCOP", telescope),
        () -> Reading.of(input, input.file().primary(), List.of(sdss(input, coadd))));
  }

  private static Traced sdss(Input input, FoundTable coadd) {
    return Spectra.in(coadd.hdu(), 0)
        .axis(
            coadd.samples("loglam").map(x -> Math.pow(10, x), "Angstrom"),
            Mediums.stated(Cards.of(input.header())).or(Mediums.vacuumOf("SDSS")),
            "column loglam (10**x)")
        .flux(coadd.samples("flux").in(input.header().text("BUNIT")))
        .uncertainty(Uncertainty.Kind.IVAR, coadd.samples("ivar"))
        .mask(coadd.bits("and_mask"), SDSS_BAD, "column and_mask")
        .build();
  }

  private static Match deep2(Input input) {
    FoundTable found = input.onlyTable();
    Column flux = found == null ? null : deep2Flux(found.table());
    return found == null || flux == null
        ? Match.no("no single one-row table of vectors FLUX or SPEC, LAMBDA and IVAR")
        : Match.yes(
            STRUCTURE,
            "the columns of a DEEP2 spec1d",
            Map.of("columns", found.names()),
            () -> Reading.of(input, found.hdu(), List.of(deep2(input, found, flux))));
  }

  /** Null when the table is none of DEEP2. */
  private static @Nullable Column deep2Flux(Table table) {
    Column lambda = table.find("LAMBDA");
    Column flux = table.findAny(List.of("FLUX", "SPEC"));
    Column ivar = table.find("IVAR");
    boolean vectors =
        table.rows() == 1
            && lambda != null
            && flux != null
            && ivar != null
            && lambda.isVector()
            && flux.count() == lambda.count()
            && ivar.count() == lambda.count();
    return vectors ? flux : null;
  }

  private static Traced deep2(Input input, FoundTable found, Column flux) {
    Samples lambda = found.samples("LAMBDA");
    return Spectra.in(found.hdu(), 0)
        .axis(
            lambda.unit().isBlank() ? lambda.in("Angstrom") : lambda,
            Mediums.stated(Cards.of(input, found.hdu())),
            "column LAMBDA")
        .flux(found.samples(flux), FluxCalibration.UNCALIBRATED)
        .uncertainty(Uncertainty.Kind.IVAR, found.samples("IVAR"))
        .build();
  }
}

package org.novacat.fits.profile.table;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.fits.data.Column;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.TableSpectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Uncertainty;

/** Tables of LAMOST with a spectrum for each arm, and those of the Goodman spectrograph. */
public final class ArmTables {
  /**
   * LAMOST tables: medium resolution (an HDU COADD_B and COADD_R for the arms, single exposures
   * behind them) and, since data release 8, low resolution (COADD). Columns FLUX (relative), IVAR,
   * LOGLAM or WAVELENGTH (Angstrom in vacuum), and a mask of the pixels that are flagged in all
   * exposures, ANDMASK (PIXMASK in a single one). LAMOST data release documents, "FITS".
   */
  public static final Profile LAMOST = new Profile("lamost-tables@1", ArmTables::lamost);

  /**
   * Goodman spectrograph pipeline 3 and later: a table SPECTRUM of WAVELENGTH and INTENSITY beside
   * a primary header of GSP_ cards. No TUNIT: its lamps are in Angstrom ("Read Wavelength
   * Calibrated Files" of its documentation).
   */
  public static final Profile GOODMAN = new Profile("goodman-table@1", ArmTables::goodman);

  private ArmTables() {}

  private static Match lamost(Input input) {
    if (!input.header().text("ORIGIN").contains("LAMOST") || input.file().primary().hasData()) {
      return Match.no("ORIGIN is not LAMOST, or the primary HDU is an image");
    }
    List<FoundTable> all =
        input.tables().stream()
            .filter(found -> found.hasAll("FLUX", "IVAR"))
            .filter(found -> found.hasAll("LOGLAM") || found.hasAll("WAVELENGTH"))
            .toList();
    if (all.isEmpty()) {
      return Match.no("no table with FLUX, IVAR and LOGLAM or WAVELENGTH");
    }
    return Match.yes(
        PROVIDER,
        "the tables of LAMOST",
        Map.of("HDU", TableSpectra.names(all), "DATA_V", input.header().text("DATA_V")),
        () -> readLamost(input, all));
  }

  private static Reading readLamost(Input input, List<FoundTable> all) {
    List<FoundTable> coadds = all.stream().filter(ArmTables::isCoadd).toList();
    List<FoundTable> read = coadds.isEmpty() ? all : coadds;
    Orders orders = new Orders(input);
    for (FoundTable found : read) {
      orders.add(arm(input, found, read.size() > 1 ? found.hdu().index() : 0));
    }
    List<String> notes = new ArrayList<>(input.file().notes());
    if (read.size() > 1) {
      notes.add("Each table is an order of its own: " + TableSpectra.names(read) + ".");
    }
    return Reading.of(Observations.ofLamost(Cards.of(input.header())), orders.all(), notes);
  }

  private static boolean isCoadd(FoundTable found) {
    return found.hdu().name().toUpperCase(Locale.ROOT).startsWith("COADD");
  }

  private static Traced arm(Input input, FoundTable found, int order) {
    boolean log = found.hasAll("LOGLAM");
    Column mask = found.table().findAny(List.of("ANDMASK", "PIXMASK", "AND_MASK"));
    return Spectra.in(found.hdu(), order)
        .axis(
            log
                ? found.samples("LOGLAM").map(x -> Math.pow(10, x), "Angstrom")
                : angstrom(found.samples("WAVELENGTH")),
            Mediums.stated(Cards.of(input, found.hdu())).or(Mediums.vacuumOf("LAMOST")),
            log ? "column LOGLAM (10**x)" : "column WAVELENGTH")
        .flux(found.samples("FLUX"), FluxCalibration.RELATIVE)
        .uncertainty(Uncertainty.Kind.IVAR, found.samples("IVAR"))
        .mask(
            mask == null ? null : found.flags(mask, 0),
            -1,
            mask == null ? "" : "column " + mask.name().strip())
        .build();
  }

  private static Samples angstrom(Samples samples) {
    return samples.unit().isBlank() ? samples.in("Angstrom") : samples;
  }

  private static Match goodman(Input input) {
    FoundTable found = input.tableWith("WAVELENGTH", "INTENSITY");
    Hdu primary = input.file().primary();
    return found == null || !primary.header().hasPrefix("GSP_")
        ? Match.no("no table of WAVELENGTH and INTENSITY beside GSP_ cards")
        : Match.yes(
            CONVENTION,
            "the GSP_ cards of the Goodman pipeline",
            Map.of(
                "GSP_VERS", primary.header().text("GSP_VERS"),
                "columns", found.names()),
            () -> readGoodman(input, found));
  }

  private static Reading readGoodman(Input input, FoundTable found) {
    List<Traced> spectra =
        List.of(
            Spectra.in(found.hdu(), 0)
                .axis(
                    angstrom(found.samples("WAVELENGTH")),
                    Mediums.stated(Cards.of(input, found.hdu())),
                    "column WAVELENGTH")
                .flux(found.samples("INTENSITY"))
                .build());
    return Reading.of(input, found.hdu(), spectra);
  }
}

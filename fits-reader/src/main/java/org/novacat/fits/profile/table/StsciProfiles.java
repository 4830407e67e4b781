package org.novacat.fits.profile.table;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.novacat.fits.data.Column;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Flags;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.SpectrumColumns;
import org.novacat.fits.profile.TableSpectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.spectrum.Uncertainty;

/** What the Space Telescope Science Institute makes: HST, JWST and the standards of CALSPEC. */
public final class StsciProfiles {
  /**
   * CALSPEC standards: a table of WAVELENGTH (ANGSTROMS, vacuum), FLUX (FLAM), STATERROR and
   * SYSERROR, one pixel a row. The statistical error is taken; the systematic one is common to all
   * pixels and stays behind.
   */
  public static final Profile CALSPEC = new Profile("calspec@1", StsciProfiles::calspec);

  /**
   * Co-added spectra of HST by the HASP and ULLYSES programs of STScI: an extension SCIENCE of one
   * row with vectors WAVELENGTH, FLUX, ERROR, SNR and EFF_EXPTIME; PROVENANCE behind it lists the
   * exposures. Wavelengths are in vacuum, as those of the x1d files that went in.
   */
  public static final Profile HST_COADD = new Profile("hst-coadd@1", StsciProfiles::coadd);

  /**
   * Extracted spectra of HST, "x1d": the SCI table has a row for each echelle order (STIS, SPORDER)
   * or detector segment (COS, SEGMENT), with vectors WAVELENGTH, FLUX, ERROR and DQ of which the
   * first NELEM count. Wavelengths are in vacuum (STIS and COS Data Handbooks). Which DQ bits are
   * serious is in SDQFLAGS of the header.
   */
  public static final Profile HST_X1D = new Profile("hst-x1d@2", StsciProfiles::hst);

  /**
   * JWST "x1d": a table EXTRACT1D for each order or source, one pixel a row, WAVELENGTH (um,
   * vacuum), FLUX (Jy), FLUX_ERROR (ERROR in older versions), DQ of which bit 0 means do not use
   * (JWST pipeline documentation, data products, extract_1d).
   */
  public static final Profile JWST_X1D = new Profile("jwst-x1d@1", StsciProfiles::jwst);

  /** SDQFLAGS that STIS headers carry by default: all but the two of hot and dark-noisy pixels. */
  private static final int STIS_SERIOUS = 31743;

  private static final int JWST_DO_NOT_USE = 1;

  /**
   * Sums of FUSE exposures, as fuse_register of the FUSE IDL tools writes them: a table of WAVE,
   * FLUX and ERROR without units whose cards SPEC0, SPEC1, … name the files of CalFUSE that went
   * in. Those hold Angstrom (FUSE Data Handbook, "Extracted Spectral Files").
   */
  public static final Profile FUSE = new Profile("fuse-coadd@1", StsciProfiles::fuse);

  private static final Pattern CALFUSE =
      Pattern.compile("[A-Z]\\d{7,}[a-z0-9]*(?:ttag|hist)fcal\\.fit.*");

  private StsciProfiles() {}

  private static Match fuse(Input input) {
    FoundTable found = input.tableWith("WAVE", "FLUX", "ERROR");
    String exposure = found == null ? "" : found.hdu().header().text("SPEC0");
    return found == null || !CALFUSE.matcher(exposure).matches()
        ? Match.no("no table with WAVE, FLUX and ERROR made of CalFUSE exposures by SPEC0")
        : Match.yes(
            CONVENTION,
            "made of exposures of CalFUSE",
            Map.of("SPEC0", exposure, "columns", found.names()),
            () -> Reading.of(input, found.hdu(), List.of(fuse(input, found))));
  }

  private static Traced fuse(Input input, FoundTable found) {
    Samples wave = found.samples("WAVE");
    return Spectra.in(found.hdu(), 0)
        .axis(
            wave.unit().isBlank() ? wave.in("Angstrom") : wave,
            Mediums.stated(Cards.of(input, found.hdu())),
            "column WAVE")
        .flux(found.samples("FLUX"))
        .uncertainty(Uncertainty.Kind.SIGMA, found.samples("ERROR"))
        .build();
  }

  private static Match calspec(Input input) {
    FoundTable found = input.tableWith("WAVELENGTH", "FLUX", "STATERROR", "SYSERROR");
    if (found == null || !SpectrumColumns.isThere(found.table())) {
      return Match.no("no table with WAVELENGTH, FLUX, STATERROR and SYSERROR");
    }
    Column flux = found.column("FLUX");
    if (!flux.unit().strip().equalsIgnoreCase("FLAM")) {
      return Match.no("the flux is not in FLAM");
    }
    return Match.yes(
        CONVENTION,
        "the columns of CALSPEC",
        Map.of("columns", found.names(), "TUNIT of FLUX", flux.unit()),
        () ->
            Reading.of(
                input,
                found.hdu(),
                new TableSpectra(input, false).read(List.of(found), Mediums.vacuumOf("CALSPEC"))));
  }

  private static Match coadd(Input input) {
    FoundTable science = input.table(input.named("SCIENCE"));
    boolean fits =
        science != null
            && science.table().rows() == 1
            && science.hasAll("WAVELENGTH", "FLUX", "ERROR", "EFF_EXPTIME");
    if (science == null || !fits) {
      return Match.no("no one-row table SCIENCE with WAVELENGTH, FLUX, ERROR and EFF_EXPTIME");
    }
    return Match.yes(
        CONVENTION,
        "the SCIENCE table of an HST coadd",
        Map.of(
            "columns", science.names(),
            "TELESCOP", Cards.of(input, science.hdu()).text("TELESCOP")),
        () -> Reading.of(input, science.hdu(), List.of(coadd(science))));
  }

  private static Traced coadd(FoundTable science) {
    return Spectra.in(science.hdu(), 0)
        .axis(science.samples("WAVELENGTH"), Mediums.vacuumOf("HST coadd"), "column WAVELENGTH")
        .flux(science.samples("FLUX"))
        .uncertainty(Uncertainty.Kind.SIGMA, science.samples("ERROR"))
        .build();
  }

  private static Match hst(Input input) {
    List<FoundTable> stis =
        input.tablesWith("SPORDER", "NELEM", "WAVELENGTH", "FLUX", "ERROR", "DQ");
    List<FoundTable> cos =
        input.tablesWith("SEGMENT", "NELEM", "WAVELENGTH", "FLUX", "ERROR", "DQ");
    List<FoundTable> sci = stis.isEmpty() ? cos : stis;
    if (sci.isEmpty()) {
      return Match.no("no table with WAVELENGTH, FLUX, ERROR, DQ and SPORDER or SEGMENT");
    }
    if (!input.header().text("TELESCOP").equals("HST")) {
      return Match.no("TELESCOP is not HST");
    }
    return x1d(
        input,
        "an x1d table of HST",
        Map.entry("columns", sci.get(0).names()),
        () -> readHst(input, sci));
  }

  /** All SCI extensions: a file of several exposures ("imsets") has one for each. */
  private static Reading readHst(Input input, List<FoundTable> sci) {
    Orders orders = new Orders(input);
    for (FoundTable found : sci) {
      for (int row = 0; row < found.table().rows(); row++) {
        orders.add(order(found, row));
      }
    }
    String[] notes =
        sci.size() > 1
            ? new String[] {
              "Each SCI extension is an exposure of its own: %s.".formatted(TableSpectra.names(sci))
            }
            : new String[0];
    return Reading.of(input, sci.get(0).hdu(), orders.all(), notes);
  }

  private static Traced order(FoundTable sci, int row) {
    boolean ordered = sci.table().find("SPORDER") != null;
    int n = sci.count("NELEM", row, "FLUX");
    int serious = (int) sci.hdu().header().integer("SDQFLAGS", STIS_SERIOUS);
    return Spectra.in(sci.hdu(), ordered ? (int) sci.scalar("SPORDER", row) : row)
        .with("order", sci, "SPORDER")
        .with("count", sci, "NELEM")
        .axis(
            sci.vector("WAVELENGTH", row, n),
            Mediums.vacuumOf("HST x1d"),
            "vector column WAVELENGTH")
        .flux(sci.vector("FLUX", row, n))
        .uncertainty(Uncertainty.Kind.SIGMA, sci.vector("ERROR", row, n))
        .mask(Flags.first(sci.bits("DQ", row), n), serious, "column DQ")
        .build();
  }

  private static Match jwst(Input input) {
    List<FoundTable> extracts =
        input.tables().stream()
            .filter(found -> found.hdu().name().equals("EXTRACT1D"))
            .filter(found -> isScalar(found, "WAVELENGTH") && isScalar(found, "FLUX"))
            .toList();
    if (!input.header().text("TELESCOP").equals("JWST")) {
      return Match.no("TELESCOP is not JWST");
    }
    if (extracts.isEmpty()) {
      return Match.no("no table EXTRACT1D with WAVELENGTH and FLUX, one pixel a row");
    }
    return x1d(
        input,
        "x1d tables of JWST",
        Map.entry("EXTRACT1D", String.valueOf(extracts.size())),
        () -> {
          Orders spectra = new Orders(input);
          extracts.forEach(found -> spectra.add(extract(found)));
          return Reading.of(input, extracts.get(0).hdu(), spectra.all());
        });
  }

  private static boolean isScalar(FoundTable found, String name) {
    Column column = found.table().find(name);
    return column != null && column.isScalar();
  }

  private static Traced extract(FoundTable found) {
    return Spectra.in(found.hdu(), (int) found.hdu().header().integer("SPORDER", 0))
        .axis(found.samples("WAVELENGTH"), Mediums.vacuumOf("JWST"), "column WAVELENGTH")
        .flux(found.samples("FLUX"))
        .uncertainty(
            Uncertainty.Kind.SIGMA, found, found.table().findAny(List.of("FLUX_ERROR", "ERROR")))
        .mask(found.bits("DQ"), JWST_DO_NOT_USE, "column DQ")
        .build();
  }

  private static Match x1d(
      Input input, String reason, Map.Entry<String, String> evidence, Supplier<Reading> reading) {
    Map<String, String> inputs = input.header().texts("TELESCOP", "INSTRUME");
    inputs.put(evidence.getKey(), evidence.getValue());
    return Match.yes(PROVIDER, reason, inputs, reading);
  }
}

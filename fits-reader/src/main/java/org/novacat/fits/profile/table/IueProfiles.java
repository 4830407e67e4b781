package org.novacat.fits.profile.table;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.PROVIDER;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.data.Table;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Flags;
import org.novacat.fits.profile.FoundTable;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.ObservationTimes;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.layouts.position.SkyFrame;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * IUE, in its two processings: a row for each spectrum, with the first wavelength, a step, a count
 * and vectors.
 */
public final class IueProfiles {
  /**
   * Low dispersion by NEWSIPS ("MXLO"): a row for each aperture, with a start (WAVELENGTH), a step
   * (DELTAW), a count (NPOINTS) and vectors FLUX, SIGMA, QUALITY. Wavelengths are in vacuum,
   * Angstrom; a SIGMA of −1 and any negative QUALITY mark a bad sample (IUE NEWSIPS Manual, section
   * 12.8).
   */
  public static final Profile MXLO =
      new Profile(
          "iue-mxlo@1",
          input ->
              match(
                  input,
                  input.tableWith("WAVELENGTH", "DELTAW", "NPOINTS", "FLUX", "SIGMA"),
                  "IUE MXLO",
                  "WAVELENGTH, DELTAW, NPOINTS, FLUX and SIGMA",
                  found -> low(input, found)));

  /**
   * High dispersion by NEWSIPS ("MXHI"): a row for each echelle order, with vectors of 768 samples
   * of which NPOINTS count, from pixel STARTPIX on (the first is 1); that pixel has the wavelength
   * WAVELENGTH, the next ones DELTAW more each. Flux is ABS_CAL; NOISE belongs to the uncalibrated
   * NET, so there is no uncertainty. Wavelengths are in vacuum and heliocentric; a negative QUALITY
   * is bad (IUE NEWSIPS Information Manual, section 12.9).
   */
  public static final Profile MXHI =
      new Profile(
          "iue-mxhi@1",
          input ->
              match(
                  input,
                  input.tableWith(
                      "ORDER", "NPOINTS", "WAVELENGTH", "STARTPIX", "DELTAW", "ABS_CAL", "QUALITY"),
                  "IUE MXHI",
                  "ORDER, NPOINTS, WAVELENGTH, STARTPIX, DELTAW and ABS_CAL",
                  found -> high(input, found)));

  /**
   * IUESIPS, the processing before NEWSIPS, as Goddard wrote it to FITS (EXTNAME "IUE MELO" or "IUE
   * MEHI"; {@code swp06542llg.fits} among the samples of the FITS Support Office): a row for each
   * order with LAMBDA, DELTAW and NPTS, and vectors GROSS, BACK, NET, ABNET, EPSILONS. ABNET is the
   * flux in erg/cm2/s/A, whatever its TUNIT says ("ERGS"), on the scale of IUESIPS, which was given
   * up: it counts as relative. There is no uncertainty; a negative epsilon is bad. The medium
   * changed with the years of processing, and nothing in the file tells it.
   */
  public static final Profile IUESIPS =
      new Profile(
          "iue-iuesips@1",
          input ->
              match(
                  input,
                  input.tableWith("NPTS", "LAMBDA", "DELTAW", "ABNET", "EPSILONS"),
                  "IUESIPS",
                  "NPTS, LAMBDA, DELTAW, ABNET and EPSILONS",
                  found ->
                      Reading.of(
                          input,
                          found.hdu(),
                          Orders.ofRows(input, found, row -> iuesips(found, row)),
                          "Fluxes are on the scale of IUESIPS; NEWSIPS calibrated the same exposures"
                              + " anew.")));

  private static final int NEGATIVE = Integer.MIN_VALUE;
  private static final Mediums NEWSIPS = Mediums.vacuumOf("IUE NEWSIPS");

  private IueProfiles() {}

  /** Matches a table by the columns of a processing, better when the file says IUE. */
  private static Match match(
      Input input,
      @Nullable FoundTable found,
      String processing,
      String columns,
      Function<FoundTable, Reading> read) {
    if (found == null) {
      return Match.no("no table with " + columns);
    }
    String telescope = input.header().text("TELESCOP");
    return Match.yes(
        telescope.equals("IUE") ? PROVIDER : CONVENTION,
        "the columns of " + processing,
        Map.of("columns", found.names(), "TELESCOP", telescope),
        () -> read.apply(found));
  }

  private static Reading low(Input input, FoundTable found) {
    Column aperture = found.table().find("APERTURE");
    return Reading.of(
        observation(input, found, aperture == null ? "" : found.table().text(aperture, 0)),
        Orders.ofRows(input, found, row -> lowAperture(found, row)),
        input.file().notes());
  }

  private static Traced lowAperture(FoundTable found, int row) {
    int n = found.count("NPOINTS", row, "FLUX");
    Samples flux = found.vector("FLUX", row, n);
    return Spectra.in(found.hdu(), row)
        .with("axis", found, "DELTAW")
        .with("count", found, "NPOINTS")
        .axis(
            axis(found, row, "WAVELENGTH", flux.values().length),
            NEWSIPS,
            "WAVELENGTH+k*DELTAW, k from 0")
        .flux(flux)
        .uncertainty(Uncertainty.Kind.SIGMA, found.vector("SIGMA", row, n))
        .mask(Flags.first(found.bits("QUALITY", row), n), -1, "column QUALITY")
        .build();
  }

  private static Reading high(Input input, FoundTable found) {
    List<String> notes = new ArrayList<>(input.file().notes());
    notes.add("NOISE is that of the uncalibrated flux and is not given as an uncertainty.");
    return Reading.of(
        observation(input, found, input.header().text("APERTURE")),
        Orders.ofRows(input, found, row -> highOrder(found, row)),
        notes);
  }

  private static Traced highOrder(FoundTable found, int row) {
    Table table = found.table();
    Column flux = found.column("ABS_CAL");
    Column quality = found.column("QUALITY");
    int n = found.count("NPOINTS", row, "ABS_CAL");
    int from = from(found, row, n, Math.min(table.count(flux, row), table.count(quality, row)));
    Samples all = found.vector("ABS_CAL", row, Integer.MAX_VALUE);
    return Spectra.in(found.hdu(), (int) found.scalar("ORDER", row))
        .with("order", found, "ORDER")
        .with("axis", found, "DELTAW")
        .with("count", found, "NPOINTS", "STARTPIX")
        .axis(
            axis(found, row, "WAVELENGTH", n),
            NEWSIPS,
            "WAVELENGTH+k*DELTAW, k from 0 at pixel STARTPIX")
        .flux(all.part(from, from + n))
        .mask(found.bits(quality, row).part(from, from + n), -1, "column QUALITY")
        .build();
  }

  /** Index of the first sample that counts. */
  private static int from(FoundTable found, int row, int n, int length) {
    double pixel = found.scalar("STARTPIX", row);
    if (n > 0 && (pixel != Math.rint(pixel) || pixel < 1 || pixel - 1 + n > length)) {
      throw RefusedException.unreadable(
          "BAD_COUNT",
          "Cannot read spectrum: row %s has %s samples from pixel %s on, and its vectors %s"
              .formatted(row, n, pixel, length));
    }
    return n > 0 ? (int) pixel - 1 : 0;
  }

  private static Traced iuesips(FoundTable found, int row) {
    boolean ordered = found.table().find("ORDER") != null;
    int n = found.count("NPTS", row, "ABNET");
    return Spectra.in(found.hdu(), ordered ? (int) found.scalar("ORDER", row) : row)
        .with("order", found, "ORDER")
        .with("axis", found, "DELTAW")
        .with("count", found, "NPTS")
        .axis(axis(found, row, "LAMBDA", n), Mediums.UNKNOWN, "LAMBDA+k*DELTAW, k from 0")
        .flux(found.vector("ABNET", row, n).in("erg/cm2/s/Angstrom"), FluxCalibration.RELATIVE)
        .mask(Flags.first(found.bits("EPSILONS", row), n), NEGATIVE, "column EPSILONS")
        .build();
  }

  /** Wavelengths of {@code n} samples that a row gives by its first and its step. */
  private static Samples axis(FoundTable found, int row, String startColumn, int n) {
    double start = found.scalar(startColumn, row);
    double step = found.scalar("DELTAW", row);
    double[] axis = IntStream.range(0, n).mapToDouble(k -> start + k * step).toArray();
    Column first = found.column(startColumn);
    return new Samples(axis, first.unit(), Origin.of(found.hdu(), first));
  }

  /**
   * The facts of an exposure as NEWSIPS writes them: cards that begin with L for the large aperture
   * and with S for the small one (IUE NEWSIPS Information Manual, section 12.1).
   *
   * @param aperture LARGE or SMALL; anything else counts as LARGE
   */
  private static Observation observation(Input input, FoundTable found, String aperture) {
    Header header = input.header();
    Cards cards = Cards.of(input, found.hdu());
    String prefix = aperture.toUpperCase(Locale.ROOT).startsWith("S") ? "S" : "L";
    Observation plain = Observations.of(cards);
    return new Observation(
        cards.text(prefix + "OBJECT", prefix + "TARGET", "OBJECT"),
        Observations.orNull(header.number(prefix + "RA")),
        Observations.orNull(header.number(prefix + "DEC")),
        SkyFrame.of("", cards.text("EQUINOX")),
        plain.telescope(),
        header.text("CAMERA"),
        plain.observer(),
        Observations.orNull(header.number(prefix + "EXPTIME")),
        ObservationTimes.stated(cards, prefix + "JD-MID", prefix + "JD-MID"),
        plain.extras(),
        List.of());
  }
}

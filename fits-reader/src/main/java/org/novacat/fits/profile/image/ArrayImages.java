package org.novacat.fits.profile.image;

import static java.util.Objects.requireNonNull;
import static org.novacat.fits.profile.Match.Rank.CONVENTION;
import static org.novacat.fits.profile.Match.Rank.STRUCTURE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Flags;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Uncertainty;

/** Arrays of one length, each an image of its own or a line of one image, by programs of many. */
public final class ArrayImages {
  /**
   * One image HDU for each array, known by EXTNAME: FLUX, WAVELENGTH, ERROR, SIGMA or IVAR, and
   * MASK (linetools). Lines of a two-dimensional image are orders, and so are sets that differ by
   * EXTVER or by what stands beside the word in their names. Nothing but a card UNITS or a BUNIT
   * can state the unit of the wavelengths.
   */
  public static final Profile HDU_PER_ARRAY =
      new Profile("hdu-per-array@2", ArrayImages::hduPerArray);

  /**
   * UVES_popler (M. Murphy): a primary image whose lines are named by UP_ARR01 and on (ARRAY1 in
   * the oldest files): normalised flux, its error, expected fluctuation, continuum, status and
   * more. The axis is logarithmic by CRVAL1 and CD1_1, since CDELT1 may stand twice, the second
   * time as 1. A status of 1 is good, a negative one says why a pixel was clipped; an error below 0
   * means none.
   */
  public static final Profile POPLER = new Profile("uves-popler@2", ArrayImages::popler);

  /**
   * pyspeckit, for an axis that is not linear: a primary image of three lines, axis, data, error,
   * with CTYPE1 and CUNIT1 of a wavelength and no CRVAL1 to compute one.
   */
  public static final Profile PYSPECKIT = new Profile("pyspeckit-rows@2", ArrayImages::pyspeckit);

  private static final Pattern WAVE_UNIT = Pattern.compile("\"wave\"\\s*:\\s*\"([^\"]+)\"");

  private static final int NEGATIVE = Integer.MIN_VALUE;

  /** UP_ARRnn has two digits. */
  private static final int POPLER_MOST_LINES = 99;

  private ArrayImages() {}

  private static Match hduPerArray(Input input) {
    if (!input.hasSeveralImages()) {
      return Match.no("no two images");
    }
    List<ImageSet> sets = ImageSet.of(input).stream().filter(ArrayImages::isWhole).toList();
    if (sets.isEmpty()) {
      return Match.no("no images FLUX and WAVELENGTH of the same shape");
    }
    return Match.yes(
        STRUCTURE,
        "an image HDU for each array",
        Map.of("HDUs", sets.stream().map(ArrayImages::names).collect(Collectors.joining(", "))),
        () -> readHdus(input, sets));
  }

  /** Whether a wavelength stands for each sample; one line of them serves all lines of flux. */
  private static boolean isWhole(ImageSet set) {
    Hdu axis = set.axis();
    return axis != null
        && axis.axes()[0] >= 2
        && (ImageSet.lines(axis) == ImageSet.lines(set.flux()) || ImageSet.lines(axis) == 1);
  }

  private static String names(ImageSet set) {
    return (set.flux().index() + " " + set.flux().name()).strip();
  }

  private static Reading readHdus(Input input, List<ImageSet> sets) {
    Orders spectra = new Orders(input);
    List<String> notes = new ArrayList<>();
    for (ImageSet set : sets) {
      int lines = ImageSet.lines(set.flux());
      for (int line = 0; line < lines; line++) {
        int order = sets.size() > 1 && lines == 1 ? set.flux().index() : line;
        spectra.add(ofLine(input, set, line, order, notes));
      }
    }
    if (sets.size() > 1) {
      notes.add(
          "Each image is an order of its own: %s."
              .formatted(sets.stream().map(ArrayImages::names).collect(Collectors.joining(", "))));
    }
    return Reading.of(
        input, sets.get(0).flux(), spectra.all(), notes.stream().distinct().toArray(String[]::new));
  }

  private static Traced ofLine(Input input, ImageSet set, int line, int order, List<String> notes) {
    Hdu wavelength = requireNonNull(set.axis());
    Samples axis = Samples.ofLine(wavelength, ImageSet.lines(wavelength) == 1 ? 0 : line);
    WavelengthUnits.Found unit = unit(input, wavelength);
    Spectra spectrum =
        Spectra.in(set.flux(), order)
            .axis(
                set.isLogarithmic() ? axis.map(x -> Math.pow(10, x), unit.unit()) : axis,
                unit,
                Mediums.stated(Cards.of(input, wavelength)),
                "image HDU " + wavelength.name() + (set.isLogarithmic() ? " (10**x)" : ""))
            .flux(Samples.ofLine(set.flux(), line));
    ImageSpectra.addCompanions(spectrum, set, line, notes);
    return spectrum.build();
  }

  private static WavelengthUnits.Found unit(Input input, Hdu wavelength) {
    String bunit = wavelength.header().text("BUNIT").strip();
    if (WavelengthUnits.isLength(bunit)) {
      return new WavelengthUnits.Found(bunit, "BUNIT");
    }
    Matcher units = WAVE_UNIT.matcher(input.header().text("UNITS"));
    return units.find() && WavelengthUnits.isLength(units.group(1))
        ? new WavelengthUnits.Found(units.group(1), "UNITS")
        : new WavelengthUnits.Found("", "");
  }

  private static Match popler(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isImage(hdu) || hdu.axes().length != 2) {
      return Match.no("the primary HDU is no image of two axes");
    }
    int flux = hdu.header().has("UP_WLSRT") ? poplerLine(hdu, "normalized flux") : -1;
    if (flux < 0) {
      return Match.no("no UP_WLSRT, or no array named as normalised flux");
    }
    return Match.yes(
        CONVENTION,
        "the cards of UVES_popler",
        Map.of(
            "UP_WLSRT", hdu.header().text("UP_WLSRT"),
            "flux line", String.valueOf(flux + 1)),
        () -> Reading.of(input, hdu, List.of(readPopler(hdu, flux)), poplerNotes(hdu.header())));
  }

  private static String[] poplerNotes(Header header) {
    List<String> notes = new ArrayList<>(WcsImages.axisNotes(header));
    notes.add("UVES_popler writes Angstrom.");
    return notes.toArray(String[]::new);
  }

  /** The line whose name begins so, from 0; −1 without one. */
  private static int poplerLine(Hdu hdu, String name) {
    Header header = hdu.header();
    for (int i = 0; i < Math.min(POPLER_MOST_LINES, hdu.axes()[1]); i++) {
      String text =
          header.text(Header.numbered("UP_ARR", 2, i + 1), header.text("ARRAY" + (i + 1)));
      if (text.toLowerCase(Locale.ROOT).startsWith(name)) {
        return i;
      }
    }
    return -1;
  }

  private static Traced readPopler(Hdu hdu, int flux) {
    Mediums medium = Mediums.stated(Cards.of(hdu.header()));
    Spectra spectrum =
        Spectra.in(hdu, 0)
            .axis(WcsImages.axis(hdu.header(), hdu.axes()[0], medium))
            .flux(Samples.ofLine(hdu, flux).in(""), FluxCalibration.NORMALIZED);
    int error = poplerLine(hdu, "normalized error");
    if (error >= 0) {
      spectrum.uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(hdu, error).in(""));
    }
    int status = poplerLine(hdu, "status");
    if (status >= 0) {
      spectrum.mask(Flags.ofLine(hdu, status), NEGATIVE, "line %s, status".formatted(status + 1));
    }
    return spectrum.build();
  }

  private static Match pyspeckit(Input input) {
    Hdu hdu = input.file().primary();
    Header header = hdu.header();
    boolean lines = Images.isImage(hdu) && hdu.axes().length == 2 && hdu.axes()[1] == 3;
    if (!lines || header.has("CRVAL1")) {
      return Match.no("the primary HDU is no image of three lines without CRVAL1");
    }
    boolean wavelength =
        header.text("CTYPE1").startsWith("WAVE") && WavelengthUnits.isLength(header.text("CUNIT1"));
    if (!wavelength || !header.has("BTYPE")) {
      return Match.no("CTYPE1, CUNIT1 and BTYPE are not those of pyspeckit");
    }
    return Match.yes(
        STRUCTURE,
        "three lines: axis, data, error",
        header.texts("CTYPE1", "CUNIT1", "NAXIS2"),
        () -> Reading.of(input, hdu, List.of(readPyspeckit(hdu))));
  }

  private static Traced readPyspeckit(Hdu hdu) {
    Header header = hdu.header();
    return Spectra.in(hdu, 0)
        .axis(
            Samples.ofLine(hdu, 0).in(header.text("CUNIT1")),
            Mediums.stated(Cards.of(header)),
            "line 1 of the image")
        .flux(Samples.ofLine(hdu, 1))
        .uncertainty(Uncertainty.Kind.SIGMA, Samples.ofLine(hdu, 2))
        .build();
  }
}

package org.novacat.fits.profile.image;

import static org.novacat.fits.profile.Match.Rank.CONVENTION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novacat.fits.file.CardNumbers;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.AxisKind;
import org.novacat.fits.profile.Cards;
import org.novacat.fits.profile.Images;
import org.novacat.fits.profile.Input;
import org.novacat.fits.profile.Match;
import org.novacat.fits.profile.Mediums;
import org.novacat.fits.profile.Observations;
import org.novacat.fits.profile.Orders;
import org.novacat.fits.profile.Origin;
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Samples;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.Traced;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Stacks of IRAF: a primary image with a line for each aperture, in bands (F. Valdes, "The
 * IRAF/NOAO Spectral World Coordinate Systems"). The spectrum band is read, with the sigma band as
 * its uncertainty.
 */
public final class IrafProfiles {
  /** IRAF equispec: lines that share one linear or logarithmic axis (Valdes, section 4). */
  public static final Profile EQUISPEC = new Profile("iraf-equispec@2", IrafProfiles::equispec);

  /**
   * IRAF multispec: lines that each have a dispersion of their own, described in the WAT2 cards.
   * Lines that are not calibrated are left out with a note. The order of a spectrum is its line,
   * from 1, since aperture and beam numbers need not be unique in real files.
   */
  public static final Profile MULTISPEC = new Profile("iraf-multispec@2", IrafProfiles::multispec);

  /**
   * A card's string holds 68 characters; FITS drops trailing blanks that belong to the attribute.
   */
  private static final int CARD_TEXT = 68;

  /**
   * Characters of an attribute times pixels of its line, over all lines: what the wavelengths cost.
   * The largest real file has 66 million.
   */
  private static final long MOST_WORK = 2_000_000_000L;

  private static final Pattern SPEC = Pattern.compile("spec(\\d{1,6})\\s*=\\s*\"([^\"]*)\"");

  private IrafProfiles() {}

  private static Match equispec(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isImage(hdu) || Images.isOneDimensional(hdu) || hdu.axes().length > 3) {
      return Match.no("the primary HDU is no image of two or three axes");
    }
    AxisKind kind = AxisKind.of(hdu.header());
    boolean equispec = hdu.header().text("WAT0_001").contains("system=equispec");
    if (!equispec || !kind.isComputed()) {
      return Match.no("WAT0 is not equispec, or the first axis is no wavelength");
    }
    return withBands(
        hdu,
        "an IRAF stack of one dispersion",
        hdu.header().texts("WAT0_001", "BANDID1"),
        () -> readEquispec(input, hdu));
  }

  private static Match withBands(
      Hdu hdu, String reason, Map<String, String> inputs, Supplier<Reading> reading) {
    return Bands.of(hdu).science() < 0
        ? Match.no("several bands and no BANDID that says spectrum")
        : Match.yes(CONVENTION, reason, inputs, reading);
  }

  private static Reading readEquispec(Input input, Hdu hdu) {
    Header header = hdu.header();
    SpectralAxis axis = WcsImages.axis(header, hdu.axes()[0], Mediums.stated(Cards.of(header)));
    int apertures = apertures(hdu);
    Orders spectra = new Orders(input);
    for (int aperture = 0; aperture < apertures; aperture++) {
      int order = apertures == 1 ? 0 : aperture + 1;
      spectra.add(line(hdu, aperture, hdu.axes()[0], Spectra.in(hdu, order).axis(axis)));
    }
    return Reading.of(
        Observations.of(Cards.of(header)), spectra.all(), WcsImages.notes(input, hdu));
  }

  private static Match multispec(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isImage(hdu) || hdu.axes().length > 3 || hdu.axes()[0] < 2) {
      return Match.no("the primary HDU is no image of one to three axes");
    }
    Header header = hdu.header();
    boolean multispec = header.text("WAT0_001").contains("system=multispec");
    if (!multispec || AxisKind.of(header) != AxisKind.MULTISPEC) {
      return Match.no("WAT0 and CTYPE1 are not multispec");
    }
    return withBands(
        hdu,
        "IRAF multispec",
        header.texts("WAT0_001", "CTYPE1", "BANDID1"),
        () -> readMultispec(input, hdu));
  }

  private static Reading readMultispec(Input input, Hdu hdu) {
    Map<Integer, String> attributes = attributes(hdu.header());
    WavelengthUnits.Found unit = WavelengthUnits.ofAxis1(hdu.header());
    Mediums medium = Mediums.stated(Cards.of(hdu.header()));
    Orders spectra = new Orders(input);
    List<String> notes = new ArrayList<>();
    long work = 0;
    for (int aperture = 0; aperture < apertures(hdu); aperture++) {
      int line = physicalLine(hdu, aperture + 1);
      String attribute = attribute(attributes, line);
      work = checkedWork(work + (long) attribute.length() * hdu.axes()[0]);
      MultispecLine dispersion = MultispecLine.parse(attribute);
      if (dispersion.isCalibrated()) {
        spectra.add(dispersed(hdu, aperture, dispersion, unit, medium));
      } else {
        notes.add("Line %s has no wavelength calibration and is left out.".formatted(line));
      }
    }
    if (spectra.isEmpty()) {
      throw RefusedException.missing(
          "dispersion", "Cannot read spectra: no line has a wavelength calibration");
    }
    notes.addAll(unit.notes());
    return Reading.of(input, hdu, spectra.all(), notes.toArray(String[]::new));
  }

  private static Traced dispersed(
      Hdu hdu, int aperture, MultispecLine line, WavelengthUnits.Found unit, Mediums medium) {
    Header header = hdu.header();
    int n = Math.max(2, Math.min(hdu.axes()[0], line.valid()));
    double[] wavelengths =
        line.wavelengths(n, header.number("LTV1", 0), header.number("LTM1_1", 1));
    Spectra spectrum =
        Spectra.in(hdu, aperture + 1)
            .axis(
                new Samples(wavelengths, "", Origin.ofCards(hdu)),
                unit.orCustom(header, wavelengths),
                medium,
                "IRAF multispec, aperture %s, beam %s".formatted(line.aperture(), line.beam()));
    return line(hdu, aperture, n, spectrum);
  }

  private static String attribute(Map<Integer, String> attributes, int line) {
    String attribute = attributes.get(line);
    if (attribute == null) {
      throw RefusedException.missing(
          "spec" + line,
          "Cannot compute the wavelength axis: the WAT2 cards have no spec%s".formatted(line));
    }
    return attribute;
  }

  private static long checkedWork(long work) {
    if (work > MOST_WORK) {
      throw RefusedException.overLimit(
          "DISPERSION_OVER_LIMIT",
          "Cannot compute the wavelength axis: its functions have too many coefficients for so many"
              + " pixels");
    }
    return work;
  }

  /**
   * The line of the original image that a line of this one is: LTV2 and LTM2_2 for a section of it,
   * WAXMAP01 for a single line cut out ({@code 1 0 0 k}: the second axis is fixed at k, from 0).
   */
  private static int physicalLine(Hdu hdu, int line) {
    Header header = hdu.header();
    String[] map = header.text("WAXMAP01").strip().split("\\s+");
    if (hdu.axes().length == 1 && map.length >= 4 && map[2].equals("0")) {
      return 1 + (int) CardNumbers.parseLong(map[3], 0);
    }
    return (int) Math.round((line - header.number("LTV2", 0)) / header.number("LTM2_2", 1));
  }

  /** The attributes spec1, spec2, … of all WAT2 cards joined. */
  private static Map<Integer, String> attributes(Header header) {
    StringBuilder joined = new StringBuilder();
    for (int i = 1; header.has(Header.numbered("WAT2_", 3, i)); i++) {
      String text = header.text(Header.numbered("WAT2_", 3, i));
      joined.append(text).append(" ".repeat(Math.max(0, CARD_TEXT - text.length())));
    }
    Map<Integer, String> attributes = new HashMap<>();
    Matcher spec = SPEC.matcher(joined);
    while (spec.find()) {
      attributes.putIfAbsent(Integer.valueOf(spec.group(1)), spec.group(2));
    }
    return attributes;
  }

  /** Adds flux and uncertainty of an aperture of a stack, the first {@code n} pixels. */
  private static Traced line(Hdu hdu, int aperture, int n, Spectra spectrum) {
    Bands bands = Bands.of(hdu);
    spectrum.flux(Samples.ofLine(hdu, bands.science() * apertures(hdu) + aperture).first(n));
    if (bands.sigma() >= 0) {
      spectrum.uncertainty(
          Uncertainty.Kind.SIGMA,
          Samples.ofLine(hdu, bands.sigma() * apertures(hdu) + aperture).first(n));
    }
    return spectrum.build();
  }

  /** Apertures in each band. */
  private static int apertures(Hdu hdu) {
    return hdu.axes().length < 2 ? 1 : hdu.axes()[1];
  }

  /**
   * The bands of a stack, along the third axis, known by the text of BANDIDn and never by their
   * place alone (apall writes 1 to 4 of them, in an order that depends on its parameters).
   *
   * @param science the band of the extracted spectrum, from 0; −1 when several exist and no BANDID
   *     says which it is
   * @param sigma the band of its standard deviation; −1 when there is none
   */
  private record Bands(int science, int sigma) {
    static Bands of(Hdu hdu) {
      int bands = hdu.axes().length < 3 ? 1 : hdu.axes()[2];
      int science = find(hdu, bands, "spectrum");
      if (science < 0 && bands > 1) {
        return new Bands(-1, -1);
      }
      return new Bands(Math.max(0, science), bands > 1 ? find(hdu, bands, "sigma") : -1);
    }

    private static int find(Hdu hdu, int bands, String word) {
      for (int band = 0; band < bands; band++) {
        String id = hdu.header().text("BANDID" + (band + 1)).strip().toLowerCase(Locale.ROOT);
        if (id.startsWith(word)) {
          return band;
        }
      }
      return -1;
    }
  }
}

package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.novacat.fits.profile.Profile;
import org.novacat.fits.profile.Reading;
import org.novacat.fits.profile.Spectra;
import org.novacat.fits.profile.WavelengthUnits;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * IRAF multispec: a primary image whose lines each have a dispersion of their own, described in the
 * WAT2 cards. Lines that are not calibrated are left out with a note. The order of a spectrum is
 * its line, from 1, since aperture and beam numbers need not be unique in real files.
 */
public final class IrafMultispecProfile implements Profile {
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

  @Override
  public String id() {
    return "iraf-multispec@1";
  }

  @Override
  public Match match(Input input) {
    Hdu hdu = input.file().primary();
    if (!Images.isImage(hdu) || hdu.axes().length > 3 || hdu.axes()[0] < 2) {
      return Match.no("the primary HDU is no image of one to three axes");
    }
    Header header = hdu.header();
    boolean multispec = header.text("WAT0_001").contains("system=multispec");
    if (!multispec || AxisKind.of(header) != AxisKind.MULTISPEC) {
      return Match.no("WAT0 and CTYPE1 are not multispec");
    }
    if (IrafBands.of(hdu).science() < 0) {
      return Match.no("several bands and no BANDID that says spectrum");
    }
    return Match.yes(
        Match.Rank.CONVENTION, "IRAF multispec", header.texts("WAT0_001", "CTYPE1", "BANDID1"));
  }

  @Override
  public Reading read(Input input) {
    Hdu hdu = input.file().primary();
    Map<Integer, String> attributes = attributes(hdu.header());
    Orders spectra = new Orders(input);
    List<String> notes = new ArrayList<>(input.file().notes());
    long work = 0;
    for (int aperture = 0; aperture < IrafBands.apertures(hdu); aperture++) {
      int line = physicalLine(hdu, aperture + 1);
      String attribute = attribute(attributes, line);
      work = checkedWork(work + (long) attribute.length() * hdu.axes()[0]);
      MultispecLine dispersion = MultispecLine.parse(attribute);
      if (dispersion.isCalibrated()) {
        spectra.add(spectrum(hdu, aperture, dispersion));
      } else {
        notes.add("Line %s has no wavelength calibration and is left out.".formatted(line));
      }
    }
    if (spectra.isEmpty()) {
      throw RefusedException.missing(
          "dispersion", "Cannot read spectra: no line has a wavelength calibration");
    }
    notes.addAll(Images.unused(input, hdu));
    return new Reading(Observations.of(Cards.of(hdu.header())), spectra.all(), notes);
  }

  private static SourceSpectrum spectrum(Hdu hdu, int aperture, MultispecLine line) {
    Header header = hdu.header();
    int n = Math.max(2, Math.min(hdu.axes()[0], line.valid()));
    double[] wavelengths =
        line.wavelengths(n, header.number("LTV1", 0), header.number("LTM1_1", 1));
    WavelengthUnits.Found unit = WavelengthUnits.ofAxis1(header);
    return IrafEquispecProfile.line(
        hdu,
        aperture,
        n,
        Spectra.in(hdu, aperture + 1)
            .axis(
                wavelengths,
                unit,
                Mediums.stated(Cards.of(header)),
                "IRAF multispec, aperture %s, beam %s".formatted(line.aperture(), line.beam())));
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
    for (int i = 1; header.has(String.format(Locale.ROOT, "WAT2_%03d", i)); i++) {
      String text = header.text(String.format(Locale.ROOT, "WAT2_%03d", i));
      joined.append(text).append(" ".repeat(Math.max(0, CARD_TEXT - text.length())));
    }
    Map<Integer, String> attributes = new HashMap<>();
    Matcher spec = SPEC.matcher(joined);
    while (spec.find()) {
      attributes.putIfAbsent(Integer.valueOf(spec.group(1)), spec.group(2));
    }
    return attributes;
  }
}

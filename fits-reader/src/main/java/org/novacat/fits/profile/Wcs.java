package org.novacat.fits.profile;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;

/**
 * The linear world coordinates of the first axis: x(i) = CRVAL1 + (i − CRPIX1) × CDELT1, i from 1
 * (FITS Standard 4.0, section 8.2), with CD1_1 where CDELT1 is missing (section 8.1, IRAF and SDSS
 * files).
 *
 * @param crpixStated whether CRPIX1 is there; it is 0 by the standard where it is not
 * @param stepCard CDELT1 or CD1_1
 */
public record Wcs(double crval, double crpix, double step, boolean crpixStated, String stepCard) {
  /**
   * The coordinates of this header.
   *
   * @throws RefusedException when CRVAL1, or both CDELT1 and CD1_1, are missing or no numbers
   */
  public static Wcs of(Header header) {
    double crval = required(header, "CRVAL1");
    String stepCard = Double.isNaN(header.number("CDELT1")) ? "CD1_1" : "CDELT1";
    if (Double.isNaN(header.number(stepCard))) {
      throw RefusedException.missing(
          "CDELT1", "Cannot compute the wavelength axis: neither CDELT1 nor CD1_1 is a number");
    }
    double crpix = header.number("CRPIX1");
    boolean stated = !Double.isNaN(crpix);
    return new Wcs(crval, stated ? crpix : 0, header.number(stepCard), stated, stepCard);
  }

  private static double required(Header header, String keyword) {
    double value = header.number(keyword);
    if (Double.isNaN(value)) {
      throw RefusedException.missing(
          keyword,
          "Cannot compute the wavelength axis: %s is '%s'"
              .formatted(keyword, header.text(keyword)));
    }
    return value;
  }

  /** The coordinate of each of {@code n} pixels. */
  public double[] linear(int n) {
    return IntStream.range(0, n).mapToDouble(i -> crval + (i + 1 - crpix) * step).toArray();
  }

  /** Ten to the power of the coordinate. */
  public double[] log10(int n) {
    return Arrays.stream(linear(n)).map(x -> Math.pow(10, x)).toArray();
  }

  /** CRVAL × exp((i − CRPIX) × CDELT / CRVAL): Greisen et al. 2006 (FITS paper III), equation 5. */
  public double[] ln(int n) {
    return IntStream.range(0, n)
        .mapToDouble(i -> crval * Math.exp((i + 1 - crpix) * step / crval))
        .toArray();
  }

  /** How the axis came about, for people. */
  public String source(AxisKind kind) {
    String linear = "CRVAL1+(i-CRPIX1)*" + stepCard;
    return switch (kind) {
      case LOG10_WAVELENGTH -> "WCS 10**(" + linear + ")";
      case LN_WAVELENGTH -> "WCS CRVAL1*exp((i-CRPIX1)*" + stepCard + "/CRVAL1)";
      default -> "WCS " + linear;
    };
  }

  /** What was assumed. */
  public List<String> notes() {
    return crpixStated
        ? List.of()
        : List.of(
            "CRPIX1 is missing and taken as 0, the default of the FITS standard; if the writer meant"
                + " 1, as IRAF and amateur programs do, every wavelength is one step too great.");
  }
}

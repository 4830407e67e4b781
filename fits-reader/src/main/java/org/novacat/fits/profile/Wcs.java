package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.spectrum.QuarantineReason;

/**
 * The linear world coordinates of the first axis: x(i) = CRVAL1 + (i − CRPIX1) × step, i from 1
 * (FITS Standard 4.0, section 8).
 *
 * @param crpixStated whether CRPIX1 is there; it is 0 by the standard where it is not
 * @param stepCard the card of the step: CD1_1, CDELT1, PC1_1*CDELT1 or COEFF1
 * @param doubts cards that were passed over for the step, one sentence each
 */
public record Wcs(
    double crval,
    double crpix,
    double step,
    boolean crpixStated,
    String stepCard,
    List<String> doubts) {
  public Wcs {
    doubts = List.copyOf(doubts);
  }

  /** Coordinates that begin at {@code start} and go on by this card. */
  public static Wcs from(double start, double step, String stepCard) {
    return new Wcs(start, 1, step, true, stepCard, List.of());
  }

  /**
   * The coordinates of this header.
   *
   * @throws RefusedException when CRVAL1, or every card of the step, is missing or no number, or a
   *     card stands twice and nothing decides
   */
  public static Wcs of(Header header, AxisKind kind) {
    double crval = required(header, "CRVAL1");
    checkLogarithm(kind, crval);
    RepeatedCards.refuse(header, "CRPIX1");
    AxisStep step = AxisStep.of(header, kind.isLogarithmic());
    double crpix = header.number("CRPIX1");
    boolean stated = !Double.isNaN(crpix);
    return new Wcs(crval, stated ? crpix : 0, step.value(), stated, step.card(), step.notes());
  }

  private static void checkLogarithm(AxisKind kind, double crval) {
    boolean raised = kind == AxisKind.LOG10_WAVELENGTH || kind == AxisKind.LN_WAVELENGTH;
    if (raised && Math.abs(crval) > AxisKind.GREATEST_LOGARITHM) {
      throw RefusedException.of(
          QuarantineReason.INVALID_AXIS,
          "AXIS_NOT_LOGARITHMIC",
          "Cannot compute the wavelength axis: the header says that it holds logarithms, and CRVAL1 = %s is none (write DC-FLAG = 0 and CTYPE1 = 'WAVELENGTH' if it holds wavelengths)"
              .formatted(crval));
    }
  }

  /** The same coordinates, the first pixel at CRVAL1 whatever CRPIX1 says. */
  public Wcs fromFirstRow() {
    return new Wcs(crval, 1, step, true, stepCard, doubts);
  }

  private static double required(Header header, String keyword) {
    RepeatedCards.refuse(header, keyword);
    double value = header.number(keyword);
    if (Double.isNaN(value)) {
      throw RefusedException.missing(
          keyword,
          "Cannot compute the wavelength axis: %s is '%s'"
              .formatted(keyword, header.text(keyword)));
    }
    return value;
  }

  /** The wavelengths of {@code n} pixels on an axis of this kind. */
  public double[] wavelengths(AxisKind kind, int n) {
    return switch (kind) {
      case LOG10_WAVELENGTH -> log10(n);
      case LN_WAVELENGTH -> Arrays.stream(linear(n)).map(Math::exp).toArray();
      case PAPER_LOG_WAVELENGTH -> paperLog(n);
      default -> linear(n);
    };
  }

  /** The coordinate of each of {@code n} pixels. */
  public double[] linear(int n) {
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = crval + (i + 1 - crpix) * step;
    }
    return x;
  }

  /** Ten to the power of the coordinate. */
  public double[] log10(int n) {
    return Arrays.stream(linear(n)).map(x -> Math.pow(10, x)).toArray();
  }

  /** CRVAL × exp((i − CRPIX) × CDELT / CRVAL): Greisen et al. 2006 (FITS paper III), equation 5. */
  private double[] paperLog(int n) {
    return IntStream.range(0, n)
        .mapToDouble(i -> crval * Math.exp((i + 1 - crpix) * step / crval))
        .toArray();
  }

  /** How the axis came about, for people. */
  public String source(AxisKind kind) {
    String linear = "CRVAL1+(i-CRPIX1)*" + stepCard;
    return switch (kind) {
      case LOG10_WAVELENGTH -> "WCS 10**(" + linear + ")";
      case LN_WAVELENGTH -> "WCS exp(" + linear + ")";
      case PAPER_LOG_WAVELENGTH -> "WCS CRVAL1*exp((i-CRPIX1)*" + stepCard + "/CRVAL1)";
      default -> "WCS " + linear;
    };
  }

  /** What was assumed or passed over. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>(doubts);
    if (!crpixStated) {
      notes.add(
          "CRPIX1 is missing and taken as 0, the default of the FITS standard; if the writer meant"
              + " 1, as IRAF and amateur programs do, every wavelength is one step too great.");
    }
    return notes;
  }
}

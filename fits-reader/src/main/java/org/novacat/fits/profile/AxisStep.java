package org.novacat.fits.profile;

import java.util.List;
import java.util.Map;
import org.novacat.fits.file.Header;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.axis.AxisChecks;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;

/**
 * The step of the first axis and the card that decides it: CD1_1 where a CD matrix is given, for
 * CDELT1 is ignored then, else PC1_1 × CDELT1 (FITS Standard 4.0, section 8.1 and table 22).
 * Writers leave 0 or 1 in the card that they do not use, and spectrographs leave the scale of their
 * acquisition image, degrees for a pixel, in CD1_1. PC001001 and CD001001 are the spellings of
 * before the standard.
 *
 * @param value in the unit of the axis, or in logarithms of it
 * @param card CD1_1, CDELT1 or PC1_1*CDELT1
 * @param notes which other card was passed over, one sentence each
 */
record AxisStep(double value, String card, List<String> notes) {
  /** Relative: what rounding leaves between two cards of one step. */
  private static final double ROUNDING = 1e-6;

  /** Degrees for a pixel of an image of the sky are less. */
  private static final double GREATEST_ANGLE = 0.02;

  /** Steps of logarithms of wavelength lie between these. */
  private static final double LEAST_LOG_STEP = 2e-7;

  private static final double GREATEST_LOG_STEP = 0.02;

  /** Elements that are 0 where the first axis is one of wavelengths. */
  private static final List<String> TURNED = List.of("PC1_2", "PC2_1", "PC001002", "PC002001");

  /** So many times the other card, an angle is no step that was only rounded or binned. */
  private static final double FAR = 1000;

  /**
   * The step of this header.
   *
   * @throws RefusedException when no card gives one, or two contradict each other and nothing
   *     decides
   */
  static AxisStep of(Header header, boolean logarithmic) {
    double cd = number(header, header.has("CD1_1") ? "CD1_1" : "CD001001");
    double cdelt = number(header, "CDELT1");
    AxisStep byCdelt = byCdelt(header, cdelt);
    double scaled = byCdelt.value();
    if (Double.isNaN(cd) || Double.isNaN(scaled)) {
      return checked(header, Double.isNaN(cd) ? byCdelt : plain(cd, "CD1_1"));
    }
    boolean same = Math.abs(cd - scaled) <= ROUNDING * Math.abs(cd);
    if (same || (isDummy(cdelt) && !isDummy(cd))) {
      return plain(cd, "CD1_1");
    }
    if (isDummy(cd)) {
      return cd == 0 ? byCdelt : dummy(byCdelt, cd);
    }
    return contradicting(header, logarithmic, cd, byCdelt);
  }

  /** CDELT1, times PC1_1 unless that belongs to a matrix that turns the axes of a picture. */
  private static AxisStep byCdelt(Header header, double cdelt) {
    String card = header.has("PC1_1") ? "PC1_1" : "PC001001";
    if (!header.has(card)) {
      return plain(cdelt, "CDELT1");
    }
    double pc = number(header, card);
    for (String turned : TURNED) {
      if (header.number(turned, 0) != 0 && !isDummy(pc)) {
        return plain(cdelt, "CDELT1")
            .because(
                "%s = %s and %s = %s turn the axes of an image of the sky and are passed over; the step is CDELT1 = %s."
                    .formatted(card, pc, turned, header.text(turned), cdelt));
      }
    }
    return plain(cdelt * pc, card + "*CDELT1");
  }

  private static AxisStep plain(double value, String card) {
    return new AxisStep(value, card, List.of());
  }

  /** NaN too where the card stands twice and differs, so that the other one can decide. */
  private static double number(Header header, String keyword) {
    return header.disputed(keyword).isEmpty() ? header.number(keyword) : Double.NaN;
  }

  private static boolean isDummy(double value) {
    return value == 0 || value == 1;
  }

  private static AxisStep checked(Header header, AxisStep step) {
    if (Double.isNaN(step.value())) {
      List.of("CD1_1", "CDELT1", "PC1_1").forEach(card -> RepeatedCards.refuse(header, card));
      throw RefusedException.missing(
          "CDELT1", "Cannot compute the wavelength axis: neither CDELT1 nor CD1_1 is a number");
    }
    return step;
  }

  private static AxisStep dummy(AxisStep byCdelt, double cd) {
    return byCdelt.because(
        "CD1_1 = %s is taken for a placeholder; the step is %s = %s."
            .formatted(cd, byCdelt.card(), byCdelt.value()));
  }

  private AxisStep because(String note) {
    return new AxisStep(value, card, List.of(note));
  }

  private static AxisStep contradicting(
      Header header, boolean logarithmic, double cd, AxisStep byCdelt) {
    if (!isLikeAngle(header, cd, byCdelt.value())) {
      return plain(cd, "CD1_1")
          .because(
              "CD1_1 = %s and %s = %s differ; the step is CD1_1, as the FITS standard has it."
                  .formatted(cd, byCdelt.card(), byCdelt.value()));
    }
    if (isStep(header, logarithmic, cd)) {
      throw contradiction(cd, byCdelt);
    }
    return byCdelt.because(
        "CD1_1 = %s is no step of this axis but the scale of an image of the sky; the step is %s = %s."
            .formatted(cd, byCdelt.card(), byCdelt.value()));
  }

  /** Whether CD1_1 may be degrees for a pixel of the sky. */
  private static boolean isLikeAngle(Header header, double cd, double other) {
    boolean sky =
        isSky(header.text("CTYPE2"))
            || header.text("CUNIT1").strip().startsWith("deg")
            || header.text("CUNIT2").strip().startsWith("deg")
            || header.number("CD1_2", 0) != 0
            || header.number("CD2_1", 0) != 0;
    boolean unlike = cd < 0 != other < 0 || Math.abs(other) > FAR * Math.abs(cd);
    return Math.abs(cd) < GREATEST_ANGLE && (sky || unlike);
  }

  private static boolean isSky(String ctype) {
    return AxisTypes.named(ctype.strip()) == AxisKind.CELESTIAL;
  }

  /** Whether CD1_1 may be the step of this axis. */
  private static boolean isStep(Header header, boolean logarithmic, double cd) {
    double size = Math.abs(cd);
    return logarithmic
        ? size > LEAST_LOG_STEP && size < GREATEST_LOG_STEP
        : size * AxisChecks.FINEST_SAMPLING > Math.abs(header.number("CRVAL1"));
  }

  private static RefusedException contradiction(double cd, AxisStep byCdelt) {
    return new RefusedException(
        new Refusal(
            QuarantineReason.INVALID_AXIS,
            "AXIS_STEP_CONTRADICTS",
            "Cannot compute the wavelength axis: CD1_1 = %s and %s = %s contradict each other (leave"
                    .formatted(cd, byCdelt.card(), byCdelt.value())
                + " the right one in the header)",
            Map.of(
                "CD1_1", Double.toString(cd), byCdelt.card(), Double.toString(byCdelt.value()))));
  }
}

package org.novacat.fits.profile.image;

import java.util.ArrayList;
import java.util.List;

/**
 * The dispersion of one line of an IRAF multispec image: {@code specN = "ap beam dtype w1 dw nw z
 * aplow aphigh [wt w0 ftype …]…"} (F. Valdes, "The IRAF/NOAO Spectral World Coordinate Systems",
 * section 5).
 *
 * @param aperture aperture number
 * @param beam beam number, the echelle order where there is one
 * @param type −1 not calibrated, 0 linear, 1 logarithmic, 2 by functions
 * @param w1 coordinate of physical pixel 1
 * @param dw step a pixel
 * @param valid number of valid pixels from the start of the line
 * @param z Doppler factor; wavelengths are divided by 1 + z
 */
record MultispecLine(
    int aperture, int beam, int type, double w1, double dw, int valid, double z, List<Term> terms) {
  MultispecLine {
    terms = List.copyOf(terms);
  }

  /** A weighted dispersion function with its zero point. */
  record Term(double weight, double zero, DispersionFunction function) {}

  /**
   * The line that an attribute describes.
   *
   * @throws org.novacat.fits.file.RefusedException when fields are missing or no numbers
   */
  static MultispecLine parse(String attribute) {
    SpecFields fields = new SpecFields(attribute);
    int aperture = fields.integer();
    int beam = fields.integer();
    int type = fields.integer();
    double w1 = fields.number();
    double dw = fields.number();
    int valid = fields.integer();
    double z = fields.number();
    fields.number();
    fields.number();
    List<Term> terms = new ArrayList<>();
    while (type == 2 && fields.hasMore()) {
      terms.add(new Term(fields.number(), fields.number(), DispersionFunction.next(fields)));
    }
    return new MultispecLine(aperture, beam, type, w1, dw, valid, z, terms);
  }

  /** Whether the line has wavelengths at all. */
  boolean isCalibrated() {
    return type == 0 || type == 1 || (type == 2 && !terms.isEmpty());
  }

  /**
   * The wavelengths of pixels 1 to {@code n}.
   *
   * @param ltv LTV1, and {@code ltm} LTM1_1: physical = (logical − LTV1) / LTM1_1
   */
  double[] wavelengths(int n, double ltv, double ltm) {
    double[] p = new double[n];
    for (int i = 0; i < n; i++) {
      p[i] = (i + 1 - ltv) / ltm;
    }
    double[] w = type == 2 ? summed(p) : stepped(p);
    for (int i = 0; i < n; i++) {
      w[i] /= 1 + z;
    }
    return w;
  }

  private double[] stepped(double[] p) {
    double[] w = new double[p.length];
    for (int i = 0; i < p.length; i++) {
      double linear = w1 + dw * (p[i] - 1);
      w[i] = type == 1 ? Math.pow(10, linear) : linear;
    }
    return w;
  }

  private double[] summed(double[] p) {
    double[] w = new double[p.length];
    for (Term term : terms) {
      double[] values = term.function().at(p);
      for (int i = 0; i < p.length; i++) {
        w[i] += term.weight() * (term.zero() + values[i]);
      }
    }
    return w;
  }
}

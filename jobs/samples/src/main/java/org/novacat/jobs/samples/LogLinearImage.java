package org.novacat.jobs.samples;

import org.novacat.layouts.spectrum.Medium;

/**
 * A one-dimensional image whose axis counts logarithms: IRAF says so by DC-FLAG = 1 alone, and
 * leaves CTYPE1 at LINEAR.
 */
final class LogLinearImage implements Convention {
  @Override
  public Medium medium() {
    return Medium.AIR;
  }

  @Override
  public double[] grid(int n) {
    return Convention.logarithmic(3900, 6900, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    return FitsBytes.image(
        Samples.floats(samples.flux()),
        cards -> {
          cards.signature(exposure).times(exposure).position(exposure);
          axis(cards, samples.wavelength());
          cards
              .text("WAT0_001", "system=linear", "")
              .text("WAT1_001", "wtype=linear label=Wavelength units=angstroms", "")
              .text("BUNIT", "erg/s/cm2/Angstrom", "unit of the flux")
              .text("TELESCOP", "Sample 4.0m", "invented telescope")
              .text("INSTRUME", "Sample echelle", "invented instrument");
        });
  }

  private static void axis(SampleCards cards, double[] wavelength) {
    double first = StrictMath.log10(wavelength[0]);
    double last = StrictMath.log10(wavelength[wavelength.length - 1]);
    double step = (last - first) / (wavelength.length - 1);
    cards
        .text("CTYPE1", "LINEAR", "type of the axis")
        .number("CRVAL1", first, "log10 of the wavelength at the reference pixel")
        .number("CRPIX1", 1.0, "reference pixel")
        .number("CDELT1", step, "step in log10 of the wavelength")
        .number("CD1_1", step, "step in log10 of the wavelength")
        .number("DC-FLAG", 1, "log-linear dispersion");
  }
}

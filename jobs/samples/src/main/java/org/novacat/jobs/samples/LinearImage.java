package org.novacat.jobs.samples;

import java.util.function.Consumer;
import org.novacat.layouts.spectrum.Medium;

/** A one-dimensional image with a linear axis, as IRAF's dispcor writes it. */
final class LinearImage implements Convention {
  @Override
  public Medium medium() {
    return Medium.AIR;
  }

  @Override
  public double[] grid(int n) {
    return Convention.linear(3700, 7400, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    return FitsBytes.image(Samples.floats(samples.flux()), cards(exposure, samples));
  }

  /** All but what the data's type asks for. */
  static Consumer<SampleCards> cards(Exposure exposure, Samples samples) {
    return cards -> {
      cards.signature(exposure).times(exposure).position(exposure);
      axis(cards, samples);
      cards
          .text("CUNIT1", "Angstrom", "unit of the axis")
          .text("WAT0_001", "system=linear", "")
          .text("WAT1_001", "wtype=linear label=Wavelength units=angstroms", "")
          .number("DC-FLAG", 0, "linear dispersion")
          .text("BUNIT", "erg/s/cm2/Angstrom", "unit of the flux")
          .text("TELESCOP", "Sample 2.0m", "invented telescope")
          .text("INSTRUME", "Sample long-slit", "invented instrument");
    };
  }

  private static void axis(SampleCards cards, Samples samples) {
    double[] wavelength = samples.wavelength();
    double step = (wavelength[wavelength.length - 1] - wavelength[0]) / (wavelength.length - 1);
    cards
        .text("CTYPE1", "LINEAR", "type of the axis")
        .number("CRVAL1", wavelength[0], "wavelength at the reference pixel")
        .number("CRPIX1", 1.0, "reference pixel")
        .number("CDELT1", step, "wavelength step")
        .number("CD1_1", step, "wavelength step");
  }
}

package org.novacat.jobs.samples;

import org.novacat.layouts.spectrum.Medium;

/** A one-dimensional image with BSS_ cards, as ISIS and specINTI write for the BeSS database. */
final class AmateurImage implements Convention {
  @Override
  public Medium medium() {
    return Medium.AIR;
  }

  @Override
  public double[] grid(int n) {
    return Convention.linear(6300, 6800, n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    return FitsBytes.image(
        Samples.floats(samples.relative().flux()),
        cards -> {
          cards
              .text("OBJNAME", exposure.nova().name(), "invented target")
              .signature(exposure)
              .text("DATE-OBS", exposure.startText(), "start of exposure, UTC")
              .number("EXPTIME", exposure.seconds(), "exposure time, s")
              .text("EXPTIME2", "%s x 300 s".formatted(exposure.seconds() / 300), "")
              .number("JD-OBS", exposure.startMjd() + 2_400_000.5, "start of exposure")
              .position(exposure);
          axis(cards, samples.wavelength());
          site(cards);
        });
  }

  private static void axis(SampleCards cards, double[] wavelength) {
    double step = (wavelength[wavelength.length - 1] - wavelength[0]) / (wavelength.length - 1);
    cards
        .text("CTYPE1", "Wavelength", "type of the axis")
        .text("CUNIT1", "Angstrom", "unit of the axis")
        .number("CRVAL1", wavelength[0], "wavelength at the reference pixel")
        .number("CRPIX1", 1, "reference pixel")
        .number("CDELT1", step, "wavelength step");
  }

  private static void site(SampleCards cards) {
    cards
        .text("OBSERVER", "Sample Observer", "invented observer")
        .text("BSS_INST", "Sample 200mm f/5 + slit spectrograph", "invented instrument")
        .text("BSS_SITE", "Sample Hill", "invented site")
        .number("BSS_ITRP", 9000, "resolving power")
        .number("BSS_VHEL", 0, "heliocentric correction applied, km/s")
        .text("BSS_COSM", "Removed", "cosmic rays")
        .text("BSS_TELL", "None", "telluric lines")
        .text("BSS_NORM", "None", "normalisation")
        .number("GEO_LONG", 5.5, "longitude, deg")
        .number("GEO_LAT", 44.0, "latitude, deg")
        .number("GEO_ELEV", 650, "elevation, m")
        .text("VERSION", "novacat sample", "writing program");
  }
}

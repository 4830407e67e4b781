package org.novacat.jobs.samples;

import java.util.Arrays;
import java.util.function.Consumer;

/** One-dimensional images, whose axis the header describes. */
final class SpectrumImages {
  /** Counts of the brightest sample; 16 bits hold 32,767. */
  private static final double COUNTS_AT_PEAK = 32_000;

  private SpectrumImages() {}

  /** With a linear axis, as IRAF's dispcor writes it. */
  static byte[] linear(Exposure exposure, Samples samples) {
    return FitsBytes.image(Samples.floats(samples.flux()), linearCards(exposure, samples));
  }

  /** The linear image as 16-bit integers with BSCALE, packed by fpack's RICE. */
  static byte[] tiled(Exposure exposure, Samples samples) {
    double scale = Arrays.stream(samples.flux()).max().orElseThrow() / COUNTS_AT_PEAK;
    short[] counts = new short[samples.length()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) Math.round(samples.flux()[i] / scale);
    }
    return FitsBytes.tiled(
        counts,
        cards -> {
          linearCards(exposure, samples).accept(cards);
          cards.number("BSCALE", scale, "flux = BZERO + BSCALE * count");
          cards.number("BZERO", 0.0, "flux = BZERO + BSCALE * count");
        });
  }

  /** All but what the data's type asks for. */
  private static Consumer<SampleCards> linearCards(Exposure exposure, Samples samples) {
    double step = step(samples.first(), samples.last(), samples);
    return cards -> {
      cards.signature(exposure).times(exposure).position(exposure);
      axis(cards, samples.first(), "wavelength", step, "wavelength step");
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

  /**
   * With an axis that counts logarithms: IRAF says so by DC-FLAG = 1 alone, and leaves CTYPE1 at
   * LINEAR.
   */
  static byte[] logLinear(Exposure exposure, Samples samples) {
    double first = StrictMath.log10(samples.first());
    double step = step(first, StrictMath.log10(samples.last()), samples);
    return FitsBytes.image(
        Samples.floats(samples.flux()),
        cards -> {
          cards.signature(exposure).times(exposure).position(exposure);
          axis(cards, first, "log10 of the wavelength", step, "step in log10 of the wavelength");
          logCards(cards);
        });
  }

  private static void logCards(SampleCards cards) {
    cards
        .number("DC-FLAG", 1, "log-linear dispersion")
        .text("WAT0_001", "system=linear", "")
        .text("WAT1_001", "wtype=linear label=Wavelength units=angstroms", "")
        .text("BUNIT", "erg/s/cm2/Angstrom", "unit of the flux")
        .text("TELESCOP", "Sample 4.0m", "invented telescope")
        .text("INSTRUME", "Sample echelle", "invented instrument");
  }

  private static void axis(
      SampleCards cards, double first, String what, double step, String stepComment) {
    cards
        .text("CTYPE1", "LINEAR", "type of the axis")
        .number("CRVAL1", first, what + " at the reference pixel")
        .number("CRPIX1", 1.0, "reference pixel")
        .number("CDELT1", step, stepComment)
        .number("CD1_1", step, stepComment);
  }

  /** With BSS_ cards, as ISIS and specINTI write for the BeSS database. */
  static byte[] amateur(Exposure exposure, Samples samples) {
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
              .position(exposure)
              .text("CTYPE1", "Wavelength", "type of the axis")
              .text("CUNIT1", "Angstrom", "unit of the axis")
              .number("CRVAL1", samples.first(), "wavelength at the reference pixel")
              .number("CRPIX1", 1, "reference pixel")
              .number("CDELT1", step(samples.first(), samples.last(), samples), "wavelength step");
          site(cards);
        });
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

  private static double step(double first, double last, Samples samples) {
    return (last - first) / (samples.length() - 1);
  }
}

package org.novacat.transforms.plot;

import java.util.Locale;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.NormalizedSpectrum;

/** What is written beside the axes of a spectrum. */
final class AxisLabels {
  private AxisLabels() {}

  static String wavelength(NormalizedSpectrum spectrum) {
    return switch (spectrum.medium()) {
      case AIR -> "Wavelength in air [Å]";
      case VACUUM -> "Wavelength in vacuum [Å]";
      case UNKNOWN -> "Wavelength [Å]";
    };
  }

  /** The quantity, and in brackets the power of ten that the numbers leave out and the unit. */
  static String flux(NormalizedSpectrum spectrum, int power) {
    String quantity = quantity(spectrum.calibration());
    String scale = power == 0 ? "" : "10" + Decimals.superscript(power);
    String unit = (scale + " " + unit(spectrum.fluxUnit())).strip();
    return unit.isEmpty() ? quantity : quantity + " [" + unit + "]";
  }

  private static String quantity(FluxCalibration calibration) {
    return switch (calibration) {
      case ABSOLUTE -> "Flux density";
      case RELATIVE -> "Relative flux";
      case NORMALIZED -> "Normalized flux";
      case UNCALIBRATED -> "Flux, not calibrated";
    };
  }

  /** {@code erg.s**-1.cm**-2.Angstrom**-1} as {@code erg s⁻¹ cm⁻² Å⁻¹}. */
  static String unit(String symbol) {
    StringBuilder text = new StringBuilder();
    for (String term : symbol.split("\\.(?=[A-Za-z])")) {
      String[] parts = term.split("\\*\\*", 2);
      text.append(text.isEmpty() ? "" : " ").append(name(parts[0]));
      if (parts.length == 2) {
        text.append(power(parts[1]));
      }
    }
    return text.toString();
  }

  private static String name(String symbol) {
    if (symbol.equals("Angstrom")) {
      return "Å";
    }
    return symbol.startsWith("u") && symbol.length() > 1 ? "μ" + symbol.substring(1) : symbol;
  }

  private static String power(String exponent) {
    return exponent.matches("-?\\d{1,3}")
        ? Decimals.superscript(Integer.parseInt(exponent))
        : "^" + exponent;
  }

  /** {@code 51 orders · 117,504 samples}. */
  static String extent(NormalizedSpectrum spectrum) {
    int orders = spectrum.orders().size();
    String samples = String.format(Locale.ROOT, "%,d samples", spectrum.length());
    return orders == 1 ? samples : orders + " orders · " + samples;
  }
}

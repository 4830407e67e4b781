package org.novacat.transforms.plot;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;

/** Spectra to draw, and pixels read back by the JDK's own decoder. */
final class Pictures {
  private Pictures() {}

  static NormalizedOrder order(double[] wavelength, double[] flux) {
    boolean[] good = new boolean[flux.length];
    for (int i = 0; i < good.length; i++) {
      good[i] = Double.isFinite(flux[i]);
    }
    return order(wavelength, flux, good);
  }

  static NormalizedOrder order(double[] wavelength, double[] flux, boolean[] good) {
    return new NormalizedOrder(0, wavelength, null, flux, null, null, null, null, good);
  }

  static NormalizedSpectrum spectrum(NormalizedOrder... orders) {
    return new NormalizedSpectrum(
        List.of(orders),
        Medium.AIR,
        MediumSource.HEADER,
        "erg.s**-1.cm**-2.Angstrom**-1",
        FluxCalibration.ABSOLUTE,
        List.of());
  }

  /** A flat continuum of 1 from 4000 to 6000 Angstrom. */
  static double[] flat(int n) {
    double[] flux = new double[n];
    Arrays.fill(flux, 1);
    return flux;
  }

  static double[] wavelengths(int n) {
    double[] wavelength = new double[n];
    for (int i = 0; i < n; i++) {
      wavelength[i] = 4000 + 2000.0 * i / (n - 1);
    }
    return wavelength;
  }

  static BufferedImage decode(byte[] png) {
    try {
      return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "no picture");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a column of the area of data holds a pixel that is mostly ink of this color. */
  static boolean columnHas(BufferedImage picture, int x, int color) {
    Box area = Chart.areaOf(picture.getWidth(), picture.getHeight());
    for (int y = area.top(); y < area.bottom(); y++) {
      if (mostly(picture.getRGB(x, y) & 0xffffff, color)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pixel lies on the way from paper to a color, beyond the middle. */
  static boolean mostly(int pixel, int color) {
    double red = share(pixel >> 16, color >> 16);
    double green = share(pixel >> 8, color >> 8);
    double blue = share(pixel, color);
    return red > 0.5 && Math.abs(red - green) < 0.1 && Math.abs(red - blue) < 0.1;
  }

  private static double share(int pixel, int color) {
    return (255.0 - (pixel & 0xff)) / (255.0 - (color & 0xff));
  }
}

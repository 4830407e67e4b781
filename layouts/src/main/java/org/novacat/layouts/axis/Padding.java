package org.novacat.layouts.axis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Samples that only fill an array up to its length, at the ends of a spectrum: they have no
 * wavelength. Rows of a table are filled so when orders of different length share it, and arrays
 * when a spectrum is shorter than its detector.
 */
final class Padding {
  /** A 0 that is so many steps from the next wavelength does not belong to the axis. */
  private static final double FAR = 10;

  /** What a 0 in the place of a logarithm becomes. */
  private static final double RAISED_ZERO = 1;

  private Padding() {}

  /** The spectrum without its padding; itself when it has none, or nothing would be left. */
  static SourceSpectrum trim(SourceSpectrum spectrum) {
    double[] axis = spectrum.axis().values();
    int from = 0;
    while (from < axis.length && isPadding(spectrum, from, 1)) {
      from++;
    }
    int to = axis.length;
    while (to > from && isPadding(spectrum, to - 1, -1)) {
      to--;
    }
    boolean some = from > 0 || to < axis.length;
    return some && to - from >= 2 ? cut(spectrum, from, to) : spectrum;
  }

  /**
   * Whether a sample at an end is padding: its wavelength is no number; or 0, and so is that of a
   * neighbour, or it has no flux, or the next wavelength is far off; or such a 0 was raised as a
   * logarithm; or it is negative and far from the next or that of a neighbour once more, and it has
   * no flux. A single 0 before 1 and 2 begins a count of pixels.
   *
   * @param inward 1 at the start, −1 at the end
   */
  private static boolean isPadding(SourceSpectrum spectrum, int i, int inward) {
    double[] axis = spectrum.axis().values();
    double flux = spectrum.flux().values()[i];
    boolean empty = flux == 0 || Double.isNaN(flux);
    double inner = at(axis, i + inward);
    boolean repeated = axis[i] == inner || axis[i] == at(axis, i - inward);
    if (axis[i] == 0) {
      return empty || repeated || isFar(0, inner, at(axis, i + 2 * inward));
    }
    if (axis[i] == RAISED_ZERO && repeated) {
      return true;
    }
    boolean sentinel = axis[i] < 0 && isFar(axis[i], inner, at(axis, i + 2 * inward));
    return !Double.isFinite(axis[i]) || (empty && (sentinel || repeated));
  }

  /** Whether a wavelength does not go on to the next as that does to the one behind it. */
  private static boolean isFar(double outer, double inner, double innermost) {
    return !Double.isFinite(inner) || Math.abs(inner - outer) > FAR * Math.abs(innermost - inner);
  }

  /** NaN beyond the ends. */
  private static double at(double[] axis, int i) {
    return i >= 0 && i < axis.length ? axis[i] : Double.NaN;
  }

  private static SourceSpectrum cut(SourceSpectrum spectrum, int from, int to) {
    SpectralAxis axis = spectrum.axis();
    Flux flux = spectrum.flux();
    return new SourceSpectrum(
        spectrum.hdu(),
        spectrum.order(),
        axis.with(Arrays.copyOfRange(axis.values(), from, to)),
        new Flux(Arrays.copyOfRange(flux.values(), from, to), flux.unit(), flux.calibration()),
        cut(spectrum.uncertainty(), from, to),
        cut(spectrum.mask(), from, to));
  }

  private static @Nullable Uncertainty cut(@Nullable Uncertainty all, int from, int to) {
    return all == null
        ? null
        : new Uncertainty(all.kind(), Arrays.copyOfRange(all.values(), from, to), all.unit());
  }

  private static @Nullable Mask cut(@Nullable Mask all, int from, int to) {
    return all == null
        ? null
        : new Mask(Arrays.copyOfRange(all.bits(), from, to), all.badBits(), all.source());
  }
}

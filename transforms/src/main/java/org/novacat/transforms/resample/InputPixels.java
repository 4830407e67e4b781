package org.novacat.transforms.resample;

import java.util.Arrays;

/**
 * The pixels that samples stand for, which unlike those of a {@link PixelGrid} leave gaps open.
 *
 * <p>Between two samples the edge is half way. But where they are farther apart than {@value
 * #GAP_FACTOR} times the local step, that is a gap, and each reaches only half the step of its own
 * side into it. The local step is the mean of the two sides' own steps, so that two arms of other
 * sampling still meet; a side's step is the median of up to {@value #NEIGHBOURS} steps there. The
 * factor lets pass wavelengths that were rounded to their own step, which then lie one or two
 * apart, and a single sample that was left out; two that are missing are a gap.
 *
 * @param low lower edge of each pixel
 * @param high upper edge of each pixel; the next pixel's lower edge, or below it at a gap
 */
public record InputPixels(double[] low, double[] high) {
  /** Samples farther apart than so many local steps have a gap between them. */
  public static final double GAP_FACTOR = 2.5;

  private static final int NEIGHBOURS = 5;

  /**
   * The pixels of at least two samples.
   *
   * @param centres finite, strictly increasing
   * @throws IllegalArgumentException when there are fewer than two, or they are not as said
   */
  public static InputPixels of(double[] centres) {
    int n = centres.length;
    if (n < 2) {
      throw new IllegalArgumentException(
          "Cannot find pixels: %s samples have no width (give at least two)".formatted(n));
    }
    Axes.requireIncreasing(centres, "wavelength");
    double[] low = new double[n];
    double[] high = new double[n];
    for (int i = 0; i + 1 < n; i++) {
      join(centres, i, low, high);
    }
    low[0] = centres[0] - (high[0] - centres[0]);
    high[n - 1] = centres[n - 1] + (centres[n - 1] - low[n - 1]);
    return new InputPixels(low, high);
  }

  /** Whether a wavelength lies within a pixel or on its edge. */
  public boolean covers(double wavelength) {
    int found = Arrays.binarySearch(low, wavelength);
    int at = found >= 0 ? found : -found - 2;
    return at >= 0 && wavelength <= high[at];
  }

  /** Number of pixels. */
  public int size() {
    return low.length;
  }

  /** Sets the upper edge of sample i and the lower edge of the next. */
  private static void join(double[] centres, int i, double[] low, double[] high) {
    double step = centres[i + 1] - centres[i];
    double before = step(centres, i - NEIGHBOURS, i);
    double after = step(centres, i + 1, i + 1 + NEIGHBOURS);
    double left = Double.isNaN(before) ? after : before;
    double right = Double.isNaN(after) ? before : after;
    if (step > GAP_FACTOR * (left + right) / 2) {
      high[i] = centres[i] + Math.min(left, step) / 2;
      low[i + 1] = centres[i + 1] - Math.min(right, step) / 2;
    } else {
      high[i] = Axes.middle(centres[i], centres[i + 1]);
      low[i + 1] = high[i];
    }
  }

  /** Median step between the samples {@code from} to {@code to}; NaN when there is none. */
  private static double step(double[] centres, int from, int to) {
    int first = Math.max(0, from);
    int last = Math.min(centres.length - 1, to);
    if (last <= first) {
      return Double.NaN;
    }
    double[] steps = new double[last - first];
    for (int k = first; k < last; k++) {
      steps[k - first] = centres[k + 1] - centres[k];
    }
    Arrays.sort(steps);
    return steps[(steps.length - 1) / 2];
  }
}

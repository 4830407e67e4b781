package org.novacat.transforms.resample;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Pixels side by side on an axis of wavelengths, without holes. Centres and edges have one unit,
 * which is the caller's; pixel j reaches from {@code edges[j]} to {@code edges[j + 1]}.
 *
 * @param centres one a pixel, strictly increasing, each within its pixel
 * @param edges one more than pixels, finite, strictly increasing
 */
public record PixelGrid(double[] centres, double[] edges) {
  /**
   * Most pixels of a grid, above any spectrograph's; a step in the wrong unit ends in a message and
   * not in memory that runs out.
   */
  public static final int MOST_PIXELS = 10_000_000;

  /** A stop that is a whole number of steps away counts, though floating point ends beside it. */
  private static final double ROUNDING_STEPS = 1e-6;

  public PixelGrid {
    requireNonNull(centres, "centres is null");
    requireNonNull(edges, "edges is null");
    if (centres.length == 0 || edges.length != centres.length + 1) {
      throw new IllegalArgumentException(
          "Cannot build pixel grid: %s centres and %s edges (give at least one centre, and one edge more than centres)"
              .formatted(centres.length, edges.length));
    }
    Axes.requireIncreasing(edges, "pixel edge");
    for (int j = 0; j < centres.length; j++) {
      if (!(edges[j] <= centres[j] && centres[j] <= edges[j + 1])) {
        throw new IllegalArgumentException(
            "Cannot build pixel grid: centre %s of pixel %s is not within %s to %s (give edges around it)"
                .formatted(centres[j], j, edges[j], edges[j + 1]));
      }
    }
  }

  /**
   * Equal pixels with the centres {@code start}, {@code start + step}, ... up to {@code stop},
   * which is a centre itself where it is a whole number of steps away (to 10⁻⁶ of a step).
   *
   * @throws IllegalArgumentException when a number is not finite, {@code step} is not above 0,
   *     {@code stop} is below {@code start}, there are more than {@link #MOST_PIXELS}, or the step
   *     is so small beside the wavelengths that edges coincide
   */
  public static PixelGrid regular(double start, double stop, double step) {
    double pixels = Math.floor((stop - start) / step + ROUNDING_STEPS) + 1;
    if (!(Double.isFinite(start) && Double.isFinite(stop) && step > 0 && stop >= start)) {
      throw new IllegalArgumentException(
          "Cannot build pixel grid: start %s, stop %s, step %s (give finite numbers with start <= stop and a step above 0)"
              .formatted(start, stop, step));
    }
    if (!(pixels <= MOST_PIXELS)) {
      throw new IllegalArgumentException(
          "Cannot build pixel grid: start %s, stop %s, step %s are %s pixels (give a step that makes at most %s)"
              .formatted(start, stop, step, pixels, MOST_PIXELS));
    }
    int n = (int) pixels;
    return new PixelGrid(
        IntStream.range(0, n).mapToDouble(i -> start + i * step).toArray(),
        IntStream.rangeClosed(0, n).mapToDouble(i -> start + (i - 0.5) * step).toArray());
  }

  /**
   * Pixels with edges half way between neighbouring centres; the first and the last are as wide on
   * the outside as on the inside. Where centres lie far apart, as around a gap, pixels are wide,
   * and a spectrum that has the gap does not cover them.
   *
   * @throws IllegalArgumentException when there are fewer than two centres, or they are not finite
   *     and strictly increasing
   */
  public static PixelGrid ofCentres(double[] centres) {
    int n = centres.length;
    if (n < 2) {
      throw new IllegalArgumentException(
          "Cannot build pixel grid: %s centres have no width (give at least two)".formatted(n));
    }
    Axes.requireIncreasing(centres, "pixel centre");
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = Axes.middle(centres[i - 1], centres[i]);
    }
    edges[0] = centres[0] - (edges[1] - centres[0]);
    edges[n] = centres[n - 1] + (centres[n - 1] - edges[n - 1]);
    return new PixelGrid(centres.clone(), edges);
  }

  /** Number of pixels. */
  public int size() {
    return centres.length;
  }

  /** Width of pixel {@code j}. */
  public double width(int j) {
    return edges[j + 1] - edges[j];
  }

  /** Equal when all centres and edges are. */
  @Override
  public boolean equals(Object other) {
    return other instanceof PixelGrid grid
        && Arrays.equals(centres, grid.centres)
        && Arrays.equals(edges, grid.edges);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(centres) + Arrays.hashCode(edges);
  }

  @Override
  public String toString() {
    return "PixelGrid[%s pixels, %s to %s]".formatted(size(), edges[0], edges[size()]);
  }
}

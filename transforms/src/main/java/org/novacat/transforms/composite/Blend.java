package org.novacat.transforms.composite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.novacat.transforms.composite.Composite.Share;
import org.novacat.transforms.resample.PixelGrid;
import org.novacat.transforms.resample.Resampled;
import org.novacat.transforms.resample.Resampler;

/**
 * The mean of spectra that go together. In each pixel the weights are 1 / σ² where all that have
 * flux there have an uncertainty, and else 1 for all; then the uncertainty of the mean is not
 * known.
 */
final class Blend {
  private final List<Constituent> group;
  private final PixelGrid grid;
  private final List<Resampled> parts;

  /** By constituent, then pixel: its part of the weight, 0 to 1. */
  private final double[][] weights;

  private final double[] flux;
  private final double[] uncertainty;

  private Blend(List<Constituent> group, PixelGrid grid) {
    this.group = group;
    this.grid = grid;
    this.parts =
        group.stream()
            .map(one -> Resampler.resample(one.wavelength(), one.flux(), one.uncertainty(), grid))
            .toList();
    this.weights = new double[group.size()][grid.size()];
    this.flux = new double[grid.size()];
    this.uncertainty = new double[grid.size()];
    IntStream.range(0, grid.size()).forEach(this::mean);
  }

  /**
   * The composite.
   *
   * @param group of one setting and night, ordered by wavelength
   */
  static Composite of(List<Constituent> group) {
    FinerGrid finer = FinerGrid.of(group);
    Blend blend = new Blend(group, finer.pixels());
    int[] held =
        IntStream.range(0, blend.grid.size())
            .filter(j -> !Double.isNaN(blend.flux[j]) || finer.isHeld(blend.grid.centres()[j]))
            .toArray();
    return new Composite(
        group.get(0).setting(),
        blend.shares(),
        pick(blend.grid.centres(), held),
        pick(blend.flux, held),
        pick(blend.uncertainty, held),
        group.stream().mapToDouble(Constituent::mjd).min().orElseThrow(),
        group.stream().mapToDouble(Constituent::mjd).max().orElseThrow());
  }

  private void mean(int j) {
    int[] here =
        IntStream.range(0, parts.size())
            .filter(k -> !Double.isNaN(parts.get(k).flux()[j]))
            .toArray();
    // NaN when one of them is; else the best, beside which no weight overflows.
    double best = IntStream.of(here).mapToDouble(k -> sigma(k, j)).min().orElse(Double.NaN);
    double total = IntStream.of(here).mapToDouble(k -> weight(k, j, best)).sum();
    flux[j] = here.length == 0 ? Double.NaN : 0;
    for (int k : here) {
      weights[k][j] = weight(k, j, best) / total;
      flux[j] += weights[k][j] * parts.get(k).flux()[j];
    }
    uncertainty[j] = best / Math.sqrt(total);
  }

  private double sigma(int k, int j) {
    return parts.get(k).uncertainty()[j];
  }

  private double weight(int k, int j, double best) {
    return Double.isNaN(best) ? 1 : Math.pow(best / sigma(k, j), 2);
  }

  private List<Share> shares() {
    long good = Arrays.stream(flux).filter(Double::isFinite).count();
    List<Share> shares = new ArrayList<>();
    for (int k = 0; k < group.size(); k++) {
      double[] given = weights[k];
      int[] used = IntStream.range(0, given.length).filter(j -> given[j] > 0).toArray();
      Constituent one = group.get(k);
      shares.add(
          new Share(
              one.id(),
              one.sha256(),
              Arrays.stream(given).sum() / good,
              used.length,
              used.length == 0 ? Double.NaN : grid.centres()[used[0]],
              used.length == 0 ? Double.NaN : grid.centres()[used[used.length - 1]],
              varianceFactor(one, used)));
    }
    return shares;
  }

  /** By mean steps; 1 where the spectrum has each of its pixels in the grid. */
  private double varianceFactor(Constituent one, int[] used) {
    boolean kept =
        IntStream.of(used)
            .allMatch(j -> one.hasSample(grid.centres()[j], FinerGrid.SAME * grid.width(j)));
    double width = IntStream.of(used).mapToDouble(grid::width).average().orElse(one.step());
    return kept ? 1 : Resampler.varianceFactor(one.step(), width);
  }

  private static double[] pick(double[] values, int[] at) {
    return IntStream.of(at).mapToDouble(j -> values[j]).toArray();
  }
}

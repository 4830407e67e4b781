package org.novacat.transforms.spectrum;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.transforms.stat.Quantiles;

/**
 * The signal to noise ratio of a spectrum from its flux alone, after Stoehr et al. 2008 (ADASS
 * XVII, ASP Conference Series 394, 505):
 *
 * <pre>signal = median(f),  noise = 1.482602 / √6 · median(|2 f(i) − f(i−2) − f(i+2)|)</pre>
 *
 * <p>It assumes noise that is normal and not correlated over two samples, and a signal that is
 * smooth over five; resampled spectra come out too good. Bad samples and exact zeros (padding) are
 * left out first, as the paper does.
 */
final class DerSnr {
  private static final double NOISE_FACTOR = 1.482602 / Math.sqrt(6);
  private static final int FEWEST = 5;

  private DerSnr() {}

  /** Median over the orders for which it can be computed; null when there is none. */
  static @Nullable Double of(List<NormalizedOrder> orders) {
    double[] each =
        orders.stream()
            .map(DerSnr::of)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray();
    return each.length == 0 ? null : Quantiles.median(each);
  }

  /** Null with fewer than five usable samples, no noise, or a median not above zero. */
  static @Nullable Double of(NormalizedOrder order) {
    double[] flux = usable(order);
    if (flux.length < FEWEST) {
      return null;
    }
    double[] bends = new double[flux.length - 4];
    for (int i = 0; i < bends.length; i++) {
      bends[i] = Math.abs(2 * flux[i + 2] - flux[i] - flux[i + 4]);
    }
    double ratio = Quantiles.median(flux) / (NOISE_FACTOR * Quantiles.median(bends));
    return ratio > 0 && Double.isFinite(ratio) ? ratio : null;
  }

  private static double[] usable(NormalizedOrder order) {
    double[] kept = new double[order.length()];
    int n = 0;
    for (int i = 0; i < kept.length; i++) {
      double flux = order.flux()[i];
      if (order.good()[i] && flux != 0) {
        kept[n++] = flux;
      }
    }
    return Arrays.copyOf(kept, n);
  }
}

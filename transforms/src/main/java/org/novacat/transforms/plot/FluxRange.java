package org.novacat.transforms.plot;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.transforms.stat.Quantiles;

/**
 * The range of flux that a picture shows. Cosmic-ray hits are one or two samples wide and emission
 * lines wider, so the extremes of the running median of five samples keep every line and drop the
 * hits; a thousandth at either end is left to noisy edges.
 *
 * @param low below {@code high}
 * @param lowPositive a low end above 0 for a logarithmic scale; NaN when much of the flux is not
 *     above 0
 */
record FluxRange(double low, double high, double lowPositive) {
  private static final double TAIL = 0.001;
  private static final double MARGIN = 0.06;

  /** The largest share of samples not above 0 that a logarithmic scale may hide. */
  private static final double HIDDEN = 0.02;

  /** Flux beyond it is cut, so that differences stay finite. */
  private static final double LARGEST = 1e300;

  private static final int MOST_MEDIANS = 20_000;

  /** With fewer samples than this a line may be one sample wide, and every sample counts. */
  private static final int FEW = 50;

  static FluxRange of(List<NormalizedOrder> orders) {
    double[] good = medians(orders, NormalizedOrder::good);
    double[] medians = good.length > 0 ? good : medians(orders, FluxRange::finite);
    if (medians.length == 0) {
      return new FluxRange(0, 1, Double.NaN);
    }
    double low = extreme(medians, TAIL);
    double high = extreme(medians, 1 - TAIL);
    return low < high
        ? around(low, high, extreme(medians, HIDDEN))
        : around(extreme(medians, 0), extreme(medians, 1), Double.NaN);
  }

  private static double extreme(double[] medians, double q) {
    return Math.max(-LARGEST, Math.min(LARGEST, Quantiles.quantile(medians, q)));
  }

  /** Zero is shown where it is near. */
  private static FluxRange around(double low, double high, double positive) {
    double from = low > 0 && low < high / 3 ? 0 : low;
    double span = high > from ? high - from : high == 0 ? 1 : Math.abs(high);
    double foot = from == 0 ? 0 : from - MARGIN * span;
    double lowPositive = positive > 0 ? Math.max(low, positive / 2) : Double.NaN;
    return new FluxRange(foot, high + MARGIN * span, lowPositive);
  }

  private static boolean[] finite(NormalizedOrder order) {
    boolean[] finite = new boolean[order.length()];
    for (int i = 0; i < finite.length; i++) {
      finite[i] = Double.isFinite(order.flux()[i]);
    }
    return finite;
  }

  private static double[] medians(
      List<NormalizedOrder> orders, Function<NormalizedOrder, boolean[]> usable) {
    int samples = orders.stream().mapToInt(NormalizedOrder::length).sum();
    int stride = 1 + samples / MOST_MEDIANS;
    double[] medians = new double[samples / stride + orders.size()];
    int n = 0;
    for (NormalizedOrder order : orders) {
      boolean[] used = usable.apply(order);
      for (int i = 0; i < order.length(); i += stride) {
        double median = medianAround(order.flux(), used, i);
        if (!Double.isNaN(median)) {
          medians[n++] = median;
        }
      }
    }
    return Arrays.copyOf(medians, n);
  }

  /** Median of the used samples among the five around one; NaN when there are none. */
  private static double medianAround(double[] flux, boolean[] used, int middle) {
    if (flux.length < FEW) {
      return used[middle] ? flux[middle] : Double.NaN;
    }
    int from = Math.max(0, Math.min(middle - 2, flux.length - 5));
    double[] window = new double[5];
    int n = 0;
    for (int i = from; i < from + 5; i++) {
      if (used[i]) {
        window[n++] = flux[i];
      }
    }
    Arrays.sort(window, 0, n);
    return n == 0 ? Double.NaN : (window[(n - 1) / 2] + window[n / 2]) / 2;
  }
}

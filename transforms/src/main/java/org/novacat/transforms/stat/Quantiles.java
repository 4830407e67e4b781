package org.novacat.transforms.stat;

/** Order statistics by selection, in linear time on average. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * The median: the mean of the two middle values when their number is even.
   *
   * @param values finite, at least one; reordered by the call
   */
  public static double median(double[] values) {
    int n = values.length;
    double upper = select(values, n / 2);
    return n % 2 == 1 ? upper : (largest(values, n / 2) + upper) / 2;
  }

  /**
   * The value at rank {@code round(q (n − 1))}.
   *
   * @param values finite, at least one; reordered by the call
   * @param q from 0 (smallest) to 1 (largest)
   */
  public static double quantile(double[] values, double q) {
    return select(values, (int) Math.rint(q * (values.length - 1)));
  }

  /** The value of rank k; afterwards smaller ranks lie before it (Hoare 1961, FIND). */
  private static double select(double[] values, int k) {
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      double pivot = values[k];
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      low = j < k ? i : low;
      high = i > k ? j : high;
    }
    return values[k];
  }

  private static double largest(double[] values, int end) {
    double largest = values[0];
    for (int i = 1; i < end; i++) {
      largest = Math.max(largest, values[i]);
    }
    return largest;
  }
}

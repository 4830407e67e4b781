package org.novacat.transforms.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class QuantilesTest {
  @Test
  void median_isTheMiddleOfTheSorted() {
    assertThat(Quantiles.median(new double[] {7})).isEqualTo(7);
    assertThat(Quantiles.median(new double[] {3, 1})).isEqualTo(2);
    assertThat(Quantiles.median(new double[] {5, 1, 3})).isEqualTo(3);
    assertThat(Quantiles.median(new double[] {4, 4, 1, 9})).isEqualTo(4);
  }

  @Test
  void selection_agreesWithSorting() {
    Seeded.cases(
        2000,
        random -> {
          double[] values = random.doubles(1 + random.nextInt(200)).toArray();
          for (int i = 0; i < values.length; i++) {
            values[i] = Math.rint(values[i] * 20);
          }
          double[] sorted = values.clone();
          Arrays.sort(sorted);
          double q = random.nextDouble();
          int n = values.length;

          assertThat(Quantiles.quantile(values.clone(), q))
              .isEqualTo(sorted[(int) Math.rint(q * (n - 1))]);
          assertThat(Quantiles.median(values)).isEqualTo((sorted[n / 2] + sorted[(n - 1) / 2]) / 2);
        });
  }
}

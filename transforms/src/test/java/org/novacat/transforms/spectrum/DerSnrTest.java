package org.novacat.transforms.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.NormalizedOrder;

class DerSnrTest {
  private static NormalizedOrder order(double... flux) {
    boolean[] good = new boolean[flux.length];
    for (int i = 0; i < flux.length; i++) {
      good[i] = Double.isFinite(flux[i]);
    }
    return new NormalizedOrder(
        0, new double[flux.length], null, flux, null, null, null, null, good);
  }

  private static double[] noisy(long seed, int n, double snr) {
    Random random = new Random(seed);
    double[] flux = new double[n];
    Arrays.setAll(flux, i -> 100 + 0.01 * i + 100 / snr * random.nextGaussian());
    return flux;
  }

  @Test
  void normalNoise_isRecovered() {
    assertThat(DerSnr.of(order(noisy(1, 20_000, 50)))).isCloseTo(100, within(8.0));
    assertThat(DerSnr.of(order(noisy(2, 2_000, 10)))).isCloseTo(11, within(1.0));
  }

  /** |2 f(i) - f(i-2) - f(i+2)| is 4 everywhere: noise is 1.482602 / sqrt(6) * 4. */
  @Test
  void workedExample_agreesByHand() {
    double[] flux = {9, 9, 11, 11, 9, 9, 11, 11, 9, 9};

    assertThat(DerSnr.of(order(flux))).isCloseTo(9 / (1.482602 / Math.sqrt(6) * 4), within(1e-12));
  }

  @Test
  void missingAndPaddedSamples_areLeftOut() {
    double[] flux = {9, 9, Double.NaN, 11, 11, 0, 9, 9, 11, 11, 0, 0, 9, 9};

    assertThat(DerSnr.of(order(flux)))
        .isEqualTo(DerSnr.of(order(9, 9, 11, 11, 9, 9, 11, 11, 9, 9)));
  }

  @Test
  void severalOrders_giveTheMedian() {
    List<NormalizedOrder> orders =
        List.of(order(noisy(1, 5000, 10)), order(noisy(2, 5000, 100)), order(1, 2));

    double first = DerSnr.of(orders.get(0));
    double second = DerSnr.of(orders.get(1));
    assertThat(DerSnr.of(orders)).isEqualTo((first + second) / 2);
  }

  @Test
  void whatCannotBeComputed_isNull() {
    assertThat(DerSnr.of(order(1, 2, 3, 4))).isNull();
    assertThat(DerSnr.of(order(1, 2, 3, 4, 5, 6, 7))).isNull();
    assertThat(DerSnr.of(order(-9, -9, -11, -11, -9, -9, -11))).isNull();
    assertThat(DerSnr.of(List.of(order(1, 2)))).isNull();
  }
}

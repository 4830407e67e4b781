package org.novacat.jobs.zarr.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OrderSamplesTest {
  @Test
  void wavelengthsThatGoBack_doNotIncrease() {
    assertThat(order(new double[] {1, 2, 3}, new double[] {1, 1, 1}).increases()).isTrue();
    assertThat(order(new double[] {1, 3, 2}, new double[] {1, 1, 1}).increases()).isFalse();
    assertThat(order(new double[] {1, 1}, new double[] {1, 1}).increases()).isFalse();
  }

  @Test
  void numbersThatStandForNone_areNoSamples() {
    double[] flux = {1e-13, -999, 2e-13, 1e30, 3e-13};
    OrderSamples order = order(new double[] {1, 2, 3, 4, 5}, flux);

    GridRow row = order.on(new Grid.Native(), new Variant(false, false)).orElseThrow();

    assertThat(row.flux()).containsExactly(1e-13, Double.NaN, 2e-13, Double.NaN, 3e-13);
    assertThat(order.bad()).isEqualTo(2);
  }

  /** The control: counts may come near such a number. */
  @Test
  void countsAmongTheirLike_stay() {
    double[] flux = {-998, -999, -1001, -1000};

    assertThat(order(new double[] {1, 2, 3, 4}, flux).bad()).isZero();
  }

  private static OrderSamples order(double[] wavelength, double[] flux) {
    boolean[] good = new boolean[flux.length];
    Arrays.fill(good, true);
    return new OrderSamples(0, wavelength, null, flux, null, null, null, good);
  }
}

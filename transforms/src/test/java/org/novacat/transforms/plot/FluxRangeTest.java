package org.novacat.transforms.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FluxRangeTest {
  private static FluxRange of(double[] flux) {
    return FluxRange.of(List.of(Pictures.order(Pictures.wavelengths(flux.length), flux)));
  }

  @Test
  void spikeOfTwoSamples_isLeftOut() {
    double[] flux = ramp();
    flux[300] = 1e6;
    flux[301] = 1e6;

    assertThat(of(flux).high()).isCloseTo(2.06, within(0.02));
  }

  @Test
  void emissionLineOfFiveSamples_isKept() {
    double[] flux = ramp();
    Arrays.fill(flux, 300, 305, 50);

    assertThat(of(flux).high()).isGreaterThan(50);
  }

  @Test
  void fewSamples_allCount() {
    assertThat(of(new double[] {1, 2, 1.5}).high()).isGreaterThan(2);
  }

  @Test
  void zero_isShownWhereItIsNear() {
    assertThat(of(new double[] {1, 5, 1.5}).low()).isZero();
    assertThat(of(new double[] {4, 5, 4.5}).low()).isCloseTo(3.94, within(1e-9));
    assertThat(of(new double[] {-1, 5, 1.5}).low()).isCloseTo(-1.36, within(1e-9));
  }

  @Test
  void noGoodSample_usesThoseThatAreThere() {
    double[] flux = {1, 3, 2};

    FluxRange range =
        FluxRange.of(List.of(Pictures.order(Pictures.wavelengths(3), flux, new boolean[3])));

    assertThat(range.high()).isBetween(3.0, 3.5);
  }

  @Test
  void nothingAtAll_hasARangeStill() {
    double[] flux = {Double.NaN, Double.NaN};

    assertThat(of(flux)).isEqualTo(new FluxRange(0, 1, Double.NaN));
  }

  @Test
  void muchBelowZero_forbidsALogarithm() {
    double[] flux = ramp();
    assertThat(of(flux).lowPositive()).isGreaterThan(0.4);
    Arrays.fill(flux, 0, 100, -1);
    assertThat(of(flux).lowPositive()).isNaN();
  }

  private static double[] ramp() {
    double[] flux = new double[1000];
    Arrays.setAll(flux, i -> 1 + i / 1000.0);
    return flux;
  }
}

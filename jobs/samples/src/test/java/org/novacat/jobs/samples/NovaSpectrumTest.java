package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class NovaSpectrumTest {
  private static final double LIGHT = 299_792.458;
  private static final double H_ALPHA = 6562.79;
  private static final NovaModel MODEL =
      new NovaModel(Instant.parse("2021-03-01T00:00:00Z"), 6, 10, 1000, 0, 0);

  @Test
  void brightness_fadesByTwoMagnitudesInT2() {
    double ratio = MODEL.fluxAt5500(0) / MODEL.fluxAt5500(10);

    assertThat(2.5 * Math.log10(ratio)).isCloseTo(2, within(1e-9));
  }

  @Test
  void brightnessAtMaximum_isThatOfItsMagnitude() {
    assertThat(MODEL.fluxAt5500(0)).isCloseTo(3.631e-9 * Math.pow(10, -2.4), within(1e-20));
  }

  @Test
  void earlyLine_hasAbsorptionOnItsBlueSideOnly() {
    assertThat(line(1, -950)).isLessThan(0.9);
    assertThat(line(1, 0)).isGreaterThan(1.5);
    assertThat(line(1, 950)).isGreaterThan(1);
  }

  @Test
  void absorption_isGoneLater() {
    assertThat(line(100, -950)).isGreaterThan(1);
  }

  @Test
  void forbiddenOxygen_comesAsIronGoes() {
    assertThat(over(1, 5006.84 * 1.0018)).isLessThan(over(100, 5006.84 * 1.0018));
    assertThat(over(1, 5169.03)).isGreaterThan(1.5);
    assertThat(over(100, 5276.00)).isCloseTo(1, within(0.05));
  }

  @Test
  void line_standsWhereTheNovaMovesIt() {
    NovaModel receding = new NovaModel(MODEL.maximum(), 6, 10, 1000, 150, 0);
    double[] grid = Convention.linear(6540, 6590, 501);

    double[] flux = new NovaSpectrum(receding, 100).flux(grid);

    assertThat(grid[peak(flux)]).isCloseTo(H_ALPHA * (1 + 150 / LIGHT), within(0.3));
  }

  @Test
  void anyNova_shinesAtAllWavelengths() {
    double[] grid = Convention.logarithmic(2300, 10_000, 300);
    Seeded.cases(
        1000,
        random -> {
          NovaModel model = NovaModel.draw(random);

          double[] flux = new NovaSpectrum(model, 250 * random.nextDouble()).flux(grid);

          assertThat(DoubleStream.of(flux).boxed()).allMatch(f -> f > 0 && f < 1e-8);
        });
  }

  private static double line(double day, double velocity) {
    return over(day, H_ALPHA * (1 + velocity / LIGHT));
  }

  /** Flux over the continuum, which runs straight between two places without lines. */
  private static double over(double day, double wavelength) {
    double left = wavelength < 5500 ? 5350 : 6450;
    double right = wavelength < 5500 ? 5450 : 6750;
    double[] flux = new NovaSpectrum(MODEL, day).flux(new double[] {left, wavelength, right});
    double slope = Math.log(flux[2] / flux[0]) / Math.log(right / left);
    return flux[1] / (flux[0] * Math.pow(wavelength / left, slope));
  }

  private static int peak(double[] flux) {
    int peak = 0;
    for (int i = 0; i < flux.length; i++) {
      peak = flux[i] > flux[peak] ? i : peak;
    }
    return peak;
  }
}

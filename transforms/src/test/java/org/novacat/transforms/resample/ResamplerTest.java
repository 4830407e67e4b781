package org.novacat.transforms.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class ResamplerTest {
  private static final double NAN = Double.NaN;

  @Test
  void coarserPixels_areMeansWithErrors() {
    Resampled out = resample(new double[] {1, 2, 3, 4}, new double[] {1, 3, 5, 9}, 1.5, 3.5, 2);

    assertThat(out.flux()).containsExactly(2, 7);
    assertThat(out.uncertainty()[0]).isEqualTo(Math.sqrt(0.5), within(1e-12));
  }

  @Test
  void finerPixels_showTheSteps() {
    Resampled out = resample(new double[] {1, 2}, new double[] {4, 8}, 0.75, 2.25, 0.5);

    assertThat(out.flux()).containsExactly(4, 4, 8, 8);
    assertThat(out.uncertainty()).containsExactly(1, 1, 1, 1);
  }

  @Test
  void sameGrid_changesNothing() {
    double[] x = {1, 2, 3.5, 4, 6};
    double[] flux = {5, -1, 0, 2, 7};
    double[] sigma = {1, 2, 3, 4, 5};

    Resampled out = Resampler.resample(x, flux, sigma, PixelGrid.ofCentres(x));

    assertThat(out.flux()).containsExactly(flux);
    assertThat(out.uncertainty()).containsExactly(sigma, within(1e-12));
  }

  @Test
  void pixelCoveredInPart_isNaN() {
    Resampled out = resample(new double[] {1, 2, 3}, new double[] {1, 1, 1}, 0.4, 4.4, 1);

    assertThat(out.flux()).containsExactly(NAN, 1, 1, NAN, NAN);
    assertThat(out.uncertainty()[0]).isNaN();
  }

  @Test
  void badSample_takesEveryPixelThatItReaches() {
    double[] x = {1, 2, 3, 4, 5};
    for (double bad : new double[] {NAN, Double.POSITIVE_INFINITY}) {
      Resampled out = resample(x, new double[] {1, 1, bad, 1, 1}, 1.25, 4.75, 0.5);

      assertThat(out.flux()).containsExactly(1, 1, 1, NAN, NAN, 1, 1, 1);
    }
  }

  @Test
  void gap_isNotFilled() {
    double[] x = {1, 2, 3, 6, 7, 8};
    Resampled out = resample(x, new double[] {1, 1, 1, 2, 2, 2}, 1, 8, 1);

    assertThat(out.flux()).containsExactly(1, 1, 1, NAN, NAN, 2, 2, 2);
  }

  @Test
  void fineArmBesideAHole_reachesHalfItsOwnStep() {
    double[] x = DoubleStream.of(100, 101, 102, 103, 130, 140, 150, 160).toArray();
    Resampled out = resample(x, ones(8), 103, 130, 1);

    assertThat(out.flux()[0]).isEqualTo(1);
    assertThat(out.flux()[1]).isNaN();
    assertThat(out.flux()[21]).isNaN();
    assertThat(out.flux()[23]).isEqualTo(1);
  }

  @Test
  void armsOfOtherSampling_meetWithoutAGap() {
    double[] x = {1, 1.2, 1.4, 1.6, 1.8, 2.2, 2.8, 3.4, 4, 4.6, 5.2};
    Resampled out = resample(x, ones(x.length), 1, 5, 0.1);

    assertThat(DoubleStream.of(out.flux()).boxed()).doesNotContain(NAN);
  }

  @Test
  void wavelengthsRoundedToTheirStep_haveNoGap() {
    double[] x = IntStream.range(0, 200).mapToDouble(i -> Math.rint(4000 + 1.4 * i)).toArray();
    Resampled out = resample(x, ones(x.length), 4001, 4270, 1);

    assertThat(DoubleStream.of(out.flux()).boxed()).doesNotContain(NAN);
  }

  @Test
  void unknownUncertainty_staysUnknown() {
    double[] x = {1, 2, 3};
    PixelGrid grid = PixelGrid.ofCentres(x);

    assertThat(Resampler.resample(x, ones(3), null, grid).uncertainty())
        .containsExactly(NAN, NAN, NAN);
    for (double unknown : new double[] {NAN, 0, -1, Double.POSITIVE_INFINITY}) {
      Resampled out = Resampler.resample(x, ones(3), new double[] {1, unknown, 1}, grid);
      assertThat(out.flux()).containsExactly(1, 1, 1);
      assertThat(out.uncertainty()).containsExactly(1, NAN, 1);
    }
  }

  @Test
  void edgesThatDifferByARounding_doNotReachTheNeighbour() {
    double[] x = {4001, 4002, 4003, 4004};
    double[] moved = Arrays.stream(x).map(value -> value + 1e-11).toArray();
    double[] sigma = {1, 1, NAN, 1};
    double[] flux = {1, 1, 1, NAN};

    Resampled out = Resampler.resample(x, flux, sigma, PixelGrid.ofCentres(moved));

    assertThat(out.uncertainty()[1]).isEqualTo(1, within(1e-9));
    assertThat(out.flux()[2]).isEqualTo(1);
  }

  @Test
  void errorTooSmallToSquare_isUnknownAndNotZero() {
    double[] x = {1, 2, 3};
    double[] tiny = {1e-200, 1e-200, 1e-200};

    assertThat(Resampler.resample(x, ones(3), tiny, PixelGrid.ofCentres(x)).uncertainty())
        .containsExactly(NAN, NAN, NAN);
  }

  @Test
  void gridOutside_isAllNaN() {
    double[] x = {10, 11, 12};
    assertThat(resample(x, ones(3), 1, 3, 1).flux()).containsExactly(NAN, NAN, NAN);
    assertThat(resample(x, ones(3), 21, 23, 1).flux()).containsExactly(NAN, NAN, NAN);
  }

  @Test
  void wavelengthsThatAreNoAxis_areRefused() {
    PixelGrid grid = PixelGrid.regular(1, 3, 1);
    for (double[] x : new double[][] {{1, 1}, {2, 1}, {1, NAN}, {Double.NEGATIVE_INFINITY, 1}}) {
      assertThatThrownBy(() -> Resampler.resample(x, ones(2), null, grid))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Cannot use wavelength");
    }
  }

  @Test
  void lengthsThatDiffer_areRefused() {
    PixelGrid grid = PixelGrid.regular(1, 3, 1);
    double[] x = {1, 2, 3};

    assertThatThrownBy(() -> Resampler.resample(x, ones(2), null, grid))
        .hasMessageContaining("3 wavelengths, 2 fluxes");
    assertThatThrownBy(() -> Resampler.resample(x, ones(3), ones(4), grid))
        .hasMessageContaining("4 uncertainties");
    assertThatThrownBy(() -> Resampler.resample(ones(1), ones(1), null, grid))
        .hasMessageContaining("at least two");
    assertThatThrownBy(() -> new Resampled(ones(1), ones(2))).hasMessageContaining("1 fluxes");
  }

  @Test
  void integral_isKept() {
    Seeded.cases(
        300,
        random -> {
          double[] x = axis(random, 2 + random.nextInt(300), 0.3 + random.nextDouble());
          double[] flux = random.doubles(x.length, -1, 5).toArray();
          double[] edges = PixelGrid.ofCentres(x).edges();
          PixelGrid target = inside(random, edges[0], edges[x.length]);

          Resampled out = Resampler.resample(x, flux, null, target);

          double sum = 0;
          for (int j = 0; j < target.size(); j++) {
            sum += out.flux()[j] * target.width(j);
          }
          double[] ends = target.edges();
          double expected =
              integral(edges, flux, ends[target.size()]) - integral(edges, flux, ends[0]);
          double all = integral(edges, Arrays.stream(flux).map(Math::abs).toArray(), 1e9);
          assertThat(sum).isEqualTo(expected, within(1e-9 * all));
        });
  }

  @Test
  void halvedPixels_haveTheFluxOfTheWhole() {
    Seeded.cases(
        100,
        random -> {
          double[] x = axis(random, 3 + random.nextInt(50), 0.5);
          double[] flux = random.doubles(x.length, 1, 5).toArray();
          double[] e = PixelGrid.ofCentres(x).edges();
          double[] half =
              IntStream.range(0, 2 * x.length + 1)
                  .mapToDouble(k -> k % 2 == 0 ? e[k / 2] : (e[k / 2] + e[k / 2 + 1]) / 2)
                  .toArray();
          double[] middles =
              IntStream.range(0, 2 * x.length)
                  .mapToDouble(k -> (half[k] + half[k + 1]) / 2)
                  .toArray();

          Resampled fine = Resampler.resample(x, flux, null, new PixelGrid(middles, half));

          for (int k = 0; k < middles.length; k++) {
            assertThat(fine.flux()[k]).isEqualTo(flux[k / 2], within(1e-12 * flux[k / 2]));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.31, 0.97, 2.6})
  void errors_agreeWithMonteCarlo(double step) {
    Random random = new Random(20_261_130);
    int draws = 4000;
    double[] x = axis(random, 40, 0.7);
    double[] sigma = random.doubles(40, 0.2, 2).toArray();
    PixelGrid target = PixelGrid.regular(x[0] + step / 2, x[39] - step / 2, step);
    double[] squares = new double[target.size()];
    for (int draw = 0; draw < draws; draw++) {
      double[] noise = Arrays.stream(sigma).map(s -> s * random.nextGaussian()).toArray();
      double[] out = Resampler.resample(x, noise, null, target).flux();
      for (int j = 0; j < out.length; j++) {
        squares[j] += out[j] * out[j];
      }
    }

    double[] said = Resampler.resample(x, ones(40), sigma, target).uncertainty();

    // The relative error of a standard deviation of n draws is 1 / sqrt(2 n); five of it.
    double tolerance = 5 / Math.sqrt(2.0 * draws);
    for (int j = 0; j < said.length; j++) {
      assertThat(Math.sqrt(squares[j] / draws)).isEqualTo(said[j], within(tolerance * said[j]));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.137, 0.4711, 0.9973, 1.618, 3.7317})
  void varianceFactor_isThatOfALargeSum(double targetStep) {
    double[] x = IntStream.range(0, 4000).mapToDouble(i -> i).toArray();
    PixelGrid many = PixelGrid.regular(10, 3980, targetStep);
    double from = many.edges()[0];
    double to = many.edges()[many.size()];
    PixelGrid one = new PixelGrid(new double[] {from}, new double[] {from, to});

    double diagonal = 0;
    double[] sigma = Resampler.resample(x, ones(4000), ones(4000), many).uncertainty();
    for (int j = 0; j < many.size(); j++) {
      diagonal += Math.pow(sigma[j] * many.width(j), 2);
    }
    double whole = Resampler.resample(x, ones(4000), ones(4000), one).uncertainty()[0];

    assertThat(Math.pow(whole * (to - from), 2) / diagonal)
        .isEqualTo(Resampler.varianceFactor(1, targetStep), within(0.01));
  }

  @Test
  void varianceFactorOfNoStep_isRefused() {
    assertThat(Resampler.varianceFactor(2, 2)).isEqualTo(1.5, within(1e-12));
    for (double bad : new double[] {0, -1, NAN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> Resampler.varianceFactor(bad, 1)).hasMessageContaining("above 0");
      assertThatThrownBy(() -> Resampler.varianceFactor(1, bad)).hasMessageContaining("above 0");
    }
  }

  private static Resampled resample(
      double[] x, double[] flux, double start, double stop, double step) {
    return Resampler.resample(x, flux, ones(x.length), PixelGrid.regular(start, stop, step));
  }

  /** Steps of 0.6 to 1.4 times one; nothing that would be a gap. */
  private static double[] axis(Random random, int n, double step) {
    double[] x = new double[n];
    x[0] = 4000;
    for (int i = 1; i < n; i++) {
      x[i] = x[i - 1] + step * (0.6 + 0.8 * random.nextDouble());
    }
    return x;
  }

  private static PixelGrid inside(Random random, double from, double to) {
    double[] ends = random.doubles(2 + random.nextInt(500), from, to).sorted().distinct().toArray();
    double[] middles =
        IntStream.range(0, ends.length - 1)
            .mapToDouble(j -> Math.min(ends[j + 1], (ends[j] + ends[j + 1]) / 2))
            .toArray();
    return new PixelGrid(middles, ends);
  }

  /** Of a step function from its beginning to {@code end}. */
  private static double integral(double[] edges, double[] flux, double end) {
    return IntStream.range(0, flux.length)
        .mapToDouble(i -> flux[i] * Math.max(0, Math.min(end, edges[i + 1]) - edges[i]))
        .sum();
  }

  private static double[] ones(int n) {
    return DoubleStream.generate(() -> 1).limit(n).toArray();
  }
}

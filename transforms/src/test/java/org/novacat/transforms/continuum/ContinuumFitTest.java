package org.novacat.transforms.continuum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.continuum.Continuum.Fitted;
import org.novacat.transforms.continuum.Continuum.NotFitted;
import org.novacat.transforms.stat.Quantiles;

class ContinuumFitTest {
  private static final double NAN = Double.NaN;
  private static final double[] X = axis(2000);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5, 9})
  void exactPolynomial_isFound(int degree) {
    double[] flux = Arrays.stream(X).map(x -> 2 + Math.pow((x - 5000) / 1500, degree)).toArray();

    Continuum found = ContinuumFit.poly(degree).fit(X, flux);

    assertThat(found.method()).isEqualTo("fit:poly" + degree);
    assertThat(found.model()).containsExactly(flux, within(1e-10));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e-17, 1e-200, 1e200})
  void continuumBesideLines_isRecoveredWithinItsUncertainty(double unit) {
    DoubleUnaryOperator truth = x -> 3 + (x - 5500) / 2000 - Math.pow((x - 5500) / 1800, 3) / 2;
    double[] pulls = pulls(60, 3, truth, unit);

    double squares = Arrays.stream(pulls).map(pull -> pull * pull).average().orElseThrow();
    assertThat(Math.sqrt(squares)).isBetween(0.8, 1.3);
    assertThat(Arrays.stream(pulls).average().orElseThrow()).isBetween(-0.3, 0.3);
  }

  @Test
  void lines_doNotPullAConstant() {
    double[] pulls = pulls(60, 0, x -> 5, 1);

    assertThat(Arrays.stream(pulls).average().orElseThrow()).isBetween(-0.4, 0.4);
  }

  @Test
  void noiseAlone_isNotCutOnOneSide() {
    Seeded.cases(
        20,
        random -> {
          double[] flux = Arrays.stream(X).map(x -> 1 + 0.1 * random.nextGaussian()).toArray();

          Fitted found = (Fitted) ContinuumFit.poly(0).fit(X, flux);

          assertThat(found.scatter()).isEqualTo(0.0987, within(0.006));
          assertThat(found.model()[7]).isEqualTo(1, within(4 * 0.1 / Math.sqrt(2000)));
          assertThat(found.samples()).isBetween(1940, 2000);
        });
  }

  @Test
  void outsideTheGoodSamples_isNaN() {
    double[] flux = noisy(new Random(1));
    flux[0] = NAN;
    flux[1] = Double.NEGATIVE_INFINITY;
    flux[500] = NAN;
    flux[1999] = NAN;

    Continuum found = ContinuumFit.poly(1).fit(X, flux);

    for (int i : new int[] {0, 1, 1999}) {
      assertThat(found.model()[i]).isNaN();
      assertThat(found.modelUncertainty()[i]).isNaN();
    }
    assertThat(found.model()[2]).isFinite();
    assertThat(found.model()[500]).isFinite();
    assertThat(found.modelUncertainty()[500]).isPositive();
  }

  @Test
  void paddedWavelengths_areNoSamples() {
    double[] flux = noisy(new Random(2));
    double[] padded = Arrays.copyOf(X, 2100);
    Arrays.fill(padded, 2000, 2100, NAN);
    double[] zeros = Arrays.copyOf(flux, 2100);

    double[] model = ContinuumFit.poly(3).fit(padded, zeros).model();

    assertThat(Arrays.copyOf(model, 2000))
        .containsExactly(ContinuumFit.poly(3).fit(X, flux).model());
    assertThat(model[2050]).isNaN();
  }

  @Test
  void tooFewSamples_areNotFitted() {
    double[] x = axis(11);
    Continuum found = ContinuumFit.poly(3).fit(x, new double[11]);

    assertThat(found).isEqualTo(new NotFitted(11, "it has 11 good samples, and degree 3 needs 12"));
    assertThat(found.method()).isEqualTo("none");
    assertThat(found.model()).hasSize(11).containsOnly(NAN);
    assertThat(found.modelUncertainty()).hasSize(11).containsOnly(NAN);
  }

  @Test
  void noGoodSample_isNotFitted() {
    double[] flux = new double[2000];
    Arrays.fill(flux, NAN);

    assertThat(ContinuumFit.poly(0).fit(X, flux)).isInstanceOf(NotFitted.class);
    assertThat(ContinuumFit.poly(0).fit(new double[0], new double[0]))
        .isInstanceOf(NotFitted.class);
  }

  @Test
  void equalWavelengths_tellNoSlope() {
    double[] same = new double[50];
    Arrays.fill(same, 5000);
    double[] flux = Arrays.copyOf(noisy(new Random(3)), 50);

    assertThat(((NotFitted) ContinuumFit.poly(1).fit(same, flux)).why())
        .contains("do not tell coefficients apart");
    assertThat(ContinuumFit.poly(0).fit(same, flux)).isInstanceOf(Fitted.class);
  }

  @Test
  void tooFewLeftBesideLines_areNotFitted() {
    double[] flux = {0, 0, 100};

    assertThat(ContinuumFit.poly(0).fit(axis(3), flux))
        .isEqualTo(new NotFitted(3, "2 of its 3 good samples are left beside lines"));
  }

  /** Lines of all sizes, over seven decades: no noise tells where the continuum ends. */
  @Test
  void linesOfAllSizes_leaveHalfOfTheSamples() {
    double[] flux =
        IntStream.range(0, 2000)
            .mapToDouble(i -> (i % 2 == 0 ? 1 : -1) * Math.exp(16 * (i / 2) / 1000.0))
            .toArray();

    assertThat(((Fitted) ContinuumFit.poly(0).fit(X, flux)).samples()).isGreaterThan(1000);
  }

  @Test
  void realNovae_haveAContinuum() throws IOException {
    List<Path> files = real(SharedData.spectraAscii().resolve("files"));

    assertThat(files).isNotEmpty();
    for (Path file : files) {
      double[] wavelength = column(file, 0);
      double[] flux = column(file, 1);
      Continuum found = ContinuumFit.poly(3).fit(wavelength, flux);

      assertThat(found).as(file.toString()).isInstanceOf(Fitted.class);
      assertThat(((Fitted) found).samples()).as(file.toString()).isGreaterThan(2 * flux.length / 5);
      assertThat(found.model()[flux.length / 2])
          .as(file.toString())
          .isBetween(0.0, 1.3 * Quantiles.median(flux));
    }
  }

  private static List<Path> real(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> !file.toString().contains("MetaData")).sorted().toList();
    }
  }

  private static double[] column(Path file, int at) throws IOException {
    return Files.readAllLines(file).stream()
        .mapToDouble(line -> Double.parseDouble(line.split(",")[at]))
        .toArray();
  }

  @Test
  void nearlyHalfOfTheSpectrumInLines_doesNotPull() {
    Random random = new Random(4);
    double[] flux =
        IntStream.range(0, 2000)
            .mapToDouble(i -> (i < 900 ? 100 : 1) + 0.01 * random.nextGaussian())
            .toArray();

    assertThat(ContinuumFit.poly(0).fit(X, flux).model()[5]).isEqualTo(1, within(0.002));
  }

  @Test
  void fluxWithoutScatter_hasNoUncertainty() {
    Fitted found = (Fitted) ContinuumFit.poly(0).fit(X, new double[2000]);

    assertThat(found.model()).containsOnly(0);
    assertThat(found.modelUncertainty()).containsOnly(NAN);
  }

  @Test
  void wrongArguments_areRefused() {
    assertThatThrownBy(() -> ContinuumFit.poly(10)).hasMessageContaining("degree 10");
    assertThatThrownBy(() -> ContinuumFit.poly(-1)).hasMessageContaining("degree -1");
    assertThatThrownBy(() -> ContinuumFit.poly(1).fit(X, new double[1]))
        .hasMessageContaining("2000 wavelengths and 1 fluxes");
  }

  /** How many of its own standard deviations the model is off, at a place by chance. */
  private static double[] pulls(int spectra, int degree, DoubleUnaryOperator truth, double unit) {
    Random random = new Random(20_261_130);
    double[] pulls = new double[spectra];
    for (int s = 0; s < spectra; s++) {
      double[] flux =
          Arrays.stream(X)
              .map(x -> truth.applyAsDouble(x) + lines(x) + 0.1 * random.nextGaussian())
              .map(value -> value * unit)
              .toArray();
      Continuum found = ContinuumFit.poly(degree).fit(X, flux);
      int i = random.nextInt(X.length);
      pulls[s] =
          (found.model()[i] - truth.applyAsDouble(X[i]) * unit) / found.modelUncertainty()[i];
    }
    return pulls;
  }

  /** Balmer lines of a nova, up to fifty times its continuum, one with an absorption beside it. */
  private static double lines(double x) {
    return line(x, 4340, 20, 15)
        + line(x, 4861, 60, 12)
        - line(x, 4830, 2, 6)
        + line(x, 5876, 8, 14)
        + line(x, 6563, 150, 14);
  }

  private static double line(double x, double centre, double height, double sigma) {
    return height * Math.exp(-Math.pow((x - centre) / sigma, 2) / 2);
  }

  private static double[] noisy(Random random) {
    return Arrays.stream(X).map(x -> 4 + 0.2 * random.nextGaussian()).toArray();
  }

  private static double[] axis(int n) {
    return IntStream.range(0, n).mapToDouble(i -> 4000 + 1.5 * i).toArray();
  }
}

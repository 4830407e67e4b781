package org.novacat.transforms.composite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;
import org.novacat.layouts.testing.SharedData;
import org.novacat.transforms.composite.Composite.Share;
import org.novacat.transforms.resample.InputPixels;

/** What joining does to flux and errors. */
class CompositeFluxTest {
  @Test
  void joinedArms_keepTheFluxOfASpectrumThatWasCut() {
    Seeded.cases(
        60,
        random -> {
          Made whole = Made.of("a", 4000, 4200, 0.7 + random.nextDouble());
          double[] flux = random.doubles(whole.spectrum().flux().length, 9, 11).toArray();
          Constituent all = whole.with(flux, whole.spectrum().uncertainty()).spectrum();
          int cut = 20 + random.nextInt(flux.length - 40);
          int overlap = random.nextInt(15);

          Composite joined =
              Composer.compose(List.of(part(all, 0, cut), part(all, cut - overlap, flux.length)))
                  .composites()
                  .get(0);

          assertThat(joined.flux()).containsExactly(flux, within(1e-9));
          assertThat(joined.wavelength()).containsExactly(all.wavelength(), within(1e-9));
          double weights = joined.shares().stream().mapToDouble(Share::weight).sum();
          assertThat(weights).isEqualTo(1, within(1e-12));
        });
  }

  /** The coarser one, which is a mean of the finer, has the same integral, so the mean has too. */
  @Test
  void meanOfFineAndCoarse_keepsTheIntegral() {
    Seeded.cases(
        60,
        random -> {
          Made fine = Made.of("a", 4000, 4119, 1);
          double[] flux = random.doubles(120, 9, 11).toArray();
          double[] coarse =
              IntStream.range(0, 40)
                  .mapToDouble(i -> (flux[3 * i] + flux[3 * i + 1] + flux[3 * i + 2]) / 3)
                  .toArray();

          Composite joined =
              Composer.compose(
                      List.of(
                          fine.with(flux, null).spectrum(),
                          Made.of("b", 4001, 4118, 3).with(coarse, null).spectrum()))
                  .composites()
                  .get(0);

          assertThat(joined.wavelength()).hasSize(120);
          double sum = Arrays.stream(flux).sum();
          assertThat(Arrays.stream(joined.flux()).sum()).isEqualTo(sum, within(1e-9 * sum));
        });
  }

  @Test
  void anyArms_giveWavelengthsThatRiseAndFluxOfTheirOwn() {
    Seeded.cases(
        200,
        random -> {
          List<Constituent> arms =
              IntStream.range(0, 2 + random.nextInt(4))
                  .mapToObj(
                      i -> {
                        double from = 4000 + 100 * random.nextDouble();
                        double step = 0.2 + 3 * random.nextDouble();
                        return Made.of("s" + i, from, from + step * (2 + random.nextInt(60)), step);
                      })
                  .map(made -> random.nextBoolean() ? made.bad(1) : made)
                  .map(Made::spectrum)
                  .toList();

          Composite joined = Composer.compose(arms).composites().get(0);

          for (int j = 0; j < joined.flux().length; j++) {
            double x = joined.wavelength()[j];
            assertThat(j == 0 || x > joined.wavelength()[j - 1]).isTrue();
            assertThat(Double.isNaN(joined.flux()[j]) || Math.abs(joined.flux()[j] - 10) < 1e-9)
                .isTrue();
            assertThat(arms).anyMatch(arm -> InputPixels.of(arm.wavelength()).covers(x));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1.37, 2.6})
  void errors_agreeWithMonteCarlo(double step) {
    Random random = new Random(20_261_130);
    Made a = Made.of("a", 4000, 4010, 1).sigma(0.3);
    Made b = Made.of("b", 4005.3, 4018, step).sigma(0.2);
    int draws = 4000;
    double[] said = joined(a, b).uncertainty();
    double[] squares = new double[said.length];
    for (int draw = 0; draw < draws; draw++) {
      double[] flux =
          joined(
                  a.flux(x -> 10 + 0.3 * random.nextGaussian()),
                  b.flux(x -> 10 + 0.2 * random.nextGaussian()))
              .flux();
      for (int j = 0; j < flux.length; j++) {
        squares[j] += Math.pow(flux[j] - 10, 2);
      }
    }

    // 4.5 times the relative error of a standard deviation, 1 / sqrt(2 draws): 5 %.
    double tolerance = 4.5 / Math.sqrt(2.0 * draws);
    for (int j = 0; j < said.length; j++) {
      assertThat(Math.sqrt(squares[j] / draws)).isEqualTo(said[j], within(tolerance * said[j]));
    }
  }

  @Test
  void rebinnedConstituents_sayHowCorrelatedTheyAre() {
    Composite joined = joined(Made.of("a", 4000, 4100, 1), Made.of("b", 4000.4, 4100.4, 2));

    assertThat(joined.shares().get(0).varianceFactor()).isEqualTo(1);
    assertThat(joined.shares().get(1).varianceFactor()).isEqualTo(2 / (1 - 1 / 6.0), within(0.1));
  }

  /** No two arms of one night are among the real spectra; so one is cut, and one half rebinned. */
  @Test
  void realSpectrumInTwoArms_isTheSameWhenJoined() throws IOException {
    Constituent all = real(SharedData.spectraAscii().resolve("files"));
    int n = all.flux().length / 2;

    Composite joined =
        Composer.compose(List.of(part(all, 0, n + 50), part(all, n - 50, all.flux().length)))
            .composites()
            .get(0);

    assertThat(joined.flux()).containsExactly(all.flux(), within(1e-27));
    assertThat(joined.wavelength()).containsExactly(all.wavelength());
  }

  private static Constituent real(Path folder) throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve("V838HERB_Williams_Optical_Spectra.csv"));
    double[] x = column(lines, 0);
    Made like = Made.of("a", 1, 2, 1);
    Constituent made = like.spectrum();
    return new Constituent(
        "real", "sha", made.setting(), made.epoch(), 1, x, column(lines, 1), null);
  }

  private static double[] column(List<String> lines, int at) {
    return lines.stream().mapToDouble(line -> Double.parseDouble(line.split(",")[at])).toArray();
  }

  private static Constituent part(Constituent all, int from, int to) {
    double[] sigma = all.uncertainty();
    return new Constituent(
        all.id() + from,
        all.sha256() + from,
        all.setting(),
        all.epoch(),
        1,
        Arrays.copyOfRange(all.wavelength(), from, to),
        Arrays.copyOfRange(all.flux(), from, to),
        sigma == null ? null : Arrays.copyOfRange(sigma, from, to));
  }

  private static Composite joined(Made one, Made other) {
    return Composer.compose(List.of(one.spectrum(), other.spectrum())).composites().get(0);
  }
}

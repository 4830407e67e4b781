package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.testing.Seeded;

class SeriesSummaryTest {
  @Test
  void sum_isThatOfExactArithmetic_whateverCancels() {
    Seeded.cases(
        100,
        random -> {
          double[] values =
              random
                  .doubles(1 + random.nextInt(2000))
                  .map(v -> (v - 0.5) * Math.pow(10, random.nextInt(12)))
                  .toArray();
          double exact =
              Arrays.stream(values)
                  .mapToObj(BigDecimal::new)
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .doubleValue();

          double scale = Arrays.stream(values).map(Math::abs).sum();
          assertThat(Math.abs(SeriesSummary.of(values).sum() - exact))
              .isLessThanOrEqualTo(Math.ulp(exact) + 1e-30 * scale);
        });
  }

  @Test
  void nanAndInfinities_countInNAlone() {
    SeriesSummary s =
        SeriesSummary.of(new double[] {Double.NaN, 3, Double.POSITIVE_INFINITY, -1, 7, Double.NaN});

    assertThat(s).isEqualTo(new SeriesSummary(6, Double.NaN, Double.NaN, -1, 7, 9));
  }

  @Test
  void empty_hasNoValues() {
    assertThat(SeriesSummary.of(new double[0]))
        .isEqualTo(new SeriesSummary(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, 0));
  }
}

package org.novacat.transforms.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.layouts.testing.Seeded;

class NumbersTest {
  @Test
  void number_isTheOneThatTheJdkReads_toTheLastBit() {
    Seeded.cases(
        50_000,
        random -> {
          double value = Double.longBitsToDouble(random.nextLong());
          String text =
              switch (random.nextInt(3)) {
                case 0 -> Double.toString(value);
                case 1 -> String.format(Locale.ROOT, "%.6f", random.nextGaussian() * 1e6);
                default ->
                    Long.toString(random.nextLong() >> random.nextInt(64))
                        + "e"
                        + random.nextInt(30);
              };
          if (Double.isFinite(value)) {
            assertThat(Numbers.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "+",
        ".",
        "-.",
        "e5",
        "1e",
        "1e+",
        "1.2.3",
        "1,5",
        "12a",
        "NaN",
        "Infinity",
        "1 2",
        "0x1p3",
        "1f",
        "--1"
      })
  void whatIsNoNumber_isNaN(String text) {
    assertThat(Numbers.parse(text)).isNaN();
  }

  @Test
  void commaIsTheMark_onlyWhereItIsSaid() {
    assertThat(Numbers.parse("2415437,700", ',')).isEqualTo(2415437.7);
    assertThat(Numbers.parse("2415437.700", ',')).isNaN();
  }

  @Test
  void exponentOfFortran_isOne() {
    assertThat(Numbers.parse("1.5D-12")).isEqualTo(1.5e-12);
  }

  @Test
  void negativeZero_keepsItsSign() {
    assertThat(1 / Numbers.parse("-0.0")).isEqualTo(Double.NEGATIVE_INFINITY);
  }
}

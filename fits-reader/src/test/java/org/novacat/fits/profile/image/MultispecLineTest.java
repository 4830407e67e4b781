package org.novacat.fits.profile.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.fits.file.RefusedException;

/** The expected values are worked out by hand from the formulas of specwcs, sections 5.1 to 5.7. */
class MultispecLineTest {
  private static final String HEAD = "1 113 2 4955.4 0.05 256 0. 23.2 31.3 ";

  @Test
  void linear_isExact() {
    double[] w = MultispecLine.parse("7 113 0 5000.0 0.5 256 0. 1. 2.").wavelengths(3, 0, 1);

    assertThat(w).containsExactly(5000, 5000.5, 5001);
  }

  @Test
  void logarithmic_isThePowerOfTen() {
    double[] w = MultispecLine.parse("7 113 1 3.5 0.1 256 0. 1. 2.").wavelengths(2, 0, 1);

    assertThat(w).containsExactly(Math.pow(10, 3.5), Math.pow(10, 3.6));
  }

  @Test
  void dopplerFactor_divides() {
    double[] w = MultispecLine.parse("7 113 0 5000.0 0.5 256 0.25 1. 2.").wavelengths(2, 0, 1);

    assertThat(w).containsExactly(4000, 4000.4);
  }

  @Test
  void sectionOfAnImage_countsPhysicalPixels() {
    double[] w = MultispecLine.parse("7 113 0 5000.0 1.0 256 0. 1. 2.").wavelengths(2, -10, 0.5);

    assertThat(w).containsExactly(5000 + (1 + 10) / 0.5 - 1, 5000 + (2 + 10) / 0.5 - 1);
  }

  @Test
  void chebyshev_isTheSumOfItsPolynomials() {
    DoubleUnaryOperator w = function("1 4 1. 201. 5000. 100. 10. 1.");

    double n = (51 - 101) / 100.0;
    double expected = 5000 + 100 * n + 10 * (2 * n * n - 1) + (4 * n * n * n - 3 * n);
    assertThat(w.applyAsDouble(51)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void legendre_isTheSumOfItsPolynomials() {
    DoubleUnaryOperator w = function("2 4 1. 201. 5000. 100. 10. 1.");

    double n = (51 - 101) / 100.0;
    double expected = 5000 + 100 * n + 10 * (3 * n * n - 1) / 2 + (5 * n * n * n - 3 * n) / 2;
    assertThat(w.applyAsDouble(51)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void linearSpline_goesThroughItsCoefficients() {
    DoubleUnaryOperator w = function("4 2 1. 101. 10. 20. 40.");

    assertThat(w.applyAsDouble(1)).isEqualTo(10);
    assertThat(w.applyAsDouble(26)).isEqualTo(15);
    assertThat(w.applyAsDouble(51)).isEqualTo(20);
    assertThat(w.applyAsDouble(76)).isEqualTo(30);
    assertThat(w.applyAsDouble(101)).isEqualTo(40);
  }

  @Test
  void cubicSplineOfEqualCoefficients_isConstant_sixTimesEach() {
    DoubleUnaryOperator w = function("3 3 1. 301. 2. 2. 2. 2. 2. 2.");

    for (double p : new double[] {1, 50, 101, 150.5, 300, 301}) {
      assertThat(w.applyAsDouble(p)).isCloseTo(12, within(1e-12));
    }
  }

  @Test
  void cubicSplineOfEvenCoefficients_isAStraightLine_acrossItsKnots() {
    DoubleUnaryOperator w = function("3 3 1. 301. 0. 1. 2. 3. 4. 5.");

    for (double p : new double[] {1, 50, 101, 150.5, 300, 301}) {
      assertThat(w.applyAsDouble(p)).isCloseTo(6 * ((p - 1) / 100 + 1), within(1e-9));
    }
  }

  @Test
  void pixelArray_interpolates() {
    DoubleUnaryOperator w = function("5 3 5000. 5001. 5003.");

    assertThat(w.applyAsDouble(1)).isEqualTo(5000);
    assertThat(w.applyAsDouble(2.5)).isEqualTo(5002);
    assertThat(w.applyAsDouble(3)).isEqualTo(5003);
  }

  @Test
  void sampledArray_interpolatesBetweenItsPairs() {
    DoubleUnaryOperator w = function("6 3 0. 1. 5000. 11. 5010. 21. 5030.");

    assertThat(w.applyAsDouble(1)).isEqualTo(5000);
    assertThat(w.applyAsDouble(6)).isEqualTo(5005);
    assertThat(w.applyAsDouble(16)).isEqualTo(5020);
    assertThat(w.applyAsDouble(21)).isEqualTo(5030);
  }

  @Test
  void severalFunctions_areWeightedWithTheirZeroPoints() {
    MultispecLine line =
        MultispecLine.parse(HEAD + "0.25 4. 1 1 1. 3. 100. 0.75 0. 2 1 1. 3. 200.");

    assertThat(line.wavelengths(1, 0, 1)).containsExactly(0.25 * (4 + 100) + 0.75 * 200);
  }

  @Test
  void minusOne_isNotCalibrated() {
    assertThat(MultispecLine.parse("7 113 -1 1.0 1.0 256 0. 1. 2.").isCalibrated()).isFalse();
    assertThat(MultispecLine.parse(HEAD.strip()).isCalibrated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 2 3",
        "a b 0 1 2 3 4 5 6",
        "1 113 2 4955 0.05 256 0. 23 31 1. 0. 2 4 1. 256. 4963",
        "1 113 2 4955 0.05 256 0. 23 31 1. 0. 9 4 1. 256. 4963",
        "1 113 2 4955 0.05 256 0. 23 31 1. 0. 1 -4 1. 256. 4963",
        "1 113 2 4955 0.05 256 0. 23 31 1. 0. 6 900000000 0. 1. 2."
      })
  void fieldsThatAreMissingOrNoNumbers_areRefused(String attribute) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> MultispecLine.parse(attribute));

    assertThat(refused.refusal().detail()).isEqualTo("IRAF_BAD_DISPERSION");
  }

  private static DoubleUnaryOperator function(String fields) {
    DispersionFunction function = DispersionFunction.next(new SpecFields(fields));
    return p -> function.at(new double[] {p})[0];
  }
}

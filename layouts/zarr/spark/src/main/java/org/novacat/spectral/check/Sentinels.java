package org.novacat.spectral.check;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that other programs write for a missing one. A column has one where a value is exactly
 * one of a list. Among samples a value such as -999 may be a count: there one is told where it is
 * the least or the greatest of its row and stands apart, the next one being less than half as far
 * from zero.
 */
public final class Sentinels {
  /**
   * In params: 9999, nines that are negative, and the fill values of netCDF and of other programs.
   */
  private static final double[] LIST = {
    -99,
    -99.9,
    -99.99,
    -999,
    -999.9,
    -999.99,
    -9999,
    -9999.9,
    -9999.99,
    -99999,
    -999999,
    9999,
    9999.99,
    99999,
    999999,
    -1e20,
    1e20,
    -1e30,
    1e30,
    -1e34,
    1e34,
    9.969209968386869e36,
    -Float.MAX_VALUE,
    Float.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MAX_VALUE
  };

  /** With what they are in 32 bits. */
  private static final Set<Double> ALL =
      Arrays.stream(LIST)
          .boxed()
          .flatMap(value -> Stream.of(value, (double) value.floatValue()))
          .filter(Double::isFinite)
          .collect(Collectors.toUnmodifiableSet());

  /** In columns of metadata, where 9999 may be the number of an observation. */
  private static final int LEAST_POSITIVE = 1_000_000;

  private Sentinels() {}

  /** Whether a parameter is one. */
  static boolean isParameter(double value) {
    return ALL.contains(value);
  }

  /** Whether a number of metadata, or a sample that stands apart, is one. */
  static boolean isOther(double value) {
    return (value < 0 || value > LEAST_POSITIVE) && isParameter(value);
  }

  /**
   * The number of a row that stands for a missing one, if any: the least or the greatest, where it
   * is one of the list, also once it is rounded to 32 bits, and stands apart.
   *
   * @param samples of a row; what is not finite is passed over
   */
  public static OptionalDouble apart(double[] samples) {
    double[] ends = {Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    for (double sample : samples) {
      double value = (float) sample;
      if (Double.isFinite(value)) {
        extend(ends, value);
      }
    }
    return apart(ends[0], ends[1], ends[2], ends[3]);
  }

  // A comparison with NaN is false: "not above" takes the first value too.
  private static void extend(double[] ends, double value) {
    if (!(value >= ends[0])) {
      ends[1] = ends[0];
      ends[0] = value;
    } else if (value > ends[0] && !(value >= ends[1])) {
      ends[1] = value;
    }
    if (!(value <= ends[3])) {
      ends[2] = ends[3];
      ends[3] = value;
    } else if (value < ends[3] && !(value <= ends[2])) {
      ends[2] = value;
    }
  }

  /**
   * The same of the least, the next least, the next greatest and the greatest; NaN where there is
   * none.
   */
  static OptionalDouble apart(double least, double low, double high, double greatest) {
    if (isOther(least) && !(low < least / 2)) {
      return OptionalDouble.of(least);
    }
    return isOther(greatest) && !(high > greatest / 2)
        ? OptionalDouble.of(greatest)
        : OptionalDouble.empty();
  }
}

package org.novacat.spectral.check;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Numbers that other programs write for a missing one. A column has one where a value is exactly
 * one of a list. Among samples a value such as -999 may be a count: there one is told where it is
 * the least or the greatest of its row and stands apart, the next one being less than half as far
 * from zero.
 */
final class Sentinels {
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
}

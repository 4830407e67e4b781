package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A detection or an upper limit: either {@code value} or {@code limit} is there, never both.
 *
 * @param quantity what was measured
 * @param unit of value, errors and limit: {@code mag}, {@code ct/s}, or one of the flux units of
 *     the photometry specification, such as {@code Jy} and {@code erg/cm2/s}
 * @param value the detection; null for a limit. Negative magnitudes are real, negative fluxes of
 *     forced photometry as well
 * @param error one standard deviation, above 0; null when the source gives none
 * @param errorLow its part below the value, above 0; null unless asymmetric
 * @param errorHigh its part above the value, above 0; null unless asymmetric
 * @param limit for magnitudes the object is fainter, i.e. the number larger; null for a detection
 * @param limitSigma how many standard deviations the limit means; null when the source is silent
 */
public record Brightness(
    Quantity quantity,
    String unit,
    @Nullable Double value,
    @Nullable Double error,
    @Nullable Double errorLow,
    @Nullable Double errorHigh,
    @Nullable Double limit,
    @Nullable Double limitSigma) {
  public Brightness {
    requireNonNull(quantity, "quantity is null");
    requireNonNull(unit, "unit is null");
    if ((value == null) == (limit == null)) {
      throw new IllegalArgumentException(
          "Cannot build brightness: value %s, limit %s (give one of them)".formatted(value, limit));
    }
    requireAboveZero(error);
    requireAboveZero(errorLow);
    requireAboveZero(errorHigh);
  }

  /** A detection with a symmetric error, or none; an error of 0 says nothing and becomes null. */
  public static Brightness detection(
      Quantity quantity, String unit, double value, @Nullable Double error) {
    Double said = error != null && error > 0 ? error : null;
    return new Brightness(quantity, unit, value, said, null, null, null, null);
  }

  /** An upper limit of brightness. */
  public static Brightness limit(
      Quantity quantity, String unit, double limit, @Nullable Double sigma) {
    return new Brightness(quantity, unit, null, null, null, null, limit, sigma);
  }

  /** The same quantity, detection or limit as this one, with another number and other errors. */
  public Brightness with(
      double number, @Nullable Double sigma, @Nullable Double low, @Nullable Double high) {
    return isLimit()
        ? new Brightness(quantity, unit, null, sigma, low, high, number, limitSigma)
        : new Brightness(quantity, unit, number, sigma, low, high, null, limitSigma);
  }

  /** The value of a detection, or the limit. */
  public double number() {
    return requireNonNull(value == null ? limit : value, "neither value nor limit");
  }

  /** Whether it is no detection. */
  public boolean isLimit() {
    return limit != null;
  }

  private static void requireAboveZero(@Nullable Double error) {
    if (error != null && !(error > 0)) {
      throw new IllegalArgumentException("Cannot build brightness: error is " + error);
    }
  }
}

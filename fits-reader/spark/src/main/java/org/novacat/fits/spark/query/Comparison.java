package org.novacat.fits.spark.query;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Orders the value of a fact and a literal of a filter as Spark orders them. */
final class Comparison {
  private Comparison() {}

  /** Below 0, 0 or above 0; null when the two are not compared here. */
  static @Nullable Integer of(Object value, Object literal) {
    if (value instanceof String a && literal instanceof String b) {
      return UTF8String.fromString(a).compareTo(UTF8String.fromString(b));
    }
    if (value instanceof Boolean a && literal instanceof Boolean b) {
      return a.compareTo(b);
    }
    if (value instanceof Instant a && literal instanceof Timestamp b) {
      return a.compareTo(b.toInstant());
    }
    if (value instanceof Instant a && literal instanceof Instant b) {
      return a.compareTo(b);
    }
    return value instanceof Number a && literal instanceof Number b ? numbers(a, b) : null;
  }

  private static @Nullable Integer numbers(Number a, Number b) {
    if (isWhole(a) && isWhole(b)) {
      return Long.compare(a.longValue(), b.longValue());
    }
    if (isWhole(a) && b instanceof BigDecimal decimal) {
      return BigDecimal.valueOf(a.longValue()).compareTo(decimal);
    }
    if (!(a instanceof Double) || !(b instanceof Double)) {
      return null;
    }
    // Adding 0 makes −0 and 0 equal; NaN equals itself and is above all, as in Spark.
    return Double.compare(a.doubleValue() + 0.0, b.doubleValue() + 0.0);
  }

  private static boolean isWhole(Number n) {
    return n instanceof Long || n instanceof Integer || n instanceof Short || n instanceof Byte;
  }
}

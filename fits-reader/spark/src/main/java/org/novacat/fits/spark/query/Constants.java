package org.novacat.fits.spark.query;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.execution.vectorized.ConstantColumnVector;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Values that are the same for many rows, in the forms in which Spark keeps them. */
public final class Constants {
  private Constants() {}

  /** A value of {@link Facts} as Spark keeps it in a row. */
  static @Nullable Object internal(@Nullable Object fact) {
    if (fact instanceof String text) {
      return UTF8String.fromString(text);
    }
    return fact instanceof Instant time ? micros(time) : fact;
  }

  private static long micros(Instant time) {
    return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.getNano() / 1000;
  }

  /** A column of one value. */
  public static ConstantColumnVector vector(DataType type, @Nullable Object fact, int rows) {
    ConstantColumnVector vector = new ConstantColumnVector(rows, type);
    Object value = internal(fact);
    if (value == null) {
      vector.setNull();
    } else if (value instanceof UTF8String text) {
      vector.setUtf8String(text);
    } else if (value instanceof Long whole) {
      vector.setLong(whole);
    } else if (value instanceof Integer whole) {
      vector.setInt(whole);
    } else if (value instanceof Boolean logical) {
      vector.setBoolean(logical);
    } else if (value instanceof Double number) {
      vector.setDouble(number);
    } else {
      throw new IllegalArgumentException("Cannot make column: value is " + value.getClass());
    }
    return vector;
  }
}

package org.novacat.spectral.spark;

import java.util.Arrays;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualNullSafe;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Not;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.sources.StringContains;
import org.apache.spark.sql.sources.StringEndsWith;
import org.apache.spark.sql.sources.StringStartsWith;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Whether a spectrum of which the index is known may pass a filter. Spark applies all filters once
 * more to the rows, so what cannot be judged may pass. A value that the index does not have is not
 * judged: in the store it is NaN, which is above all numbers in Spark, or "".
 */
final class IndexFilter {
  private IndexFilter() {}

  /** Whether a filter asks nothing but these columns. */
  static boolean asksOnly(Filter filter, Predicate<String> columns) {
    return filter.references().length > 0
        && Arrays.stream(filter.v2references()).allMatch(r -> r.length == 1 && columns.test(r[0]));
  }

  /**
   * Judges a filter.
   *
   * @param row values by column, of the column's type; without those that are missing
   */
  static boolean mayPass(Filter filter, Map<String, Object> row) {
    return truth(filter, row) != Truth.FALSE;
  }

  /** What holds; there are no nulls in a store. */
  private enum Truth {
    TRUE,
    FALSE,
    UNKNOWN;

    static Truth of(boolean value) {
      return value ? TRUE : FALSE;
    }

    Truth not() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case UNKNOWN -> UNKNOWN;
      };
    }

    Truth or(Truth other) {
      if (this == TRUE || other == TRUE) {
        return TRUE;
      }
      return this == FALSE && other == FALSE ? FALSE : UNKNOWN;
    }

    Truth and(Truth other) {
      return not().or(other.not()).not();
    }
  }

  private static Truth truth(Filter filter, Map<String, Object> row) {
    if (filter instanceof And and) {
      return truth(and.left(), row).and(truth(and.right(), row));
    }
    if (filter instanceof Or or) {
      return truth(or.left(), row).or(truth(or.right(), row));
    }
    if (filter instanceof Not not) {
      return truth(not.child(), row).not();
    }
    String[] columns = filter.references();
    Object value = columns.length == 1 ? row.get(columns[0]) : null;
    return value == null ? Truth.UNKNOWN : leaf(filter, value);
  }

  private static Truth leaf(Filter filter, Object value) {
    if (filter instanceof EqualTo equal) {
      return compared(value, equal.value(), c -> c == 0);
    }
    if (filter instanceof EqualNullSafe same) {
      return compared(value, same.value(), c -> c == 0);
    }
    if (filter instanceof In in) {
      return Arrays.stream(in.values())
          .map(v -> compared(value, v, c -> c == 0))
          .reduce(Truth.FALSE, Truth::or);
    }
    return value instanceof String text ? ofText(filter, text) : ofOrder(filter, value);
  }

  private static Truth ofOrder(Filter filter, Object value) {
    if (filter instanceof GreaterThan greater) {
      return compared(value, greater.value(), c -> c > 0);
    }
    if (filter instanceof GreaterThanOrEqual notLess) {
      return compared(value, notLess.value(), c -> c >= 0);
    }
    if (filter instanceof LessThan less) {
      return compared(value, less.value(), c -> c < 0);
    }
    if (filter instanceof LessThanOrEqual notGreater) {
      return compared(value, notGreater.value(), c -> c <= 0);
    }
    return Truth.UNKNOWN;
  }

  private static Truth ofText(Filter filter, String text) {
    if (filter instanceof StringStartsWith start) {
      return Truth.of(text.startsWith(start.value()));
    }
    if (filter instanceof StringEndsWith end) {
      return Truth.of(text.endsWith(end.value()));
    }
    if (filter instanceof StringContains part) {
      return Truth.of(text.contains(part.value()));
    }
    return ofOrder(filter, text);
  }

  private static Truth compared(Object value, @Nullable Object literal, IntPredicate holds) {
    Integer order = literal == null ? null : order(value, literal);
    return order == null ? Truth.UNKNOWN : Truth.of(holds.test(order));
  }

  /** Below 0, 0 or above 0, as Spark orders them; null when the two are not compared here. */
  private static @Nullable Integer order(Object value, Object literal) {
    if (value instanceof String a && literal instanceof String b) {
      return UTF8String.fromString(a).compareTo(UTF8String.fromString(b));
    }
    if (value instanceof Boolean a && literal instanceof Boolean b) {
      return a.compareTo(b);
    }
    if (value instanceof Long a && literal instanceof Long b) {
      return a.compareTo(b);
    }
    if (isFraction(value) && isFraction(literal)) {
      // Adding 0 makes -0 and 0 equal; NaN equals itself and is above all, as in Spark.
      return Double.compare(
          ((Number) value).doubleValue() + 0.0, ((Number) literal).doubleValue() + 0.0);
    }
    return null;
  }

  private static boolean isFraction(Object value) {
    return value instanceof Float || value instanceof Double;
  }
}

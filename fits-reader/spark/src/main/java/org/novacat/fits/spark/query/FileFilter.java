package org.novacat.fits.spark.query;

import java.io.Serializable;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualNullSafe;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.IsNull;
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
 * The filters of a query as far as they can be decided without data. Spark applies all filters once
 * more to the rows, so this one may let through what it cannot judge and must never reject a row
 * that would pass.
 *
 * @param filters all of them must hold
 */
public record FileFilter(List<Filter> filters) implements Serializable {
  /** Lets everything through. */
  public static final FileFilter NONE = new FileFilter(List.of());

  /** Whether it lets everything through. */
  public boolean isNone() {
    return filters.isEmpty();
  }

  /** Whether no row with these facts can pass. */
  public boolean rejects(Facts facts) {
    return filters.stream().anyMatch(filter -> truth(filter, facts).rejects());
  }

  /** Whether a filter asks nothing but these columns. */
  public static boolean asksOnly(Filter filter, Predicate<String> columns) {
    return Arrays.stream(filter.v2references()).allMatch(r -> r.length == 1 && columns.test(r[0]));
  }

  private static Truth truth(Filter filter, Facts facts) {
    if (filter instanceof And and) {
      return truth(and.left(), facts).and(truth(and.right(), facts));
    }
    if (filter instanceof Or or) {
      return truth(or.left(), facts).or(truth(or.right(), facts));
    }
    if (filter instanceof Not not) {
      return truth(not.child(), facts).not();
    }
    String[][] columns = filter.v2references();
    boolean known = columns.length == 1 && columns[0].length == 1 && facts.knows(columns[0][0]);
    return known ? leaf(filter, facts.value(columns[0][0])) : Truth.UNKNOWN;
  }

  private static Truth leaf(Filter filter, @Nullable Object value) {
    if (filter instanceof IsNull) {
      return Truth.of(value == null);
    }
    if (filter instanceof IsNotNull) {
      return Truth.of(value != null);
    }
    if (filter instanceof EqualNullSafe same) {
      return value == null || same.value() == null
          ? Truth.of(Objects.equals(value, same.value()))
          : compared(value, same.value(), c -> c == 0);
    }
    return value == null ? Truth.NULL : ofValue(filter, value);
  }

  private static Truth ofValue(Filter filter, Object value) {
    if (filter instanceof EqualTo equal) {
      return compared(value, equal.value(), c -> c == 0);
    }
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
    if (filter instanceof In in) {
      return Arrays.stream(in.values())
          .map(v -> compared(value, v, c -> c == 0))
          .reduce(Truth.FALSE, Truth::or);
    }
    return value instanceof String text ? ofText(filter, text) : Truth.UNKNOWN;
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
    return Truth.UNKNOWN;
  }

  private static Truth compared(Object value, @Nullable Object literal, IntPredicate holds) {
    if (literal == null) {
      return Truth.NULL;
    }
    Integer order = order(value, literal);
    return order == null ? Truth.UNKNOWN : Truth.of(holds.test(order));
  }

  /**
   * Orders the value of a fact and a literal of a filter as Spark orders them: below 0, 0 or above
   * 0; null when the two are not compared here.
   */
  private static @Nullable Integer order(Object value, Object literal) {
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

  /** The truth values of SQL, and that a value is not known yet. */
  private enum Truth {
    TRUE,
    FALSE,
    NULL,
    UNKNOWN;

    static Truth of(boolean value) {
      return value ? TRUE : FALSE;
    }

    Truth and(Truth other) {
      if (this == FALSE || other == FALSE) {
        return FALSE;
      }
      if (this == UNKNOWN || other == UNKNOWN) {
        return UNKNOWN;
      }
      return this == NULL || other == NULL ? NULL : TRUE;
    }

    Truth or(Truth other) {
      return not().and(other.not()).not();
    }

    Truth not() {
      return switch (this) {
        case TRUE -> FALSE;
        case FALSE -> TRUE;
        case NULL -> NULL;
        case UNKNOWN -> UNKNOWN;
      };
    }

    /** Whether no row can pass, whatever is still unknown. */
    boolean rejects() {
      return this == FALSE || this == NULL;
    }
  }
}

package org.novacat.persistence.bulk;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.sources.And;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.GreaterThan;
import org.apache.spark.sql.sources.GreaterThanOrEqual;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.LessThan;
import org.apache.spark.sql.sources.LessThanOrEqual;
import org.apache.spark.sql.sources.Or;
import org.apache.spark.sql.sources.StringStartsWith;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Condition.Relation;

/**
 * Filters of Spark as conditions of the table. A condition holds at least of each item whose row
 * passes the filter; it is exact when it holds of no other, so that Spark need not look again.
 */
final class FilterRule {
  /** More alternatives than this are left to Spark: DynamoDB takes no expression above 4 KB. */
  private static final int MOST_ALTERNATIVES = 100;

  /** A number of DynamoDB has no more digits. */
  private static final int DIGITS = 38;

  private static final double LEAST = 1e-130;
  private static final double MOST = 9.9e125;

  private final Map<String, DataType> types = new HashMap<>();

  FilterRule(StructType schema) {
    for (StructField field : schema.fields()) {
      types.put(field.name(), field.dataType());
    }
  }

  /** A condition, and whether it holds of no item whose row does not pass. */
  record Rule(Condition condition, boolean isExact) {}

  /** The rule of a filter; null when the table can make nothing of it. */
  @Nullable Rule of(Filter filter) {
    if (filter instanceof And and) {
      return both(of(and.left()), of(and.right()));
    }
    if (filter instanceof Or or) {
      return either(Arrays.asList(of(or.left()), of(or.right())));
    }
    if (filter instanceof In in) {
      return in.values().length > MOST_ALTERNATIVES ? null : in(in);
    }
    if (filter instanceof StringStartsWith begins) {
      return isAttribute(begins.attribute()) && types.get(begins.attribute()) instanceof StringType
          ? new Rule(new Condition.BeginsWith(begins.attribute(), begins.value()), true)
          : null;
    }
    if (filter instanceof IsNotNull there) {
      // An attribute may be there and be NULL, or become null because its column cannot hold it.
      return isAttribute(there.attribute())
          ? new Rule(new Condition.Present(there.attribute()), false)
          : null;
    }
    return filter instanceof EqualTo equal
        ? equal(equal.attribute(), equal.value())
        : relation(filter);
  }

  private boolean isAttribute(String name) {
    return types.containsKey(name) && !name.equals(Columns.ITEM);
  }

  private static @Nullable Rule both(@Nullable Rule one, @Nullable Rule other) {
    if (one == null || other == null) {
      Rule known = one == null ? other : one;
      return known == null ? null : new Rule(known.condition(), false);
    }
    return new Rule(
        Condition.allOf(one.condition(), other.condition()), one.isExact() && other.isExact());
  }

  private static @Nullable Rule either(List<@Nullable Rule> rules) {
    List<Condition> conditions = new ArrayList<>();
    boolean isExact = true;
    for (Rule rule : rules) {
      if (rule == null) {
        return null;
      }
      conditions.add(rule.condition());
      isExact &= rule.isExact();
    }
    Condition any = conditions.size() == 1 ? conditions.get(0) : new Condition.AnyOf(conditions);
    return conditions.isEmpty() ? null : new Rule(any, isExact);
  }

  private @Nullable Rule in(In in) {
    List<@Nullable Rule> rules = new ArrayList<>();
    for (Object value : in.values()) {
      if (value != null) {
        rules.add(equal(in.attribute(), value));
      }
    }
    return either(rules);
  }

  private @Nullable Rule equal(String name, @Nullable Object value) {
    DataType type = types.get(name);
    if (type instanceof DoubleType && value instanceof Double number) {
      // Decimals that are not the number may become it when they are rounded to a double.
      Condition least = bound(name, Relation.AT_LEAST, Math.nextDown(number));
      Condition most = bound(name, Relation.AT_MOST, Math.nextUp(number));
      return least == null || most == null ? null : new Rule(Condition.allOf(least, most), false);
    }
    Attribute exact = exact(name, value);
    return exact == null ? null : new Rule(new Condition.Equal(name, exact), true);
  }

  private @Nullable Rule relation(Filter filter) {
    if (filter instanceof LessThan less) {
      return compared(less.attribute(), Relation.LESS, less.value());
    }
    if (filter instanceof LessThanOrEqual less) {
      return compared(less.attribute(), Relation.AT_MOST, less.value());
    }
    if (filter instanceof GreaterThan greater) {
      return compared(greater.attribute(), Relation.GREATER, greater.value());
    }
    return filter instanceof GreaterThanOrEqual greater
        ? compared(greater.attribute(), Relation.AT_LEAST, greater.value())
        : null;
  }

  private @Nullable Rule compared(String name, Relation relation, @Nullable Object value) {
    if (types.get(name) instanceof DoubleType && value instanceof Double number) {
      Condition bound =
          switch (relation) {
            case LESS, AT_MOST -> bound(name, Relation.AT_MOST, Math.nextUp(number));
            case GREATER, AT_LEAST -> bound(name, Relation.AT_LEAST, Math.nextDown(number));
          };
      return bound == null ? null : new Rule(bound, false);
    }
    Attribute exact = exact(name, value);
    // Of numbers, one that its column cannot hold may pass.
    return exact == null || exact instanceof Attribute.Flag
        ? null
        : new Rule(new Condition.Compared(name, relation, exact), exact instanceof Attribute.Text);
  }

  /** A bound that no number which the double could stand for lies beyond. */
  private static @Nullable Condition bound(String name, Relation relation, double number) {
    if (!(Math.abs(number) < MOST)) {
      return null;
    }
    boolean isLower = relation == Relation.AT_LEAST;
    RoundingMode outwards = isLower ? RoundingMode.FLOOR : RoundingMode.CEILING;
    BigDecimal rounded =
        Math.abs(number) > LEAST
            ? new BigDecimal(number).round(new MathContext(DIGITS, outwards))
            : BigDecimal.valueOf(isLower ? -LEAST : LEAST);
    return new Condition.Compared(name, relation, new Attribute.Num(rounded));
  }

  /** The attribute that the value is of; null when it is none, or not just one. */
  private @Nullable Attribute exact(String name, @Nullable Object value) {
    DataType type = types.get(name);
    if (!isAttribute(name) || value == null) {
      return null;
    }
    if (type instanceof StringType && value instanceof String text) {
      return Attribute.of(text);
    }
    if (type instanceof BooleanType && value instanceof Boolean flag) {
      return new Attribute.Flag(flag);
    }
    if ((type instanceof LongType || type instanceof IntegerType)
        && value instanceof Number number) {
      return Attribute.of(number.longValue());
    }
    return type instanceof DecimalType && value instanceof BigDecimal decimal
        ? new Attribute.Num(decimal)
        : null;
  }
}

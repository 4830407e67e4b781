package org.novacat.jobs.query;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.BasePredicate;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.expressions.Predicate$;
import org.apache.spark.unsafe.types.UTF8String;
import scala.collection.JavaConverters;

/**
 * A condition of a statement on columns that stand in keys of objects.
 *
 * @param names those columns, lower case, in the order in which the condition takes them
 */
record KeyCondition(BasePredicate condition, List<String> names) {
  static KeyCondition of(Expression expression) {
    scala.collection.Seq<Attribute> columns = expression.references().toSeq();
    List<String> names =
        JavaConverters.seqAsJavaList(columns).stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .toList();
    BasePredicate condition = Predicate$.MODULE$.create(expression, columns);
    condition.initialize(0);
    return new KeyCondition(condition, names);
  }

  /** Whether this column is the only one that decides. */
  boolean isOn(String name) {
    return names.equals(List.of(name));
  }

  /** Whether it is true of an object with these values in its key. */
  boolean holds(Map<String, String> key) {
    Object[] values = names.stream().map(name -> UTF8String.fromString(key.get(name))).toArray();
    return condition.eval(new GenericInternalRow(values));
  }
}

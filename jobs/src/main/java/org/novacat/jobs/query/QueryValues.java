package org.novacat.jobs.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.collection.JavaConverters;

/** Values of Spark's rows as JSON and as text. */
final class QueryValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private QueryValues() {}

  /** A row as an object with the names of its columns; null where it is null, NaN or infinite. */
  static ObjectNode object(Row row, StructType columns) {
    ObjectNode object = JSON.objectNode();
    String[] names = columns.fieldNames();
    for (int i = 0; i < names.length; i++) {
      object.set(names[i], json(row.get(i)));
    }
    return object;
  }

  /**
   * A value as text: numbers by the shortest decimal that reads back to the same bits, arrays, maps
   * and structures as JSON, times by ISO 8601; null for null.
   */
  static @Nullable String text(@Nullable Object value) {
    boolean nested = value instanceof scala.collection.Iterable || value instanceof Row;
    return value == null ? null : nested ? json(value).toString() : plain(value);
  }

  private static String plain(Object value) {
    return value instanceof byte[] bytes ? JSON.binaryNode(bytes).asText() : value.toString();
  }

  private static JsonNode json(@Nullable Object value) {
    if (value == null) {
      return JSON.nullNode();
    } else if (value instanceof Boolean flag) {
      return JSON.booleanNode(flag);
    } else if (value instanceof Number number) {
      return json(number);
    } else if (value instanceof Row row) {
      return object(row, row.schema());
    } else if (value instanceof scala.collection.Map<?, ?> map) {
      ObjectNode object = JSON.objectNode();
      JavaConverters.mapAsJavaMap(map)
          .forEach((key, one) -> object.set(String.valueOf(text(key)), json(one)));
      return object;
    } else if (value instanceof scala.collection.Seq<?> all) {
      ArrayNode array = JSON.arrayNode();
      JavaConverters.seqAsJavaList(all).forEach(one -> array.add(json(one)));
      return array;
    }
    return JSON.textNode(plain(value));
  }

  private static JsonNode json(Number number) {
    if (number instanceof BigDecimal decimal) {
      return JSON.numberNode(decimal);
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      boolean single = number instanceof Float;
      return Double.isFinite(value)
          ? single ? JSON.numberNode(number.floatValue()) : JSON.numberNode(value)
          : JSON.nullNode();
    }
    return JSON.numberNode(number.longValue());
  }
}

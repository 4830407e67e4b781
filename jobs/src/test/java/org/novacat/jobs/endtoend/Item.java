package org.novacat.jobs.endtoend;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An item of the table as DynamoDB spells it, each attribute under the letter of its type; numbers
 * are spelled one way.
 */
record Item(ObjectNode attributes) {
  Item {
    for (JsonNode value : attributes) {
      if (value.has("N")) {
        String plain = new BigDecimal(value.get("N").asText()).stripTrailingZeros().toPlainString();
        ((ObjectNode) value).put("N", plain);
      }
    }
  }

  boolean has(String name) {
    return attributes.has(name);
  }

  /** An attribute that is a string or a number; "" when there is none. */
  String text(String name) {
    JsonNode value = attributes.path(name);
    return value.path("S").asText(value.path("N").asText());
  }

  long number(String name) {
    return Long.parseLong(text(name));
  }

  /** Partition and sort key, which name the item. */
  String key() {
    return text("PK") + " | " + text("SK");
  }

  boolean is(String entityType) {
    return text("entity_type").equals(entityType);
  }

  Item without(Collection<String> names) {
    return new Item(attributes.deepCopy().without(names));
  }

  /** The attributes in which another item differs from this one, and how. */
  String differencesFrom(@Nullable Item other) {
    if (other == null) {
      return "is missing";
    }
    Set<String> names = new TreeSet<>();
    attributes.fieldNames().forEachRemaining(names::add);
    other.attributes.fieldNames().forEachRemaining(names::add);
    names.removeIf(name -> attributes.path(name).equals(other.attributes.path(name)));
    return names.stream()
        .map(n -> n + ": " + attributes.path(n) + ", but " + other.attributes.path(n))
        .collect(joining("; "));
  }
}

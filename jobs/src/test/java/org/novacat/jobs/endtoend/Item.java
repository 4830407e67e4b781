package org.novacat.jobs.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;

/** An item of the table as DynamoDB spells it: each attribute under the letter of its type. */
record Item(ObjectNode attributes) {
  boolean has(String name) {
    return attributes.has(name);
  }

  /** An attribute that is a string or a number; "" when there is none. */
  String text(String name) {
    JsonNode value = attributes.path(name);
    return value.path("S").asText(value.path("N").asText());
  }

  /** A whole number, which DynamoDB Local may spell {@code 2.92E+3}. */
  long number(String name) {
    return new BigDecimal(text(name)).longValueExact();
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
}

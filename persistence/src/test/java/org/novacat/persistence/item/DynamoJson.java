package org.novacat.persistence.item;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/** Items as DynamoDB writes them in JSON, each value under the letter of its type. */
final class DynamoJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DynamoJson() {}

  static RawItem parse(String text) throws IOException {
    Map<String, Attribute> attributes = group(JSON.readTree(text));
    Attribute.Text pk = (Attribute.Text) attributes.remove("PK");
    Attribute.Text sk = (Attribute.Text) attributes.remove("SK");
    return new RawItem(new ItemKey(pk.value(), sk.value()), attributes);
  }

  static String write(RawItem item) throws IOException {
    Map<String, Attribute> attributes = new TreeMap<>(item.attributes());
    attributes.put("PK", Attribute.of(item.key().pk()));
    attributes.put("SK", Attribute.of(item.key().sk()));
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node(attributes)) + "\n";
  }

  private static Map<String, Attribute> group(JsonNode node) {
    Map<String, Attribute> out = new HashMap<>();
    node.fields().forEachRemaining(field -> out.put(field.getKey(), attribute(field.getValue())));
    return out;
  }

  private static Attribute attribute(JsonNode typed) {
    String type = typed.fieldNames().next();
    JsonNode value = typed.get(type);
    return switch (type) {
      case "S" -> Attribute.of(value.textValue());
      case "N" -> new Attribute.Num(new java.math.BigDecimal(value.textValue()));
      case "BOOL" -> new Attribute.Flag(value.booleanValue());
      case "M" -> new Attribute.Group(group(value));
      case "L" -> {
        List<Attribute> values = new ArrayList<>();
        value.forEach(one -> values.add(attribute(one)));
        yield new Attribute.Many(values);
      }
      default -> throw new IllegalArgumentException("no type " + type);
    };
  }

  private static ObjectNode node(Map<String, Attribute> attributes) {
    ObjectNode out = JSON.createObjectNode();
    new TreeMap<>(attributes).forEach((name, value) -> out.set(name, node(value)));
    return out;
  }

  private static ObjectNode node(Attribute attribute) {
    ObjectNode out = JSON.createObjectNode();
    if (attribute instanceof Attribute.Text text) {
      return out.put("S", text.value());
    }
    if (attribute instanceof Attribute.Num num) {
      return out.put("N", num.value().toString());
    }
    if (attribute instanceof Attribute.Flag flag) {
      return out.put("BOOL", flag.value());
    }
    if (attribute instanceof Attribute.Group group) {
      return out.set("M", node(group.values()));
    }
    ArrayNode many = out.putArray("L");
    ((Attribute.Many) attribute).values().forEach(value -> many.add(node(value)));
    return out;
  }
}

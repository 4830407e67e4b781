package org.novacat.persistence.item;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The shape of an item as JSON Schema, draft 2020-12, of its plain JSON form. */
final class JsonSchemas {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private JsonSchemas() {}

  static String fileName(Shape shape) {
    return "%s.v%s.schema.json".formatted(shape.entityType(), shape.version().major());
  }

  static String of(Shape shape) throws IOException {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("PK", Map.of("type", "string", "description", shape.pk()));
    properties.put("SK", Map.of("type", "string", "description", shape.sk()));
    shape.fields().forEach(field -> properties.put(field.name(), field.type().schema()));
    properties.put("entity_type", Map.of("const", shape.entityType()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", shape.entityType());
    schema.put("description", "Schema version " + shape.version());
    schema.put("type", "object");
    schema.put("properties", properties);
    schema.put("required", required(shape));
    return JSON.writeValueAsString(schema) + "\n";
  }

  private static List<String> required(Shape shape) {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of("PK", "SK"),
            shape.fields().stream()
                .filter(field -> field.presence() == Field.Presence.REQUIRED)
                .map(Field::name))
        .sorted()
        .toList();
  }
}

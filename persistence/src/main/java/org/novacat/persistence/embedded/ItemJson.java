package org.novacat.persistence.embedded;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.Attribute;

/**
 * Attributes as a JSON object, in order of their names: the types that we use of DynamoDB's are
 * just those of JSON, so that people can look at the file with SQLite's own functions.
 */
final class ItemJson {
  /** DynamoDB nests no deeper than 32 levels and has no item above 400 KB. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  private ItemJson() {}

  static String write(Map<String, Attribute> attributes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(out, attributes);
    } catch (IOException e) {
      throw new UncheckedIOException("a text can always be written", e);
    }
    return text.toString();
  }

  /**
   * The attributes in a text that {@link #write} made.
   *
   * @throws SchemaException when it is another text
   */
  static Map<String, Attribute> read(String text) {
    try (JsonParser in = JSON.createParser(text)) {
      in.nextToken();
      return group(in);
    } catch (IOException e) {
      throw new SchemaException("Cannot read item: its attributes are no JSON object: " + e);
    }
  }

  private static void write(JsonGenerator out, Map<String, Attribute> attributes)
      throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Attribute> attribute : new TreeMap<>(attributes).entrySet()) {
      out.writeFieldName(attribute.getKey());
      write(out, attribute.getValue());
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Attribute value) throws IOException {
    if (value instanceof Attribute.Text text) {
      out.writeString(text.value());
    } else if (value instanceof Attribute.Num num) {
      out.writeNumber(num.value());
    } else if (value instanceof Attribute.Flag flag) {
      out.writeBoolean(flag.value());
    } else if (value instanceof Attribute.Many many) {
      out.writeStartArray();
      for (Attribute each : many.values()) {
        write(out, each);
      }
      out.writeEndArray();
    } else {
      write(out, ((Attribute.Group) value).values());
    }
  }

  private static Map<String, Attribute> group(JsonParser in) throws IOException {
    expect(in, JsonToken.START_OBJECT);
    Map<String, Attribute> attributes = new HashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      attributes.put(name, value(in));
    }
    expect(in, JsonToken.END_OBJECT);
    return attributes;
  }

  private static Attribute value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    return switch (token) {
      case VALUE_STRING -> Attribute.of(in.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Attribute.Num(in.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new Attribute.Flag(token == JsonToken.VALUE_TRUE);
      case START_ARRAY -> new Attribute.Many(many(in));
      case START_OBJECT -> new Attribute.Group(group(in));
      default -> throw new IOException("unexpected " + token);
    };
  }

  private static List<Attribute> many(JsonParser in) throws IOException {
    List<Attribute> values = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      values.add(value(in));
    }
    return values;
  }

  private static void expect(JsonParser in, JsonToken token) throws IOException {
    if (in.currentToken() != token) {
      throw new IOException("expected " + token + ", found " + in.currentToken());
    }
  }
}

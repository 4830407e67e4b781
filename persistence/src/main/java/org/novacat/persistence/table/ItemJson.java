package org.novacat.persistence.table;

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
import java.util.Set;
import java.util.TreeMap;
import org.novacat.persistence.failure.SchemaException;

/**
 * Attributes as a JSON object, in order of their names: the types that we use of DynamoDB's are
 * just those of JSON, so that people can look at them with any tool. A whole item has its key in
 * front, as {@code PK} and {@code SK}.
 */
public final class ItemJson {
  /** DynamoDB nests no deeper than 32 levels and has no item above 400 KB. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
          .build();

  private ItemJson() {}

  /** Attributes alone. */
  public static String write(Map<String, Attribute> attributes) {
    return text(
        out -> {
          out.writeStartObject();
          write(out, attributes);
        });
  }

  /** A whole item. */
  public static String write(RawItem item) {
    return text(
        out -> {
          out.writeStartObject();
          out.writeStringField(ItemKey.PARTITION, item.key().pk());
          out.writeStringField(ItemKey.SORT, item.key().sk());
          write(out, item.attributes());
        });
  }

  /** What writes a value. */
  private interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  private static String text(Writing writing) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("a text can always be written", e);
    }
    return text.toString();
  }

  /**
   * The attributes in a text that {@link #write(Map)} made.
   *
   * @throws SchemaException when it is another text
   */
  public static Map<String, Attribute> read(String text) {
    return read(text, Set.of());
  }

  /**
   * The same of those that are wanted, which takes less time.
   *
   * @param wanted their names; all when empty
   */
  public static Map<String, Attribute> read(String text, Set<String> wanted) {
    try (JsonParser in = JSON.createParser(text)) {
      in.nextToken();
      return group(in, wanted);
    } catch (IOException e) {
      throw new SchemaException("Cannot read item: its attributes are no JSON object: " + e);
    }
  }

  /**
   * The item in a text that {@link #write(RawItem)} made.
   *
   * @throws SchemaException when it is another text
   */
  public static RawItem readItem(String text) {
    Map<String, Attribute> all = read(text);
    Attribute pk = all.remove(ItemKey.PARTITION);
    Attribute sk = all.remove(ItemKey.SORT);
    if (pk instanceof Attribute.Text partition && sk instanceof Attribute.Text sort) {
      return new RawItem(new ItemKey(partition.value(), sort.value()), all);
    }
    throw new SchemaException("Cannot read item: its text has no PK or no SK");
  }

  private static void write(JsonGenerator out, Map<String, Attribute> attributes)
      throws IOException {
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
    } else if (value instanceof Attribute.Foreign foreign) {
      foreign(out, foreign);
    } else {
      out.writeStartObject();
      write(out, ((Attribute.Group) value).values());
    }
  }

  private static void foreign(JsonGenerator out, Attribute.Foreign value) throws IOException {
    if (value.type().equals(Attribute.Foreign.NULL)) {
      out.writeNull();
    } else {
      out.writeString(value.text());
    }
  }

  private static Map<String, Attribute> group(JsonParser in, Set<String> wanted)
      throws IOException {
    expect(in, JsonToken.START_OBJECT);
    Map<String, Attribute> attributes = new HashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      if (wanted.isEmpty() || wanted.contains(name)) {
        attributes.put(name, value(in));
      } else {
        in.skipChildren();
      }
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
      case START_OBJECT -> new Attribute.Group(group(in, Set.of()));
      case VALUE_NULL -> new Attribute.Foreign(Attribute.Foreign.NULL, "");
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

package org.novacat.transforms.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes on one line what {@link JsonText} reads. */
public final class JsonWriter {
  private JsonWriter() {}

  /** The text of maps, lists, strings and nulls; other values are written as their texts are. */
  public static String write(@Nullable Object value) {
    StringBuilder out = new StringBuilder();
    write(value, out);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      object(map, out);
    } else if (value instanceof List<?> list) {
      array(list, out);
    } else if (value instanceof String text) {
      quote(text, out);
    } else {
      out.append(value);
    }
  }

  private static void object(Map<?, ?> map, StringBuilder out) {
    String between = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      quote(String.valueOf(entry.getKey()), out.append(between));
      write(entry.getValue(), out.append(':'));
      between = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void array(List<?> list, StringBuilder out) {
    String between = "[";
    for (Object item : list) {
      write(item, out.append(between));
      between = ",";
    }
    out.append(list.isEmpty() ? "[]" : "]");
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029) {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}

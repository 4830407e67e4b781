package org.novacat.persistence.log;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line of JSON (RFC 8259) from texts, numbers and lists of texts. */
final class JsonLine {
  private JsonLine() {}

  static String of(Map<String, ?> facts) {
    return facts.entrySet().stream()
        .map(fact -> quoted(fact.getKey()) + ":" + value(fact.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String value(Object value) {
    if (value instanceof Number) {
      return value.toString();
    }
    if (value instanceof List<?> list) {
      return list.stream().map(JsonLine::value).collect(Collectors.joining(",", "[", "]"));
    }
    return quoted(value.toString());
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}

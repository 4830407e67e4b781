package org.novacat.layouts.key;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of a key by name, each as the text that stands in the key.
 *
 * @param values in the order in which they were added or parsed; equality does not depend on it
 */
public record KeyFields(Map<String, String> values) {
  private static final KeyFields NONE = new KeyFields(Map.of());

  public KeyFields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** No fields at all. */
  public static KeyFields none() {
    return NONE;
  }

  /** One field; the text is {@code value.toString()}. */
  public static KeyFields of(String name, Object value) {
    return NONE.and(name, value);
  }

  /** These fields and one more, which replaces one of the same name. */
  public KeyFields and(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value.toString());
    return new KeyFields(more);
  }

  /**
   * The text of one field.
   *
   * @throws IllegalArgumentException when there is no such field
   */
  public String text(String name) {
    String text = values.get(name);
    if (text == null) {
      throw new IllegalArgumentException(
          "Cannot read field '%s' of a key: the key has %s".formatted(name, values.keySet()));
    }
    return text;
  }

  @Override
  public String toString() {
    return values.toString();
  }
}

package org.novacat.persistence.table;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of an item for a write to happen, or for a read to return it. Each form means
 * exactly what the DynamoDB expression it is rendered to means: a comparison with an attribute that
 * is absent is false.
 */
public sealed interface Condition {
  /** Always true. */
  record Always() implements Condition {}

  /** The item does not exist. */
  record Absent() implements Condition {}

  /** The item exists. */
  record Exists() implements Condition {}

  /** The attribute is present and equal. */
  record Equal(String name, Attribute value) implements Condition {}

  /** All of at least one. */
  record AllOf(List<Condition> parts) implements Condition {
    public AllOf {
      parts = List.copyOf(parts);
    }
  }

  /** Any of at least one. */
  record AnyOf(List<Condition> parts) implements Condition {
    public AnyOf {
      parts = List.copyOf(parts);
    }
  }

  /** Always true. */
  static Condition always() {
    return new Always();
  }

  /** The item does not exist. */
  static Condition absent() {
    return new Absent();
  }

  /** The item exists. */
  static Condition exists() {
    return new Exists();
  }

  /** The attribute is present and equal to a text. */
  static Condition equal(String name, String value) {
    return new Equal(name, Attribute.of(value));
  }

  /** The attribute is present and equal to a number. */
  static Condition equal(String name, long value) {
    return new Equal(name, Attribute.of(value));
  }

  /** All of them. */
  static Condition allOf(Condition... parts) {
    return new AllOf(List.of(parts));
  }

  /** Any of them. */
  static Condition anyOf(Condition... parts) {
    return new AnyOf(List.of(parts));
  }

  /** Whether this holds of an item; null is an item that does not exist. */
  default boolean holds(@Nullable RawItem item) {
    return holds(this, item);
  }

  /** In words for a log line, without values. */
  default String describe() {
    return words(this);
  }

  private static boolean holds(Condition condition, @Nullable RawItem item) {
    if (condition instanceof Equal equal) {
      return item != null && equal.value().equals(item.get(equal.name()));
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().allMatch(part -> holds(part, item));
    }
    if (condition instanceof AnyOf any) {
      return any.parts().stream().anyMatch(part -> holds(part, item));
    }
    return condition instanceof Always || condition instanceof Absent == (item == null);
  }

  private static String words(Condition condition) {
    if (condition instanceof Equal equal) {
      return equal.name() + " equal";
    }
    if (condition instanceof AllOf all) {
      return joined(all.parts(), " and ");
    }
    if (condition instanceof AnyOf any) {
      return joined(any.parts(), " or ");
    }
    return switch (condition.getClass().getSimpleName()) {
      case "Absent" -> "absent";
      case "Exists" -> "exists";
      default -> "none";
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(Condition::words).collect(Collectors.joining(word, "(", ")"));
  }
}

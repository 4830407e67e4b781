package org.novacat.persistence.table;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must be true of an item for a write to happen, or for a read to return it. Each form means
 * exactly what the DynamoDB expression it is rendered to means: a comparison with an attribute that
 * is absent is false.
 */
public sealed interface Condition extends Serializable {
  /** Always true. */
  record Always() implements Condition {}

  /** The item does not exist. */
  record Absent() implements Condition {}

  /** The item exists. */
  record Exists() implements Condition {}

  /** The attribute is present and equal. */
  record Equal(String name, Attribute value) implements Condition {}

  /** The attribute is present, of the same type and in this relation to a value. */
  record Compared(String name, Relation relation, Attribute value) implements Condition {}

  /** The attribute is present and a text that begins with another. */
  record BeginsWith(String name, String prefix) implements Condition {}

  /** The attribute is present. */
  record Present(String name) implements Condition {}

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

  /** How an attribute lies to a value; texts are ordered by their UTF-8 bytes. */
  enum Relation {
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">=");

    private final String sign;

    Relation(String sign) {
      this.sign = sign;
    }

    /** As in SQL, and in DynamoDB's expressions. */
    public String sign() {
      return sign;
    }

    private boolean holds(int compared) {
      return switch (this) {
        case LESS -> compared < 0;
        case AT_MOST -> compared <= 0;
        case GREATER -> compared > 0;
        case AT_LEAST -> compared >= 0;
      };
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
      return item != null && equal.value().equals(item.value(equal.name()));
    }
    if (condition instanceof Compared compared) {
      return item != null && holds(compared, item.value(compared.name()));
    }
    if (condition instanceof BeginsWith begins) {
      return item != null
          && item.value(begins.name()) instanceof Attribute.Text text
          && text.value().startsWith(begins.prefix());
    }
    if (condition instanceof Present present) {
      return item != null && item.value(present.name()) != null;
    }
    if (condition instanceof AllOf all) {
      return all.parts().stream().allMatch(part -> holds(part, item));
    }
    if (condition instanceof AnyOf any) {
      return any.parts().stream().anyMatch(part -> holds(part, item));
    }
    return condition instanceof Always || condition instanceof Absent == (item == null);
  }

  private static boolean holds(Compared condition, @Nullable Attribute found) {
    if (found instanceof Attribute.Text text && condition.value() instanceof Attribute.Text to) {
      return condition.relation().holds(Texts.compare(text.value(), to.value()));
    }
    return found instanceof Attribute.Num number
        && condition.value() instanceof Attribute.Num to
        && condition.relation().holds(number.value().compareTo(to.value()));
  }

  /** The attributes that it names, in any order. */
  default Stream<String> names() {
    if (this instanceof AllOf all) {
      return all.parts().stream().flatMap(Condition::names);
    }
    if (this instanceof AnyOf any) {
      return any.parts().stream().flatMap(Condition::names);
    }
    return name(this).stream();
  }

  private static Optional<String> name(Condition condition) {
    if (condition instanceof Equal equal) {
      return Optional.of(equal.name());
    }
    if (condition instanceof Compared compared) {
      return Optional.of(compared.name());
    }
    if (condition instanceof BeginsWith begins) {
      return Optional.of(begins.name());
    }
    return condition instanceof Present present ? Optional.of(present.name()) : Optional.empty();
  }

  private static String words(Condition condition) {
    if (condition instanceof Equal equal) {
      return equal.name() + " equal";
    }
    if (condition instanceof Compared compared) {
      return compared.name() + " " + compared.relation().sign();
    }
    if (condition instanceof BeginsWith begins) {
      return begins.name() + " begins with";
    }
    if (condition instanceof Present present) {
      return present.name() + " present";
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

package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The value of one attribute of an item, in the types that we use of those DynamoDB has. */
public sealed interface Attribute {
  /** DynamoDB's {@code S}. */
  record Text(String value) implements Attribute {
    public Text {
      requireNonNull(value, "value is null");
    }
  }

  /**
   * DynamoDB's {@code N}; trailing zeros of a fraction are dropped, so that equal numbers are equal
   * values.
   */
  record Num(BigDecimal value) implements Attribute {
    public Num {
      BigDecimal stripped = value.stripTrailingZeros();
      value = stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
  }

  /** DynamoDB's {@code BOOL}. */
  record Flag(boolean value) implements Attribute {}

  /** DynamoDB's {@code L}. */
  record Many(List<Attribute> values) implements Attribute {
    public Many {
      values = List.copyOf(values);
    }
  }

  /** DynamoDB's {@code M}. */
  record Group(Map<String, Attribute> values) implements Attribute {
    public Group {
      values = Map.copyOf(values);
    }
  }

  /** A text. */
  static Attribute of(String value) {
    return new Text(value);
  }

  /** A whole number. */
  static Attribute of(long value) {
    return new Num(BigDecimal.valueOf(value));
  }
}

package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The value of one attribute of an item, in the types that we use of those DynamoDB has. */
public sealed interface Attribute extends Serializable {
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

  /** DynamoDB's {@code L}; when read also {@code SS} and {@code NS}. */
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

  /**
   * A type of DynamoDB's that we never write: {@code B}, {@code BS} or {@code NULL}. It can be
   * shown, and stands in the way only of who asks for it.
   *
   * @param type DynamoDB's name of it
   * @param text bytes in Base64, those of a set with commas between; "" of {@code NULL}
   */
  record Foreign(String type, String text) implements Attribute {
    /** DynamoDB's {@code NULL}. */
    public static final String NULL = "NULL";

    public Foreign {
      requireNonNull(type, "type is null");
      requireNonNull(text, "text is null");
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

  /** DynamoDB's name of the type. */
  default String typeName() {
    if (this instanceof Foreign foreign) {
      return foreign.type();
    }
    return switch (getClass().getSimpleName()) {
      case "Text" -> "S";
      case "Num" -> "N";
      case "Flag" -> "BOOL";
      case "Many" -> "L";
      default -> "M";
    };
  }
}

package org.novacat.persistence.dynamodb;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes and items to and from the SDK's. */
final class Values {
  static final String PK = "PK";
  static final String SK = "SK";

  private Values() {}

  static AttributeValue toSdk(Attribute attribute) {
    if (attribute instanceof Attribute.Text text) {
      return AttributeValue.fromS(text.value());
    }
    if (attribute instanceof Attribute.Num num) {
      return AttributeValue.fromN(num.value().toString());
    }
    if (attribute instanceof Attribute.Flag flag) {
      return AttributeValue.fromBool(flag.value());
    }
    if (attribute instanceof Attribute.Many many) {
      return AttributeValue.fromL(many.values().stream().map(Values::toSdk).toList());
    }
    return AttributeValue.fromM(toSdk(((Attribute.Group) attribute).values()));
  }

  static Map<String, AttributeValue> toSdk(Map<String, Attribute> attributes) {
    Map<String, AttributeValue> out = new HashMap<>();
    attributes.forEach((name, value) -> out.put(name, toSdk(value)));
    return out;
  }

  static Map<String, AttributeValue> toSdk(ItemKey key) {
    return Map.of(PK, AttributeValue.fromS(key.pk()), SK, AttributeValue.fromS(key.sk()));
  }

  static Map<String, AttributeValue> toSdk(RawItem item) {
    Map<String, AttributeValue> out = toSdk(item.attributes());
    out.putAll(toSdk(item.key()));
    return out;
  }

  static Attribute fromSdk(AttributeValue value) {
    return switch (value.type()) {
      case S -> Attribute.of(value.s());
      case N -> new Attribute.Num(new BigDecimal(value.n()));
      case BOOL -> new Attribute.Flag(value.bool());
      case L -> new Attribute.Many(value.l().stream().map(Values::fromSdk).toList());
      case M -> new Attribute.Group(fromSdk(value.m()));
      case B, BS, NS, SS, NUL, UNKNOWN_TO_SDK_VERSION ->
          throw new SchemaException(
              "Cannot read attribute of type %s: novacat writes no such attributes"
                  .formatted(value.type()));
    };
  }

  static Map<String, Attribute> fromSdk(Map<String, AttributeValue> values) {
    Map<String, Attribute> out = new HashMap<>();
    values.forEach((name, value) -> out.put(name, fromSdk(value)));
    return out;
  }

  static RawItem item(Map<String, AttributeValue> values) {
    Map<String, AttributeValue> rest = new HashMap<>(values);
    AttributeValue pk = rest.remove(PK);
    AttributeValue sk = rest.remove(SK);
    if (pk == null || sk == null) {
      throw new SchemaException("Cannot read item: it has no PK or no SK");
    }
    return new RawItem(new ItemKey(pk.s(), sk.s()), fromSdk(rest));
  }
}

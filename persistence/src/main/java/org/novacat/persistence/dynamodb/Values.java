package org.novacat.persistence.dynamodb;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Attributes and items to and from the SDK's. */
final class Values {
  static final String PK = ItemKey.PARTITION;
  static final String SK = ItemKey.SORT;

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
    if (attribute instanceof Attribute.Foreign foreign) {
      throw new IllegalArgumentException(
          "Cannot write an attribute of type %s".formatted(foreign.type()));
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
      case SS -> new Attribute.Many(value.ss().stream().map(Attribute::of).toList());
      case NS ->
          new Attribute.Many(
              value.ns().stream()
                  .<Attribute>map(n -> new Attribute.Num(new BigDecimal(n)))
                  .toList());
      case NUL -> new Attribute.Foreign(Attribute.Foreign.NULL, "");
      case B -> new Attribute.Foreign("B", base64(value.b()));
      case BS ->
          new Attribute.Foreign(
              "BS", value.bs().stream().map(Values::base64).collect(Collectors.joining(",")));
      case UNKNOWN_TO_SDK_VERSION -> new Attribute.Foreign("unknown", "");
    };
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
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

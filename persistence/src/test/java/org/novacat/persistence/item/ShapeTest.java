package org.novacat.persistence.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

class ShapeTest {
  private static final Field<String> NAME = Field.required("name", Types.TEXT);

  /** Version 2 renamed {@code title} to {@code label}, version 3 {@code label} to {@code name}. */
  private static final Shape THIRD =
      new Shape(
          "Thing",
          "pk",
          "sk",
          new SchemaVersion(3, 1),
          List.of(NAME),
          List.of(renamed("title", "label"), renamed("label", "name")));

  @Test
  void itemOfEachMajorVersion_isBroughtUpToDate() {
    assertThat(THIRD.read(item("1.0", "title")).get(NAME)).isEqualTo("value");
    assertThat(THIRD.read(item("2.4", "label")).get(NAME)).isEqualTo("value");
    assertThat(THIRD.read(item("3.0", "name")).get(NAME)).isEqualTo("value");
  }

  @Test
  void shapeWithoutTheUpgradesToItsVersion_isRefused() {
    assertThatThrownBy(
            () -> new Shape("Thing", "pk", "sk", new SchemaVersion(3, 0), List.of(NAME), List.of()))
        .hasMessage("Cannot build shape of 'Thing': 0 upgrades lead to major version 3");
  }

  private static UnaryOperator<RawItem> renamed(String from, String to) {
    return item -> {
      Map<String, Attribute> attributes = new HashMap<>(item.attributes());
      attributes.put(to, attributes.remove(from));
      return new RawItem(item.key(), attributes);
    };
  }

  private static RawItem item(String version, String name) {
    return new RawItem(
        new ItemKey("pk", "sk"),
        Map.of(
            "entity_type",
            Attribute.of("Thing"),
            "schema_version",
            Attribute.of(version),
            "created_at",
            Attribute.of("2026-02-21T20:45:10.000Z"),
            "updated_at",
            Attribute.of("2026-02-21T20:45:10.000Z"),
            "version",
            Attribute.of(1),
            "updated_by",
            Attribute.of("7d1e3b7e-5f0c-5a55-9d0a-6e6f76616361"),
            name,
            Attribute.of("value")));
  }
}

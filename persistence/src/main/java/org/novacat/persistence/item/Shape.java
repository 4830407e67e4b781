package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.table.RawItem;

/**
 * The current shape of one kind of item.
 *
 * @param entityType the value of {@code entity_type}
 * @param pk the form of the partition key, for people
 * @param sk the form of the sort key, for people
 * @param fields its own attributes, in the order they are documented
 * @param upgrades pure functions, the n-th of which takes an item of major version n to n + 1
 */
public record Shape(
    String entityType,
    String pk,
    String sk,
    SchemaVersion version,
    List<Field<?>> fields,
    List<UnaryOperator<RawItem>> upgrades) {
  public Shape {
    requireNonNull(entityType, "entityType is null");
    fields = Stream.concat(Common.ALL.stream(), fields.stream()).toList();
    upgrades = List.copyOf(upgrades);
    if (upgrades.size() != version.major() - 1) {
      throw new IllegalArgumentException(
          "Cannot build shape of '%s': %s upgrades lead to major version %s"
              .formatted(entityType, upgrades.size(), version.major()));
    }
  }

  /** The first version. */
  public static Shape first(String entityType, String pk, String sk, List<Field<?>> fields) {
    return new Shape(entityType, pk, sk, new SchemaVersion(1, 0), fields, List.of());
  }

  /**
   * The attributes of an item of this kind, brought up to the current major version.
   *
   * @throws SchemaException when it is of another kind, of a newer major version, or lacks an
   *     attribute that all of its kind have
   */
  public Fields read(RawItem item) {
    Fields stored = new Fields(item);
    String kind = stored.get(Common.ENTITY_TYPE);
    if (!kind.equals(entityType)) {
      throw new SchemaException(
          "Cannot read item '%s': it is a '%s', expected a '%s'"
              .formatted(item.key(), kind, entityType));
    }
    SchemaVersion found = SchemaVersion.parse(stored.get(Common.SCHEMA_VERSION));
    if (found.major() > version.major()) {
      throw new SchemaException(
          "Cannot read item '%s': its schema version is %s, this novacat reads up to %s.x (use a newer novacat)"
              .formatted(item.key(), found, version.major()));
    }
    RawItem current = item;
    for (UnaryOperator<RawItem> step : upgrades.subList(found.major() - 1, upgrades.size())) {
      current = step.apply(current);
    }
    return complete(new Fields(current));
  }

  /** The names of the attributes that every item of this kind has. */
  public Set<String> required() {
    return fields.stream()
        .filter(field -> field.presence() == Field.Presence.REQUIRED)
        .map(Field::name)
        .collect(toSet());
  }

  private Fields complete(Fields read) {
    fields.stream().filter(field -> field.presence() == Field.Presence.REQUIRED).forEach(read::get);
    return read;
  }
}

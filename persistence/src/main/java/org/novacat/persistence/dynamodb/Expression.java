package org.novacat.persistence.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.SortRange;
import org.novacat.persistence.table.Write;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Renders conditions and updates as DynamoDB expressions and gathers the placeholders on the way.
 * Every name is a placeholder, so that no attribute can collide with a reserved word.
 */
final class Expression {
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, AttributeValue> values = new HashMap<>();

  /** The condition as text; null when it is always true. */
  @Nullable String condition(Condition condition) {
    return condition instanceof Condition.Always ? null : text(condition);
  }

  /** Items of a partition with these sort keys. */
  String keyCondition(String pkName, String pk, String skName, SortRange sort) {
    String partition = name(pkName) + " = " + value(Attribute.of(pk));
    @Nullable String sorts = sorts(skName, sort);
    return sorts == null ? partition : partition + " AND " + sorts;
  }

  private @Nullable String sorts(String name, SortRange sort) {
    if (!sort.prefix().isEmpty()) {
      return "begins_with(%s, %s)".formatted(name(name), value(Attribute.of(sort.prefix())));
    }
    @Nullable String least = sort.least();
    @Nullable String most = sort.most();
    if (least != null && most != null) {
      return sort.isOne()
          ? name(name) + " = " + value(Attribute.of(least))
          : "%s BETWEEN %s AND %s"
              .formatted(name(name), value(Attribute.of(least)), value(Attribute.of(most)));
    }
    if (least != null) {
      return name(name) + " >= " + value(Attribute.of(least));
    }
    return most == null ? null : name(name) + " <= " + value(Attribute.of(most));
  }

  /**
   * A sort key that begins with a prefix, which may be empty, and a condition; null for neither.
   */
  @Nullable String filter(String skName, String skPrefix, Condition condition) {
    @Nullable String rest = condition(condition);
    if (skPrefix.isEmpty()) {
      return rest;
    }
    String begins = "begins_with(%s, %s)".formatted(name(skName), value(Attribute.of(skPrefix)));
    return rest == null ? begins : begins + " AND " + rest;
  }

  /** The keys and these attributes; null, which is all, when none are named. */
  @Nullable String projection(Set<String> attributes) {
    return attributes.isEmpty()
        ? null
        : Stream.concat(Stream.of(Values.PK, Values.SK), new TreeSet<>(attributes).stream())
            .distinct()
            .map(this::name)
            .collect(Collectors.joining(", "));
  }

  String update(Write.Update update) {
    List<String> sets = new ArrayList<>();
    new TreeMap<>(update.sets()).forEach((name, to) -> sets.add(name(name) + " = " + value(to)));
    new TreeMap<>(update.initials())
        .forEach(
            (name, to) ->
                sets.add("%1$s = if_not_exists(%1$s, %2$s)".formatted(name(name), value(to))));
    for (String count : new TreeSet<>(update.counts())) {
      sets.add(
          "%1$s = if_not_exists(%1$s, %2$s) + %3$s"
              .formatted(name(count), value(Attribute.of(0)), value(Attribute.of(1))));
    }
    String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
    String remove =
        update.removes().isEmpty()
            ? ""
            : " REMOVE "
                + new TreeSet<>(update.removes())
                    .stream().map(this::name).collect(Collectors.joining(", "));
    return (set + remove).strip();
  }

  /** Placeholders of names; null when there are none, as the service refuses an empty map. */
  @Nullable Map<String, String> names() {
    return names.isEmpty()
        ? null
        : names.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
  }

  /** Placeholders of values; null when there are none. */
  @Nullable Map<String, AttributeValue> values() {
    return values.isEmpty() ? null : values;
  }

  private String text(Condition condition) {
    if (condition instanceof Condition.Absent) {
      return "attribute_not_exists(" + name(Values.PK) + ")";
    }
    if (condition instanceof Condition.Exists) {
      return "attribute_exists(" + name(Values.PK) + ")";
    }
    if (condition instanceof Condition.Equal equal) {
      return name(equal.name()) + " = " + value(equal.value());
    }
    if (condition instanceof Condition.Compared compared) {
      return "%s %s %s"
          .formatted(name(compared.name()), compared.relation().sign(), value(compared.value()));
    }
    if (condition instanceof Condition.BeginsWith begins) {
      return "begins_with(%s, %s)"
          .formatted(name(begins.name()), value(Attribute.of(begins.prefix())));
    }
    if (condition instanceof Condition.Present present) {
      return "attribute_exists(" + name(present.name()) + ")";
    }
    if (condition instanceof Condition.AllOf all) {
      return joined(all.parts(), " AND ");
    }
    if (condition instanceof Condition.AnyOf any) {
      return joined(any.parts(), " OR ");
    }
    throw new IllegalArgumentException("Cannot render 'always' inside another condition");
  }

  private String joined(List<Condition> parts, String word) {
    return parts.stream().map(this::text).collect(Collectors.joining(word, "(", ")"));
  }

  private String name(String attribute) {
    return names.computeIfAbsent(attribute, a -> "#n" + names.size());
  }

  private String value(Attribute attribute) {
    String placeholder = ":v" + values.size();
    values.put(placeholder, Values.toSdk(attribute));
    return placeholder;
  }
}

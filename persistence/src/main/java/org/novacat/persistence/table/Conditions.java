package org.novacat.persistence.table;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions on plain values: what the in-memory table decides by, and how logs name them. */
final class Conditions {
  private Conditions() {}

  static boolean holds(Condition condition, @Nullable RawItem item) {
    if (condition instanceof Condition.Equal equal) {
      return item != null && equal.value().equals(item.get(equal.name()));
    }
    if (condition instanceof Condition.Lacks lacks) {
      return item == null || item.get(lacks.name()) == null;
    }
    if (condition instanceof Condition.AllOf all) {
      return all.parts().stream().allMatch(part -> holds(part, item));
    }
    if (condition instanceof Condition.AnyOf any) {
      return any.parts().stream().anyMatch(part -> holds(part, item));
    }
    return condition instanceof Condition.Always
        || condition instanceof Condition.Absent == (item == null);
  }

  static String describe(Condition condition) {
    if (condition instanceof Condition.Equal equal) {
      return equal.name() + " equal";
    }
    if (condition instanceof Condition.Lacks lacks) {
      return lacks.name() + " absent";
    }
    if (condition instanceof Condition.AllOf all) {
      return joined(all.parts(), " and ");
    }
    if (condition instanceof Condition.AnyOf any) {
      return joined(any.parts(), " or ");
    }
    return switch (condition.getClass().getSimpleName()) {
      case "Absent" -> "absent";
      case "Exists" -> "exists";
      default -> "none";
    };
  }

  private static String joined(List<Condition> parts, String word) {
    return parts.stream().map(Conditions::describe).collect(Collectors.joining(word, "(", ")"));
  }
}

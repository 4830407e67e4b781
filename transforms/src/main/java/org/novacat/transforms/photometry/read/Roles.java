package org.novacat.transforms.photometry.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table and their roles, while they are given out. */
final class Roles {
  private final List<Column> columns;
  private final Role[] roles;
  private final String[] reasons;
  private final Map<Integer, Integer> errors = new HashMap<>();
  private final Map<Integer, String> bands = new HashMap<>();

  Roles(List<Column> columns) {
    this.columns = columns;
    this.roles = new Role[columns.size()];
    this.reasons = new String[columns.size()];
  }

  Column column(int index) {
    return columns.get(index);
  }

  int size() {
    return columns.size();
  }

  /** Whether nothing was decided on a column yet. */
  boolean isFree(int index) {
    return roles[index] == null;
  }

  void give(int index, Role role, String reason) {
    roles[index] = role;
    reasons[index] = reason;
  }

  /** The first column of a role; −1 when there is none. */
  int index(Role role) {
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == role) {
        return i;
      }
    }
    return -1;
  }

  boolean has(Role role) {
    return index(role) >= 0;
  }

  /** All columns of a role. */
  List<Integer> all(Role role) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      if (roles[i] == role) {
        found.add(i);
      }
    }
    return found;
  }

  /** Ties a column of errors to the column of its values. */
  void partner(int value, int error, String reason) {
    errors.put(value, error);
    give(error, Role.ERROR, reason);
  }

  /** The column of errors of a column of values; −1 when there is none. */
  int errorOf(int value) {
    return errors.getOrDefault(value, -1);
  }

  void band(int value, String band) {
    bands.put(value, band);
  }

  /** The band that a column is named after; "" when it is not. */
  String bandOf(int value) {
    return bands.getOrDefault(value, "");
  }

  List<ColumnUse> uses() {
    List<ColumnUse> uses = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      Column column = columns.get(i);
      boolean free = roles[i] == null;
      uses.add(
          new ColumnUse(
              i + 1,
              column.name(),
              column.unit(),
              free ? Role.NONE : roles[i],
              free ? "nothing names a role for it" : reasons[i]));
    }
    return uses;
  }
}

package org.novacat.transforms.photometry.read.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Fate;

/** The columns of a table and their roles, while they are given out. */
public final class Roles {
  private final List<UploadColumn> columns;
  private final Role[] roles;
  private final @Nullable String[] reasons;
  private int @Nullable [] first;
  private final Map<Integer, Integer> errors = new HashMap<>();
  private final Map<Integer, String> bands = new HashMap<>();
  private final Map<Integer, List<LimitFlag>> flags = new HashMap<>();
  private final Map<Integer, EnumMap<Role, Integer>> beside = new HashMap<>();
  private final Map<Integer, TimeOfDay> clocks = new HashMap<>();

  public Roles(List<UploadColumn> columns) {
    this.columns = columns.stream().map(UploadColumn::withoutError).toList();
    this.roles = new Role[columns.size()];
    this.reasons = new String[columns.size()];
  }

  public UploadColumn column(int index) {
    return columns.get(index);
  }

  public int size() {
    return columns.size();
  }

  /** Whether nothing was decided on a column yet. */
  public boolean isFree(int index) {
    return roles[index] == null;
  }

  /**
   * What a sidecar calls the columns on which nothing was decided, in order: by their names, or by
   * numbers from 1 where names would not do.
   */
  public List<String> free() {
    return IntStream.range(0, roles.length).filter(this::isFree).mapToObj(this::called).toList();
  }

  /** What a sidecar calls a column: its name, or its number from 1 where it has none to write. */
  public String called(int column) {
    String name = column(column).name();
    return name.isBlank() || name.matches(".*[\"\\\\{}].*") ? Integer.toString(column + 1) : name;
  }

  public void give(int index, Role role, String reason) {
    roles[index] = role;
    first = null;
    reasons[index] = reason;
  }

  /** Leaves a column to whoever knows better. */
  public void release(int index) {
    roles[index] = null;
    first = null;
    reasons[index] = null;
  }

  /** Leaves a column without a role, and says why. */
  public void leave(int index, String reason) {
    reasons[index] = reason;
  }

  /** The first column of a role; −1 when there is none. */
  @SuppressWarnings("EnumOrdinal") // see firsts
  public int index(Role role) {
    if (first == null) {
      first = firsts();
    }
    return first[role.ordinal()];
  }

  /** Rows ask again and again, so it is kept until another role is given. */
  @SuppressWarnings("EnumOrdinal") // a map would cost a tenth of the reading of a row
  private int[] firsts() {
    int[] found = new int[Role.values().length];
    Arrays.fill(found, -1);
    for (int i = roles.length - 1; i >= 0; i--) {
      if (roles[i] != null) {
        found[roles[i].ordinal()] = i;
      }
    }
    return found;
  }

  public boolean has(Role role) {
    return index(role) >= 0;
  }

  /** All columns of a role. */
  public List<Integer> all(Role role) {
    return IntStream.range(0, roles.length).filter(i -> roles[i] == role).boxed().toList();
  }

  /** Ties a column of errors to the column of its values. */
  public void partner(int value, int error, String reason) {
    errors.put(value, error);
    give(error, Role.ERROR, reason);
  }

  /** The column of errors of a column of values; −1 when there is none. */
  public int errorOf(int value) {
    return errors.getOrDefault(value, -1);
  }

  /** Ties a column of another role to the column of its values. */
  public void beside(int value, Role role, int column, String reason) {
    beside.computeIfAbsent(value, none -> new EnumMap<>(Role.class)).put(role, column);
    give(column, role, reason);
  }

  /**
   * The column of a role that belongs to a column of values; −1 when there is none. Of one that is
   * tied to no values, where there is but one column of values.
   */
  public int besideOf(int value, Role role) {
    Integer own = beside.getOrDefault(value, new EnumMap<>(Role.class)).get(role);
    boolean tied = beside.values().stream().anyMatch(map -> map.containsKey(role));
    return own != null ? own : tied || all(Role.BAND_VALUE).size() > 1 ? -1 : index(role);
  }

  /** Lets a column say which values of another are limits. */
  public void flag(int value, LimitFlag flag) {
    flags.computeIfAbsent(value, none -> new ArrayList<>()).add(flag);
  }

  /** The columns that say which values of a column are limits. */
  public List<LimitFlag> flagsOf(int value) {
    return flags.getOrDefault(value, List.of());
  }

  public void band(int value, String band) {
    bands.put(value, band);
  }

  /** The band that a column is named after; "" when it is not. */
  public String bandOf(int value) {
    return bands.getOrDefault(value, "");
  }

  /** Takes a column for times of day, so written. */
  public void clock(int column, TimeOfDay notation, String reason) {
    clocks.put(column, notation);
    give(column, Role.EPOCH_CLOCK, reason);
  }

  /** How a column of times of day writes them. */
  public TimeOfDay clockOf(int column) {
    return clocks.getOrDefault(column, TimeOfDay.CLOCK);
  }

  public List<ColumnUse> uses() {
    List<ColumnUse> uses = new ArrayList<>();
    for (int i = 0; i < roles.length; i++) {
      UploadColumn column = columns.get(i);
      boolean free = roles[i] == null;
      uses.add(
          new ColumnUse(
              i + 1,
              column.name(),
              column.unit(),
              free ? Role.NONE : roles[i],
              free ? Fate.UNACCOUNTED : roles[i] == Role.NONE ? Fate.IRRELEVANT : Fate.USED,
              reasons[i] == null ? "nothing names a role for it" : reasons[i]));
    }
    return uses;
  }
}

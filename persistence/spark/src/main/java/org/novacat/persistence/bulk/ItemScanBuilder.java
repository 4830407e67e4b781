package org.novacat.persistence.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.IsNotNull;
import org.apache.spark.sql.sources.StringStartsWith;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.bulk.FilterRule.Rule;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Query.Source;
import org.novacat.persistence.table.Table;

/** Learns from Spark which columns, filters and how many rows a query has. */
final class ItemScanBuilder
    implements SupportsPushDownFilters, SupportsPushDownRequiredColumns, SupportsPushDownLimit {
  /**
   * DynamoDB takes no expression of more than 300 operators or 4 KB; each condition takes 30 bytes.
   */
  private static final int MOST_CONDITIONS = 120;

  private final ReadOptions options;
  private final StructType all;
  private final List<Condition> conditions = new ArrayList<>();
  private final Set<Filter> pushed = new LinkedHashSet<>();
  private StructType schema;
  private @Nullable KeyChoice keys;
  private String sortPrefix = "";
  private int limit;

  ItemScanBuilder(ReadOptions options, StructType schema) {
    this.options = options;
    this.all = schema;
    this.schema = schema;
    String entity = options.entity();
    if (entity != null) {
      conditions.add(Condition.equal("entity_type", entity));
    }
  }

  /** Gives back the filters that rows are still to be held against. */
  @Override
  public Filter[] pushFilters(Filter[] filters) {
    List<Filter> given = List.of(filters);
    KeyChoice chosen = choice(given);
    keys = chosen;
    if (chosen != null) {
      given.stream().filter(chosen.told()::contains).forEach(pushed::add);
    }
    if (chosen == null) {
      given.stream().filter(this::isPrefix).findFirst().ifPresent(this::prefix);
    }
    Set<Filter> exact = new LinkedHashSet<>(pushed);
    FilterRule rules = new FilterRule(all);
    given.stream()
        .filter(filter -> !pushed.contains(filter) && !(filter instanceof IsNotNull))
        .forEach(filter -> push(filter, rules.of(filter), exact));
    Set<String> there = there(exact);
    given.stream()
        .filter(IsNotNull.class::isInstance)
        .forEach(
            filter -> {
              if (there.containsAll(List.of(filter.references()))) {
                exact.add(filter);
              } else {
                push(filter, rules.of(filter), exact);
              }
            });
    return given.stream().filter(filter -> !exact.contains(filter)).toArray(Filter[]::new);
  }

  private @Nullable KeyChoice choice(List<Filter> filters) {
    KeyChoice ofTable = options.index() ? null : KeyChoice.of(Source.TABLE, filters);
    return ofTable != null ? ofTable : KeyChoice.of(Source.ELIGIBILITY_INDEX, filters);
  }

  /**
   * Of all items, a table finds those of one beginning of sort keys with less work than by others.
   */
  private boolean isPrefix(Filter filter) {
    Source source = options.index() ? Source.ELIGIBILITY_INDEX : Source.TABLE;
    return filter instanceof StringStartsWith begins
        && begins.attribute().equals(KeyChoice.sortName(source));
  }

  private void prefix(Filter filter) {
    sortPrefix = ((StringStartsWith) filter).value();
    pushed.add(filter);
  }

  private void push(Filter filter, @Nullable Rule rule, Set<Filter> exact) {
    if (rule == null || namesKey(rule.condition()) || !hasRoom(rule.condition())) {
      return;
    }
    conditions.add(rule.condition());
    pushed.add(filter);
    if (rule.isExact()) {
      exact.add(filter);
    }
  }

  /** A Query takes keys in no other condition than that on them. */
  private boolean namesKey(Condition condition) {
    KeyChoice chosen = keys;
    return chosen != null
        && condition
            .names()
            .anyMatch(
                name ->
                    name.equals(KeyChoice.partitionName(chosen.source()))
                        || name.equals(KeyChoice.sortName(chosen.source())));
  }

  private boolean hasRoom(Condition condition) {
    return Stream.concat(conditions.stream(), Stream.of(condition))
            .mapToLong(each -> each.names().count())
            .sum()
        <= MOST_CONDITIONS;
  }

  /** Columns that are null in no row: keys, and those that an exact filter is on. */
  private Set<String> there(Set<Filter> exact) {
    Set<String> names = new LinkedHashSet<>(List.of(ItemKey.PARTITION, ItemKey.SORT));
    boolean index = keys == null ? options.index() : keys.source() == Source.ELIGIBILITY_INDEX;
    if (index) {
      names.addAll(List.of(Table.INDEX_PARTITION, Table.INDEX_SORT));
    }
    exact.stream()
        .map(filter -> List.of(filter.references()))
        .filter(references -> references.stream().distinct().count() == 1)
        .forEach(names::addAll);
    return names;
  }

  @Override
  public Filter[] pushedFilters() {
    return pushed.toArray(Filter[]::new);
  }

  /** Takes whole columns: a part of a struct costs as much as all of it. */
  @Override
  public void pruneColumns(StructType required) {
    schema =
        new StructType(
            Arrays.stream(required.fields()).map(this::whole).toArray(StructField[]::new));
  }

  private StructField whole(StructField required) {
    return Arrays.stream(all.fields())
        .filter(field -> field.name().equals(required.name()))
        .findFirst()
        .orElse(required);
  }

  /** Each part stops there; Spark takes so many of all parts. */
  @Override
  public boolean pushLimit(int rows) {
    limit = rows;
    return true;
  }

  @Override
  public Scan build() {
    Condition condition =
        conditions.size() > 1
            ? new Condition.AllOf(conditions)
            : conditions.stream().findFirst().orElse(Condition.always());
    return new ItemScan(
        new ReadSpec(options, schema, keys, sortPrefix, condition, List.copyOf(pushed), limit));
  }
}

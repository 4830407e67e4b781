package org.novacat.persistence.bulk;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;

/**
 * What one scan of a query asks the table for. Two are equal when they give the same rows.
 *
 * @param options of the read
 * @param schema of the rows
 * @param keys the partitions that filters leave; null for all
 * @param sortPrefix what sort keys begin with where all partitions are read
 * @param condition which items the table returns
 * @param pushed filters that keys and condition tell, some of them in part
 * @param limit most rows of each part; 0 for all
 */
record ReadSpec(
    ReadOptions options,
    StructType schema,
    @Nullable KeyChoice keys,
    String sortPrefix,
    Condition condition,
    List<Filter> pushed,
    int limit)
    implements Serializable {
  /** A page is to take about a second of a part's share; a small item costs a quarter of a unit. */
  private static final double ITEMS_PER_UNIT = 4;

  /**
   * About as many products as fill the 1 MB at which DynamoDB ends a page; smaller items take some
   * more pages. A server that is asked for more, or is not told, may look at what it then cannot
   * return: see docs/benchmarks.md.
   */
  private static final int MOST_PAGE_ITEMS = 1024;

  ReadSpec {
    requireNonNull(options, "options is null");
    requireNonNull(schema, "schema is null");
    requireNonNull(condition, "condition is null");
    pushed = List.copyOf(pushed);
  }

  /** What is asked for of each item beside its key; empty for all. */
  private Set<String> attributes() {
    return Columns.attributes(schema, options.attributes());
  }

  /** Where to read. */
  Query.Source source() {
    if (keys != null) {
      return keys.source();
    }
    return options.index() ? Query.Source.ELIGIBILITY_INDEX : Query.Source.TABLE;
  }

  /** Everything, to be cut into parts. */
  Scan scan() {
    return new Scan(source(), sortPrefix, condition, attributes(), Scan.WHOLE, 0);
  }

  /** All items that are wanted of a partition. */
  Query query(KeyChoice choice, String partition) {
    return new Query(choice.source(), partition, choice.sort(), condition, attributes(), 0);
  }

  /**
   * Most items of one page.
   *
   * @param share read units a second
   */
  int pageItems(double share) {
    boolean returnsAll = condition instanceof Condition.Always && sortPrefix.isEmpty();
    int most = limit > 0 && returnsAll ? Math.min(limit, MOST_PAGE_ITEMS) : MOST_PAGE_ITEMS;
    double paced = share == 0 ? most : Math.max(1, Math.ceil(share * ITEMS_PER_UNIT));
    return (int) Math.min(most, paced);
  }

  /** For EXPLAIN. */
  String describe() {
    StringBuilder text = new StringBuilder("novacat-table ").append(options.place().name());
    text.append(options.place().isEmbedded() ? " (embedded)" : "").append(", ").append(how());
    if (options.entity() != null) {
      text.append(", entity ").append(options.entity());
    }
    text.append(", pushed filters ").append(pushed);
    Set<String> attributes = attributes();
    text.append(", attributes ").append(attributes.isEmpty() ? "all" : attributes);
    text.append(limit == 0 ? "" : ", limit " + limit);
    text.append(
        options.readUnits() == 0
            ? ""
            : ", at most %s read units a second".formatted(options.readUnits()));
    return text.toString();
  }

  private String how() {
    String where = source() == Query.Source.TABLE ? "the table" : "the index " + ReadOptions.INDEX;
    if (keys == null) {
      return sortPrefix.isEmpty()
          ? "Scan of " + where
          : "Scan of %s for %s that begin with '%s'"
              .formatted(where, KeyChoice.sortName(source()), sortPrefix);
    }
    String partitions =
        keys.partitions().stream()
            .limit(3)
            .map(key -> "'" + key + "'")
            .collect(Collectors.joining(", "));
    int more = keys.partitions().size() - 3;
    String sort = keys.sort().describe();
    return "Query of %s where %s is %s%s%s"
        .formatted(
            where,
            KeyChoice.partitionName(source()),
            partitions.isEmpty() ? "impossible" : partitions,
            more > 0 ? " or one of %s more".formatted(more) : "",
            sort.isEmpty() ? "" : " and " + KeyChoice.sortName(source()) + " " + sort);
  }
}

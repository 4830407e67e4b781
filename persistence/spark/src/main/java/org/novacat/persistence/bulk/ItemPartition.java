package org.novacat.persistence.bulk;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.connector.read.InputPartition;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Page;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;

/**
 * What one task reads.
 *
 * @param queries read first, in this order
 * @param scans read then
 * @param share of the read units a second; 0 for no bound
 */
record ItemPartition(List<Query> queries, List<Scan> scans, double share)
    implements InputPartition {
  /** One query or part of a scan, page by page. */
  @FunctionalInterface
  interface Reading {
    Page next(Page.@Nullable Cursor from);
  }

  ItemPartition {
    queries = List.copyOf(queries);
    scans = List.copyOf(scans);
  }

  ItemPartition with(double readUnits) {
    return new ItemPartition(queries, scans, readUnits);
  }

  /** All that is to be read, in pages of at most so many items; 0 for no bound. */
  List<Reading> readings(Table table, int pageItems) {
    Stream<Reading> first =
        queries.stream()
            .map(query -> query.inPages(pageItems))
            .map(query -> from -> table.query(query, from));
    Stream<Reading> then =
        scans.stream()
            .map(scan -> scan.inPages(pageItems))
            .map(scan -> from -> table.scan(scan, from));
    return Stream.concat(first, then).toList();
  }
}

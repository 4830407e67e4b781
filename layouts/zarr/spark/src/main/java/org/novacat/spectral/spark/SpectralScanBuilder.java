package org.novacat.spectral.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructType;

/** Learns from Spark which columns and filters a query has. */
final class SpectralScanBuilder
    implements ScanBuilder, SupportsPushDownFilters, SupportsPushDownRequiredColumns {
  private final SourceOptions options;
  private final String path;
  private final StoreTable store;
  private final StoreIndex index;
  private StructType schema;
  private List<Filter> pushed = List.of();

  SpectralScanBuilder(SourceOptions options, String path, StoreTable store) {
    this.options = options;
    this.path = path;
    this.store = store;
    this.schema = store.schema();
    Configuration conf = options.apply(SparkSession.active().sessionState().newHadoopConf());
    this.index = new StoreIndex(conf, path, store);
  }

  /** Keeps the filters on what the index tells, and gives all back to be applied to rows. */
  @Override
  public Filter[] pushFilters(Filter[] filters) {
    boolean any =
        Arrays.stream(filters).anyMatch(f -> IndexFilter.asksOnly(f, store.columns()::containsKey));
    if (any) {
      Set<String> told = index.columns().keySet();
      pushed = Arrays.stream(filters).filter(f -> IndexFilter.asksOnly(f, told::contains)).toList();
    }
    return filters;
  }

  @Override
  public Filter[] pushedFilters() {
    return pushed.toArray(Filter[]::new);
  }

  @Override
  public void pruneColumns(StructType required) {
    schema = required;
  }

  @Override
  public Scan build() {
    return new SpectralScan(options, path, store, index, schema, pushed);
  }
}

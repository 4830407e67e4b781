package org.novacat.fits.spark;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownFilters;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.novacat.fits.spark.file.Listing;
import org.novacat.fits.spark.query.FileFilter;
import org.novacat.fits.spark.query.FitsOptions;
import org.novacat.fits.spark.query.ScanSpec;

/** Learns from Spark which columns and filters a query has. */
final class FitsScanBuilder implements SupportsPushDownFilters, SupportsPushDownRequiredColumns {
  private final FitsOptions options;
  private final Listing listing;
  private final StructType all;
  private StructType schema;
  private List<Filter> pushed = List.of();

  FitsScanBuilder(FitsOptions options, Listing listing, StructType schema) {
    this.options = options;
    this.listing = listing;
    this.all = schema;
    this.schema = schema;
  }

  /** Keeps the filters on what is known before data, and gives all back to be applied to rows. */
  @Override
  public Filter[] pushFilters(Filter[] filters) {
    pushed =
        Arrays.stream(filters)
            .filter(f -> FileFilter.asksOnly(f, column -> ScanSpec.isFact(options, column)))
            .toList();
    return filters;
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

  @Override
  public Scan build() {
    return new FitsScan(new ScanSpec(options, schema, new FileFilter(pushed)), listing);
  }
}

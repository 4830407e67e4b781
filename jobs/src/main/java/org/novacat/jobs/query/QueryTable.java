package org.novacat.jobs.query;

import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** The tables that statements can name. */
enum QueryTable {
  NOVAE(
      ItemTables.NOVAE.schema(),
      (spark, from) -> ItemTables.NOVAE.rows(spark, from.stores().catalog().novae().list())),
  PHOTOMETRY(
      ObjectTables.PHOTOMETRY,
      (spark, from) ->
          ObjectTables.photometry(spark, from.stores().derivedLocation(), from.photometry())),
  PRODUCTS(
      Product.TABLE.schema(),
      (spark, from) -> Product.TABLE.rows(spark, Product.all(from.stores().catalog()))),
  RUNS(
      ItemTables.RUNS.schema(),
      (spark, from) -> ItemTables.RUNS.rows(spark, from.stores().catalog().runs().list())),
  SPECTRA(
      ObjectTables.SPECTRA,
      (spark, from) ->
          ObjectTables.spectra(spark, from.stores().derivedLocation(), from.spectra()));

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes its array of fields
  private final StructType schema;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final BiFunction<SparkSession, SoundObjects, Dataset<Row>> rows;

  QueryTable(StructType schema, BiFunction<SparkSession, SoundObjects, Dataset<Row>> rows) {
    this.schema = schema;
    this.rows = rows;
  }

  /** The names of all tables. */
  static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    Stream.of(values()).forEach(table -> names.add(table.tableName()));
    return names;
  }

  /** Name in statements. */
  String tableName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Lets a session name the tables that a statement needs; the others are not looked at. */
  static void register(Statement statement, SparkSession spark, SoundObjects from) {
    Stream.of(values())
        .filter(table -> statement.tables().contains(table.tableName()))
        .forEach(
            table -> {
              Dataset<Row> rows =
                  statement.wantsRows()
                      ? table.rows.apply(spark, from)
                      : spark.createDataFrame(List.of(), table.schema);
              rows.createOrReplaceTempView(table.tableName());
            });
  }
}

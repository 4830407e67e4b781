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
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.state.ValidationStatus;

/** The tables that statements can name. */
enum QueryTable {
  NOVAE(
      ItemTables.NOVAE.schema(),
      (spark, stores) -> ItemTables.NOVAE.rows(spark, stores.catalog().novae().list())),
  PHOTOMETRY(
      ObjectTables.PHOTOMETRY,
      (spark, stores) ->
          ObjectTables.photometry(spark, stores.derivedLocation(), photometryTables(stores))),
  PRODUCTS(
      Product.TABLE.schema(),
      (spark, stores) -> Product.TABLE.rows(spark, Product.all(stores.catalog()))),
  RUNS(
      ItemTables.RUNS.schema(),
      (spark, stores) -> ItemTables.RUNS.rows(spark, stores.catalog().runs().list())),
  SPECTRA(
      ObjectTables.SPECTRA,
      (spark, stores) -> ObjectTables.spectra(spark, stores.derivedLocation(), spectra(stores)));

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes its array of fields
  private final StructType schema;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
  private final BiFunction<SparkSession, Stores, Dataset<Row>> rows;

  QueryTable(StructType schema, BiFunction<SparkSession, Stores, Dataset<Row>> rows) {
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
  static void register(Statement statement, SparkSession spark, Stores stores) {
    Stream.of(values())
        .filter(table -> statement.tables().contains(table.tableName()))
        .forEach(
            table -> {
              Dataset<Row> rows =
                  statement.wantsRows()
                      ? table.rows.apply(spark, stores)
                      : spark.createDataFrame(List.of(), table.schema);
              rows.createOrReplaceTempView(table.tableName());
            });
  }

  /** Only of committed tables. */
  private static List<String> photometryTables(Stores stores) {
    return stores.catalog().photometryTables().list().map(table -> table.object().key()).toList();
  }

  private static List<String> spectra(Stores stores) {
    return stores
        .catalog()
        .products()
        .all(product -> product.state().validation() == ValidationStatus.VALID)
        .map(product -> NovaCatKeys.spectrumParquet(product.novaId(), product.id()).toString())
        .toList();
  }
}

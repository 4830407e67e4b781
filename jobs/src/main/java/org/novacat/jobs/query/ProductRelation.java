package org.novacat.jobs.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.sources.BaseRelation;
import org.apache.spark.sql.sources.EqualTo;
import org.apache.spark.sql.sources.Filter;
import org.apache.spark.sql.sources.In;
import org.apache.spark.sql.sources.PrunedFilteredScan;
import org.apache.spark.sql.types.StructType;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.table.ItemJson;

/**
 * The table {@code products}, read from items by executors: nothing of it is held. Of each item it
 * reads the attributes that the columns of a query need, and of conditions on {@code nova_id} it
 * makes a Query.
 */
final class ProductRelation extends BaseRelation implements PrunedFilteredScan {
  private final SparkSession spark;
  private final Map<String, String> table;
  private final Set<NovaId> novae;

  /**
   * The products of some novae.
   *
   * @param table options of the data source {@code novacat-table}
   */
  ProductRelation(SparkSession spark, Map<String, String> table, Set<NovaId> novae) {
    this.spark = spark;
    this.table = Map.copyOf(table);
    this.novae = novae;
  }

  @Override
  public SQLContext sqlContext() {
    return spark.sqlContext();
  }

  @Override
  public StructType schema() {
    return Product.TABLE.schema();
  }

  /** Spark looks at the filters again. */
  @Override
  public RDD<Row> buildScan(String[] columns, Filter[] filters) {
    Set<String> attributes = new TreeSet<>(Product.required());
    attributes.addAll(Product.TABLE.attributes(columns));
    Dataset<Row> items =
        spark
            .read()
            .format("novacat-table")
            .options(table)
            .option("attributes", String.join(",", attributes))
            .load()
            .where(functions.col("SK").startsWith(Keys.PRODUCTS));
    for (Column ofNova : ofNova(filters)) {
      items = items.where(ofNova);
    }
    Broadcast<Set<NovaId>> known =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(novae);
    return items
        .select("item")
        .as(Encoders.STRING())
        .toJavaRDD()
        .mapPartitions(new Rows(columns, known))
        .rdd();
  }

  /** The partition key of a product is the id of its nova. */
  private static List<Column> ofNova(Filter[] filters) {
    List<Column> conditions = new ArrayList<>();
    for (Filter filter : filters) {
      if (filter instanceof EqualTo equal && equal.attribute().equals("nova_id")) {
        conditions.add(functions.col("PK").equalTo(equal.value()));
      } else if (filter instanceof In in && in.attribute().equals("nova_id")) {
        conditions.add(functions.col("PK").isin(in.values()));
      }
    }
    return conditions;
  }

  /** Makes rows of items, in a task. */
  private record Rows(List<String> columns, Broadcast<Set<NovaId>> novae)
      implements FlatMapFunction<Iterator<String>, Row> {
    Rows(String[] columns, Broadcast<Set<NovaId>> novae) {
      this(Arrays.asList(columns), novae);
    }

    @Override
    public Iterator<Row> call(Iterator<String> items) {
      Function<Product, Row> row = Product.TABLE.row(columns.toArray(String[]::new));
      Set<NovaId> known = novae.value();
      return org.novacat.persistence.table.Pages.stream(items)
          .map(ItemJson::readItem)
          .filter(item -> known.contains(NovaId.parse(item.key().pk())))
          .map(Product::read)
          .map(row)
          .iterator();
    }
  }
}

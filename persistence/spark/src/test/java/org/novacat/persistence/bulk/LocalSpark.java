package org.novacat.persistence.bulk;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.metric.SQLMetric;
import scala.collection.JavaConverters;

/** One Spark for all tests, in this JVM. */
final class LocalSpark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("novacat-table")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", "2")
          // Else the plan that has the figures of a scan is hidden.
          .config("spark.sql.adaptive.enabled", "false")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.datetime.java8API.enabled", "true")
          .getOrCreate();

  private LocalSpark() {}

  static SparkSession session() {
    return SESSION;
  }

  /** What the scans of a query that has run have cost. */
  static Map<String, Long> costs(Dataset<Row> query) {
    Map<String, Long> costs = new TreeMap<>();
    for (SparkPlan leaf :
        JavaConverters.seqAsJavaList(query.queryExecution().executedPlan().collectLeaves())) {
      Map<String, SQLMetric> metrics = JavaConverters.mapAsJavaMap(leaf.metrics());
      for (String name : new String[] {"requests", "retries", "readUnits", "itemsReturned"}) {
        SQLMetric metric = metrics.get(name);
        if (metric != null) {
          costs.merge(name, metric.value(), Long::sum);
        }
      }
    }
    return costs;
  }
}

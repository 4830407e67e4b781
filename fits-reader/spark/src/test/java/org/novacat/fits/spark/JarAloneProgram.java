package org.novacat.fits.spark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a user of Spark would write, run by {@link SparkJarCheck} in a JVM of its own. Nothing of
 * novacat is named here but the format.
 */
public final class JarAloneProgram {
  private JarAloneProgram() {}

  /** Arguments: a folder, then pairs of mode and SQL expression; prints what each gives. */
  public static void main(String[] args) {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    for (int i = 1; i < args.length; i += 2) {
      Dataset<Row> files = spark.read().format("fits").option("mode", args[i]).load(args[0]);
      System.out.printf("%s: %s%n", args[i], files.selectExpr(args[i + 1]).collectAsList());
    }
    spark.stop();
  }
}

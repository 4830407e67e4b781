package org.novacat.jobs.endtoend;

import static org.apache.spark.sql.functions.input_file_name;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.novacat.jobs.spark.Sparks;

/** Reads stored spectra with Spark, all in one job. */
final class StoredSpectra {
  private StoredSpectra() {}

  /** All orders of all files, those of one file in its order. */
  static List<StoredSeries> read(Collection<String> files) {
    try (SparkSession spark = Sparks.session("test")) {
      return spark
          .read()
          .parquet(files.toArray(String[]::new))
          .withColumn("file", input_file_name())
          .select("file", "order", "wavelength", "flux")
          .javaRDD()
          .mapPartitions(StoredSpectra::orders)
          .collect();
    }
  }

  private static Iterator<StoredSeries> orders(Iterator<Row> rows) {
    List<StoredSeries> orders = new ArrayList<>();
    StoredSeries open = StoredSeries.begin("", 0);
    while (rows.hasNext()) {
      Row row = rows.next();
      String file = row.getString(0);
      int order = row.getInt(1);
      double wavelength = row.getDouble(2);
      if (!open.isFollowedBy(file, order, wavelength)) {
        orders.add(open);
        open = StoredSeries.begin(file, order);
      }
      open = open.plus(wavelength, row.getDouble(3));
    }
    orders.add(open);
    orders.remove(0);
    return orders.iterator();
  }
}

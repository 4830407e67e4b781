package org.novacat.fits.spark;

import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.novacat.fits.spark.query.FitsOptions;

/** One Spark for all tests, in this JVM. */
public final class LocalSpark {
  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("fits")
          .config("spark.ui.enabled", "false")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", "2")
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.hadoop.fs.counting.impl", CountingFileSystem.class.getName())
          .config("spark.hadoop.fs.virtual.impl", VirtualTable.class.getName())
          .getOrCreate();

  private LocalSpark() {}

  public static SparkSession session() {
    return SESSION;
  }

  /** Reads a path; options by name and value in turn. */
  static Dataset<Row> read(Object path, String... options) {
    var reader = SESSION.read().format("fits");
    for (int i = 0; i < options.length; i += 2) {
      reader = reader.option(options[i], options[i + 1]);
    }
    return reader.load(path instanceof Path file ? file.toUri().toString() : path.toString());
  }

  /** The options of a read. */
  public static FitsOptions options(Map<String, String> options) {
    return FitsOptions.parse(new org.apache.spark.sql.util.CaseInsensitiveStringMap(options));
  }
}

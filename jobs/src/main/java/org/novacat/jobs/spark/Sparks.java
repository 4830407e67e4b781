package org.novacat.jobs.spark;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.novacat.persistence.bucket.StoreLocation;

/** Makes the Spark session of a command. */
public final class Sparks {
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  /** To executors what {@code Novacat.main} does in the driver: no locale, and UTC. */
  private static final String SAME_EVERYWHERE =
      "-Duser.language= -Duser.country= -Duser.script= -Duser.variant= -Duser.timezone=UTC";

  private Sparks() {}

  /**
   * The session of this process. Under {@code spark-submit} master and settings come from there;
   * started by the launcher it is {@code local[*]}, quiet and without a web page.
   *
   * @param job the name that Spark shows
   */
  public static SparkSession session(String job) {
    return SparkSession.builder().config(settings(new SparkConf(), job)).getOrCreate();
  }

  /**
   * The same for a job on a bucket, which Spark then reaches by the paths of {@link BucketPaths}.
   *
   * @param bucket the bucket, wherever it is
   */
  public static SparkSession session(String job, StoreLocation bucket) {
    SparkConf conf = settings(new SparkConf(), job);
    Map<String, String> reached = BucketPaths.settings(bucket, conf.get("spark.master"));
    reached.forEach(conf::set);
    SparkSession session = SparkSession.builder().config(conf).getOrCreate();
    // One that was there already has its own.
    Configuration hadoop = session.sparkContext().hadoopConfiguration();
    reached.forEach(
        (name, value) -> hadoop.set(name.replaceFirst("^spark\\.hadoop\\.", ""), value));
    return session;
  }

  static SparkConf settings(SparkConf conf, String job) {
    conf.setAppName("novacat " + job);
    conf.setIfMissing("spark.master", "local[*]");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    conf.set("spark.sql.session.timeZone", "UTC");
    conf.set(EXECUTOR_OPTIONS, (conf.get(EXECUTOR_OPTIONS, "") + " " + SAME_EVERYWHERE).strip());
    // Nothing is ever put there, but Spark would make the folder, by default where the user stands.
    conf.setIfMissing("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"));
    // Kept for a web page that nobody looks at, these would grow with the number of tasks.
    conf.setIfMissing("spark.ui.retainedJobs", "10");
    conf.setIfMissing("spark.ui.retainedStages", "10");
    conf.setIfMissing("spark.ui.retainedTasks", "1000");
    if (conf.get("spark.master").startsWith("local")) {
      // A name that needs no network. On a cluster, executors have to find the driver.
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
      // Executors would get it too, and the driver's folder is none of theirs.
      conf.setIfMissing("spark.hadoop.hadoop.tmp.dir", System.getProperty("java.io.tmpdir"));
    }
    return conf;
  }
}

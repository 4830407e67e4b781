package org.novacat.persistence.bulk.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One connector in a JVM with its own class path; does the jobs that it is told line by line. */
public final class TableContestant {
  /** What lines that are an answer begin with. */
  static final String ANSWER = "answer ";

  private TableContestant() {}

  /**
   * Arguments: {@code novacat-table}, {@code spark-dynamodb} or {@code emr-dynamodb-hadoop}, where
   * the server is, name of the table.
   */
  public static void main(String[] args) throws IOException {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    TableReading reading = reading(spark, args[0], args[1], args[2]);
    spark.range(1000).selectExpr("sum(id)").head();
    serve(reading);
    spark.stop();
  }

  private static TableReading reading(
      SparkSession spark, String name, String endpoint, String table) {
    return switch (name) {
      case "novacat-table" -> new FrameReading(spark, FrameReading.OURS, table, endpoint, endpoint);
      case "spark-dynamodb" ->
          new FrameReading(spark, "dynamodb", table, SizeTellingServer.before(endpoint), endpoint);
      case "emr-dynamodb-hadoop" ->
          HadoopReading.of(
              JavaSparkContext.fromSparkContext(spark.sparkContext()), table, endpoint);
      default -> throw new IllegalArgumentException("Who is " + name + "?");
    };
  }

  private static void serve(TableReading reading) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String job = in.readLine(); job != null; job = in.readLine()) {
      long start = System.nanoTime();
      long cpu = cpuNanos();
      Tally found = found(reading, Job.valueOf(job));
      System.out.printf(
          "%s%d %d %d %d %d%n",
          ANSWER,
          System.nanoTime() - start,
          cpuNanos() - cpu,
          found.items(),
          found.bytes(),
          found.letters());
    }
  }

  /** Who fails has found nothing, which is then wrong. */
  private static Tally found(TableReading reading, Job job) {
    try {
      return reading.read(job);
    } catch (Exception e) { // Scala throws checked ones that it does not declare
      e.printStackTrace();
      return Tally.NONE;
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}

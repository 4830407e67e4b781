package org.novacat.fits.spark.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.novacat.fits.testing.BenchmarkFiles;

/**
 * Sums and counts of FITS files in {@code local[2]} by the data source {@code fits}, and in turn by
 * spark-fits where it is on the class path, and by merely reading the bytes. The command is in
 * docs/benchmarks/fits-data-source.sh.
 */
public final class DataSourceBenchmark {
  private static final String OURS = "org.novacat.fits.spark.FitsDataSource";
  private static final String PEER = "com.astrolabsoftware.sparkfits";

  private final SparkSession spark;
  private final Path folder;
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
  private final Map<String, String> truth = new LinkedHashMap<>();

  /** Seconds of the clock, and of all threads of this JVM on the processor. */
  private record Cost(double seconds, double cpu) {
    static Cost since(long nanos, long cpuNanos) {
      return new Cost((System.nanoTime() - nanos) / 1e9, (cpuNanos() - cpuNanos) / 1e9);
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private DataSourceBenchmark(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /**
   * Arguments: a folder for the files, rounds, and {@code with-peer} when spark-fits takes part.
   */
  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate();
    new DataSourceBenchmark(spark, Path.of(args[0]))
        .run(Integer.parseInt(args[1]), args[2].equals("with-peer"));
    spark.stop();
  }

  private void run(int rounds, boolean withPeer) throws Exception {
    double flux = BenchmarkFiles.spectra(spectra(), BenchmarkFiles.SPECTRA);
    double mag = BenchmarkFiles.table(table(), BenchmarkFiles.TABLE_ROWS);
    truth.put("files sum(flux)", number(flux));
    truth.put(
        "files count", number((double) BenchmarkFiles.SPECTRA * BenchmarkFiles.SPECTRUM_ROWS));
    truth.put("table count", number(BenchmarkFiles.TABLE_ROWS));
    truth.put("table sum(mag)", number(mag));
    truth.put("table id < 10", number(10));
    spark.range(1000).selectExpr("sum(id)").head();
    for (int round = 1; round <= rounds; round++) {
      jobs(round, "fits", OURS, "COADD");
      bytes(round);
      if (withPeer) {
        jobs(round, "spark-fits", PEER, "1");
      }
    }
    costs.forEach(DataSourceBenchmark::print);
  }

  private Path spectra() {
    return folder.resolve("spectra");
  }

  private Path table() {
    return folder.resolve("table.fits");
  }

  private void jobs(int round, String who, String format, String hdu) throws Exception {
    DataFrameReader spectra = spark.read().format(format).option("hdu", hdu);
    DataFrameReader table = spark.read().format(format).option("hdu", "1");
    time(round, who, "files sum(flux)", () -> sum(spectra, spectra(), "sum(flux)"));
    time(round, who, "files count", () -> sum(spectra, spectra(), "count(*)"));
    time(round, who, "table count", () -> sum(table, table(), "count(*)"));
    time(round, who, "table sum(mag)", () -> sum(table, table(), "sum(mag)"));
    time(
        round,
        who,
        "table id < 10",
        () -> (double) table.load(table().toString()).where("id < 10").count());
    DataFrameReader one = spark.read().format(format).option("hdu", "1").option("columns", "mag");
    if (format.equals(PEER)) {
      time(round, who, "table sum(mag), columns=mag", () -> sum(one, table(), "sum(mag)"));
    }
  }

  private static double sum(DataFrameReader reader, Path path, String expression) {
    Row row = reader.load(path.toString()).selectExpr(expression).head();
    return ((Number) row.get(0)).doubleValue();
  }

  /** The bytes of the table, read in pieces as large as those of the data source. */
  private void bytes(int round) throws Exception {
    String file = table().toString();
    // What Spark takes for any sum over four tasks.
    time(
        round,
        "Spark alone",
        "no rows",
        () -> (double) spark.range(0, 4, 1, 4).selectExpr("sum(id)").head().getLong(0));
    time(round, "bytes, 1 thread", "table", () -> (double) readPart(file, 0, 1));
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    time(
        round,
        "bytes, Spark",
        "table",
        () ->
            (double)
                context
                    .parallelize(List.of(0, 1, 2, 3), 4)
                    .map(part -> readPart(file, part, 4))
                    .reduce(Long::sum));
  }

  private static long readPart(String file, int part, int parts) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(file))) {
      long from = channel.size() / parts * part;
      long to = part == parts - 1 ? channel.size() : channel.size() / parts * (part + 1);
      ByteBuffer buffer = ByteBuffer.allocate(256 << 10);
      long at = from;
      while (at < to) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), to - at));
        at += channel.read(buffer, at);
      }
      return at - from;
    }
  }

  private void time(int round, String who, String job, Callable<Double> task) throws Exception {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    String result;
    try {
      result = number(task.call());
    } catch (RuntimeException e) {
      result = "fails: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
    Cost cost = Cost.since(start, cpu);
    costs.computeIfAbsent(job + " | " + who, key -> new ArrayList<>()).add(cost);
    String expected = truth.getOrDefault(job.replaceAll(",.*", ""), result);
    System.out.printf(
        Locale.ROOT,
        "round %d | %-28s | %-16s | %8.3f s | CPU %8.3f s | %s%s%n",
        round,
        job,
        who,
        cost.seconds(),
        cost.cpu(),
        result,
        expected.equals(result) ? "" : " WRONG, it is " + expected);
  }

  /** Eight digits: the order of a sum over partitions is not fixed. */
  private static String number(double value) {
    return String.format(Locale.ROOT, "%.8g", value);
  }

  private static void print(String what, List<Cost> costs) {
    double[] seconds = costs.stream().mapToDouble(Cost::seconds).sorted().toArray();
    double[] cpu = costs.stream().mapToDouble(Cost::cpu).sorted().toArray();
    int middle = seconds.length / 2;
    System.out.printf(
        Locale.ROOT,
        "median | %-44s | %8.3f s, %.3f to %.3f | CPU %8.3f s, %.3f to %.3f%n",
        what,
        seconds[middle],
        seconds[0],
        seconds[seconds.length - 1],
        cpu[middle],
        cpu[0],
        cpu[cpu.length - 1]);
  }
}

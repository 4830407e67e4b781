package org.novacat.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.novacat.fits.testing.BenchmarkFiles;
import org.novacat.jobs.spark.Sparks;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.server.S3Server;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.FaultyProxy;
import org.novacat.persistence.testing.S3Servers;

/**
 * Sums and counts of FITS files in a bucket of an S3 server by the data source {@code fits} over
 * S3A, in turn with merely reading the same bytes by the AWS SDK. The command is in
 * docs/benchmarks/fits-over-s3a.sh.
 */
public final class FitsOverS3 {
  private static final String BUCKET = "fits-over-s3a";
  private static final StructType FLUX = new StructType().add("flux", DataTypes.FloatType);

  private final SparkSession spark;
  private final SdkReader sdk;
  private final Supplier<Map<String, Long>> requests;
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();
  private final List<ObjectKey> spectra = new ArrayList<>();
  private final ObjectKey table = ObjectKey.of("table.fits");
  private double flux;
  private double mag;
  private long spectraBytes;
  private long tableBytes;

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

  private FitsOverS3(StoreLocation bucket, Supplier<Map<String, Long>> requests) {
    this.spark = Sparks.session("bench", bucket);
    this.sdk = new SdkReader(bucket);
    this.requests = requests;
  }

  /**
   * Arguments: a folder for the files, rounds, number of spectra, and {@code counted} when requests
   * are to be counted, which takes longer.
   */
  public static void main(String[] args) throws Exception {
    S3Servers.letIn();
    Path folder = Path.of(args[0]);
    try (S3Server server = S3Server.start(folder.resolve("server"))) {
      FaultyProxy proxy = args[3].equals("counted") ? new FaultyProxy(server.endpoint(), 1) : null;
      URI endpoint = proxy == null ? server.endpoint() : proxy.endpoint();
      FitsOverS3 benchmark =
          new FitsOverS3(
              S3Servers.at(endpoint.toString(), BUCKET), proxy == null ? Map::of : taken(proxy));
      benchmark.bringIn(folder, Integer.parseInt(args[2]), S3Servers.at(server, BUCKET));
      benchmark.run(Integer.parseInt(args[1]));
      if (proxy != null) {
        proxy.close();
      }
    }
  }

  private static Supplier<Map<String, Long>> taken(FaultyProxy proxy) {
    return () -> {
      Map<String, Long> counts = proxy.counts();
      proxy.forget();
      return counts;
    };
  }

  private void bringIn(Path folder, int files, StoreLocation bucket) throws IOException {
    Path many = folder.resolve("spectra-" + files);
    Path large = folder.resolve("table.fits");
    flux = BenchmarkFiles.spectra(many, files);
    mag = BenchmarkFiles.table(large, BenchmarkFiles.TABLE_ROWS);
    tableBytes = Files.size(large);
    try (ObjectStore store = ObjectStores.create(bucket);
        Stream<Path> all = Files.list(many)) {
      for (Path file : all.sorted().toList()) {
        ObjectKey key = ObjectKey.of(many.getFileName() + "/" + file.getFileName());
        spectra.add(key);
        spectraBytes += Files.size(file);
        store.put(key, Content.of(file));
      }
      store.put(table, Content.of(large));
    }
  }

  private void run(int rounds) throws Exception {
    spark.range(1000).selectExpr("sum(id)").head();
    double rows = (double) spectra.size() * BenchmarkFiles.SPECTRUM_ROWS;
    for (int round = 1; round <= rounds; round++) {
      time(round, "files | bytes by the SDK", (double) spectraBytes, () -> sdk.whole(spectra));
      time(round, "files | sum(flux)", flux, () -> sum(files(null), "sum(flux)"));
      time(round, "files | sum(flux), schema given", flux, () -> sum(files(FLUX), "sum(flux)"));
      time(round, "files | count(*), schema given", rows, () -> sum(files(FLUX), "count(*)"));
      time(
          round,
          "table | bytes by the SDK",
          (double) tableBytes,
          () -> sdk.parts(table, tableBytes));
      time(round, "table | sum(mag)", mag, () -> sum(table(), "sum(mag)"));
      time(round, "table | count(*)", BenchmarkFiles.TABLE_ROWS, () -> sum(table(), "count(*)"));
    }
    costs.forEach(FitsOverS3::print);
  }

  private Dataset<Row> files(StructType schema) {
    var reader = spark.read().format("fits").option("hdu", "COADD");
    return (schema == null ? reader : reader.schema(schema))
        .load("s3a://" + BUCKET + "/" + spectra.get(0).folder());
  }

  private Dataset<Row> table() {
    return spark.read().format("fits").load("s3a://" + BUCKET + "/" + table);
  }

  private static double sum(Dataset<Row> rows, String expression) {
    return ((Number) rows.selectExpr(expression).head().get(0)).doubleValue();
  }

  private void time(int round, String job, double expected, Callable<Number> task)
      throws Exception {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    double result = task.call().doubleValue();
    Cost cost = Cost.since(start, cpu);
    costs.computeIfAbsent(job, any -> new ArrayList<>()).add(cost);
    // The order of a sum over partitions is not fixed.
    boolean right = Math.abs(result - expected) <= 1e-8 * expected;
    System.out.printf(
        Locale.ROOT,
        "round %d | %-40s | %8.3f s | CPU %8.3f s | %.8g%s %s%n",
        round,
        job,
        cost.seconds(),
        cost.cpu(),
        result,
        right ? "" : " WRONG, it is " + expected,
        requests.get());
  }

  private static void print(String what, List<Cost> costs) {
    double[] seconds = costs.stream().mapToDouble(Cost::seconds).sorted().toArray();
    double[] cpu = costs.stream().mapToDouble(Cost::cpu).sorted().toArray();
    int middle = seconds.length / 2;
    System.out.printf(
        Locale.ROOT,
        "median | %-40s | %8.3f s, %.3f to %.3f | CPU %8.3f s, %.3f to %.3f%n",
        what,
        seconds[middle],
        seconds[0],
        seconds[seconds.length - 1],
        cpu[middle],
        cpu[0],
        cpu[cpu.length - 1]);
  }
}

package org.novacat.jobs.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.novacat.jobs.release.table.Credit;
import org.novacat.jobs.release.table.SampleSpool;
import org.novacat.jobs.release.table.SamplesTable;
import org.novacat.jobs.release.table.SpectraTable;
import org.novacat.jobs.release.table.SpectrumRow;
import org.novacat.jobs.release.table.SpectrumSamples;
import org.novacat.jobs.spark.BucketPaths;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.spectra.SpectrumObjects;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.server.S3Server;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.S3Servers;

/**
 * One window of wavelengths of all spectra, by Spark: from the tables of a release, in turn with
 * the objects that each hold one spectrum, in a folder or in a bucket of an S3 server. The command
 * is in docs/benchmarks/spectra-window.sh.
 */
public final class SpectraWindow {
  private static final int SPECTRA_PER_NOVA = 20;
  private static final double FROM = 6540;
  private static final double TO = 6590;

  private final SparkSession spark;
  private final String root;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  private SpectraWindow(SparkSession spark, String root) {
    this.spark = spark;
    this.root = root;
  }

  /** Arguments: a folder for the files, rounds, number of spectra, {@code folder} or bucket. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]).toAbsolutePath();
    int spectra = Integer.parseInt(args[2]);
    write(folder, spectra);
    if (args[3].equals("folder")) {
      new SpectraWindow(Sparks.session("bench"), folder + "/files").run(Integer.parseInt(args[1]));
      return;
    }
    S3Servers.letIn();
    try (S3Server server = S3Server.start(folder.resolve("server"))) {
      StoreLocation bucket = S3Servers.at(server, "spectra-window");
      bringIn(folder.resolve("files"), bucket);
      String root = BucketPaths.root(bucket).toString();
      new SpectraWindow(Sparks.session("bench", bucket), root).run(Integer.parseInt(args[1]));
    }
  }

  private static void bringIn(Path files, StoreLocation bucket) throws IOException {
    try (ObjectStore store = ObjectStores.create(bucket);
        Stream<Path> all = Files.walk(files)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        store.put(ObjectKey.of(files.relativize(file).toString()), Content.of(file));
      }
    }
  }

  private static Path object(Path folder, int n) {
    return folder.resolve(
        "files/derived/spectra/%s/%s/normalized/spectrum.parquet"
            .formatted(n / SPECTRA_PER_NOVA, n));
  }

  private static void write(Path folder, int spectra) throws IOException {
    long bytes = 0;
    for (int n = 0; n < spectra; n++) {
      Path object = object(folder, n);
      Files.createDirectories(object.getParent());
      if (!Files.exists(object)) {
        Files.write(object, SpectrumObjects.object(n));
      }
      bytes += Files.size(object);
    }
    Path tables = Files.createDirectories(folder.resolve("files/tables"));
    Path kept = folder.resolve("kept");
    long start = System.nanoTime();
    try (SampleSpool samples = SampleSpool.in(kept)) {
      Stream<SpectrumRow> rows =
          IntStream.range(0, spectra).mapToObj(n -> samples.keeping(row(folder, n)));
      SpectraTable.write(rows.iterator(), tables.resolve("spectra.parquet"), new TreeMap<>());
      told("spectra", tables, start);
      start = System.nanoTime();
      SamplesTable.write(samples, tables.resolve("samples.parquet"), new TreeMap<>());
      told("samples", tables, start);
    }
    Files.delete(kept);
    System.out.printf(Locale.ROOT, "%d objects of %.1f MB%n", spectra, bytes / 1e6);
  }

  private static void told(String table, Path tables, long start) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "table %s: %.1f MB, written in %.1f s%n",
        table,
        Files.size(tables.resolve(table + ".parquet")) / 1e6,
        (System.nanoTime() - start) / 1e9);
  }

  private static SpectrumRow row(Path folder, int n) {
    try {
      return new SpectrumRow(
          new SpectrumRow.Product("n" + n / SPECTRA_PER_NOVA, "Nova", "p" + n, "X", "x.fits"),
          new SpectrumRow.Observed(
              "", "", "", new ObservationTime(50_000 + n * 0.5, TimeScale.UTC, "MJD-OBS"), 600.0),
          new SpectrumRow.Measured(
              Medium.AIR, "erg.s**-1.cm**-2.Angstrom**-1", FluxCalibration.ABSOLUTE, 30.0),
          new Credit("CC-BY-4.0", "", "", ""),
          object(folder, n).toString(),
          SpectrumSamples.of(Files.readAllBytes(object(folder, n))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(int rounds) {
    System.out.println(ofSamples().queryExecution().executedPlan());
    spark.range(1000).selectExpr("sum(id)").head();
    for (int round = 1; round <= rounds; round++) {
      String ofObjects = time("objects", this::ofObjects);
      same(time("table spectra, lists", this::ofLists), ofObjects);
      same(time("table samples", this::ofSamples), ofObjects);
    }
    double objects = median("objects");
    for (String what : seconds.keySet()) {
      System.out.printf(
          Locale.ROOT,
          "median %-20s | %8.3f s | %.1f times%n",
          what,
          median(what),
          objects / median(what));
    }
  }

  private static void same(String ofTable, String ofObjects) {
    if (!ofTable.equals(ofObjects)) {
      throw new IllegalStateException(
          "the table says %s, the objects %s".formatted(ofTable, ofObjects));
    }
  }

  private Dataset<Row> ofSamples() {
    return spark
        .read()
        .parquet(root + "/tables/samples.parquet")
        .where("wavelength_vacuum BETWEEN %s AND %s".formatted(FROM, TO));
  }

  private Dataset<Row> ofLists() {
    return spark
        .read()
        .parquet(root + "/tables/spectra.parquet")
        .where("wavelength_vacuum_max >= %s AND wavelength_vacuum_min <= %s".formatted(FROM, TO))
        .selectExpr("explode(arrays_zip(wavelength_vacuum, flux)) AS sample")
        .selectExpr("sample.wavelength_vacuum", "sample.flux")
        .where("wavelength_vacuum BETWEEN %s AND %s".formatted(FROM, TO));
  }

  private Dataset<Row> ofObjects() {
    return spark
        .read()
        .schema("wavelength_vacuum DOUBLE, flux DOUBLE")
        .option("recursiveFileLookup", "true")
        .parquet(root + "/derived/spectra")
        .where("wavelength_vacuum BETWEEN %s AND %s".formatted(FROM, TO));
  }

  /** Number of samples and their mean flux, in as many digits as do not depend on the order. */
  private String time(String what, Supplier<Dataset<Row>> query) {
    long start = System.nanoTime();
    Row row = query.get().selectExpr("count(*)", "sum(flux)").head();
    double took = (System.nanoTime() - start) / 1e9;
    seconds.computeIfAbsent(what, any -> new ArrayList<>()).add(took);
    String result =
        String.format(Locale.ROOT, "%d samples, flux %.9e", row.getLong(0), row.getDouble(1));
    System.out.printf(Locale.ROOT, "%-20s | %8.3f s | %s%n", what, took, result);
    return result;
  }

  private double median(String what) {
    List<Double> sorted = seconds.get(what).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}

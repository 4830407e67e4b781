package org.novacat.jobs.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.novacat.jobs.release.table.Credit;
import org.novacat.jobs.release.table.SpectraTable;
import org.novacat.jobs.release.table.SpectrumRow;
import org.novacat.jobs.release.table.SpectrumSamples;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.spectra.SpectrumObjects;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * One window of wavelengths of all spectra, by Spark: from the table of a release, and in turn from
 * the objects that each hold one spectrum. The command is in docs/benchmarks/spectra-window.sh.
 */
public final class SpectraWindow {
  private static final int SPECTRA_PER_NOVA = 20;
  private static final double FROM = 6540;
  private static final double TO = 6590;

  private final SparkSession spark = Sparks.session("bench");
  private final Path folder;
  private final int spectra;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  private SpectraWindow(Path folder, int spectra) {
    this.folder = folder;
    this.spectra = spectra;
  }

  /** Arguments: a folder for the files, rounds, number of spectra. */
  public static void main(String[] args) throws IOException {
    SpectraWindow benchmark = new SpectraWindow(Path.of(args[0]), Integer.parseInt(args[2]));
    benchmark.write();
    benchmark.run(Integer.parseInt(args[1]));
  }

  private Path objects() {
    return folder.resolve("derived/spectra");
  }

  private Path table() {
    return folder.resolve("tables/spectra.parquet");
  }

  private Path object(int n) {
    return objects()
        .resolve("%s/%s/normalized/spectrum.parquet".formatted(n / SPECTRA_PER_NOVA, n));
  }

  private void write() throws IOException {
    long bytes = 0;
    for (int n = 0; n < spectra; n++) {
      Files.createDirectories(object(n).getParent());
      if (!Files.exists(object(n))) {
        Files.write(object(n), SpectrumObjects.object(n));
      }
      bytes += Files.size(object(n));
    }
    Files.createDirectories(table().getParent());
    long start = System.nanoTime();
    SpectraTable.write(
        IntStream.range(0, spectra).mapToObj(this::row).iterator(), table(), new TreeMap<>());
    System.out.printf(
        Locale.ROOT,
        "%d objects, %.1f MB; table of %.1f MB, written of them in %.1f s%n",
        spectra,
        bytes / 1e6,
        Files.size(table()) / 1e6,
        (System.nanoTime() - start) / 1e9);
  }

  private SpectrumRow row(int n) {
    try {
      return new SpectrumRow(
          new SpectrumRow.Product("n" + n / SPECTRA_PER_NOVA, "Nova", "p" + n, "X", "x.fits"),
          new SpectrumRow.Observed(
              "", "", "", new ObservationTime(50_000 + n * 0.5, TimeScale.UTC, "MJD-OBS"), 600.0),
          new SpectrumRow.Measured(
              Medium.AIR, "erg.s**-1.cm**-2.Angstrom**-1", FluxCalibration.ABSOLUTE, 30.0),
          new Credit("CC-BY-4.0", "", "", ""),
          object(n).toString(),
          SpectrumSamples.of(Files.readAllBytes(object(n))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(int rounds) {
    System.out.println(ofTable().queryExecution().executedPlan());
    for (int round = 1; round <= rounds; round++) {
      String ofTable = time("table", this::ofTable);
      String ofObjects = time("objects", this::ofObjects);
      if (!ofTable.equals(ofObjects)) {
        throw new IllegalStateException(
            "the table says %s, the objects %s".formatted(ofTable, ofObjects));
      }
    }
    double table = median("table");
    double objects = median("objects");
    System.out.printf(
        Locale.ROOT,
        "median: objects %.3f s, table %.3f s, times %.1f%n",
        objects,
        table,
        objects / table);
  }

  private Dataset<Row> ofTable() {
    return spark
        .read()
        .parquet(table().toString())
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
        .parquet(objects().toString())
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
    System.out.printf(Locale.ROOT, "%-8s | %8.3f s | %s%n", what, took, result);
    return result;
  }

  private double median(String what) {
    double[] sorted = seconds.get(what).stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}

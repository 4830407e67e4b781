package org.novacat.jobs.zarr;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.JobReport;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Sparks;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.zarr.row.Grid;
import org.novacat.jobs.zarr.row.PlannedSpectrum;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.testing.S3Servers;
import org.novacat.persistence.tree.Publisher;
import org.novacat.persistence.tree.Tree;
import org.novacat.persistence.tree.TreeLocation;
import org.novacat.spectral.SpectralStore;

/**
 * Stores around the length of a chunk and much longer, of many products that share the objects of a
 * few: each is read back by us and by zarr-python, from a folder and from a bucket.
 */
class StoreSizesIT {
  private static final int SAMPLES = 40;
  private static final int LONG = 12_000;

  @TempDir private static Path folder;
  private static Commands commands;
  private static List<PlannedSpectrum> few;
  private static PlannedSpectrum longOne;

  @BeforeAll
  static void ingestAFew() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    Path texts = Files.createDirectories(folder.resolve("texts"));
    for (int i = 0; i < 5; i++) {
      write(texts, "short" + i, SAMPLES - i, i);
    }
    write(texts, "long", LONG, 9);
    commands.novacat("nova", "add", "V339 Del").expect(ExitCode.OK);
    commands.novacat("register", texts.toString(), "--nova", "V339 Del").expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    try (Stores stores = stores()) {
      Selection all = Selection.of(stores, options(), any -> true, LocalDate.of(2026, 1, 1));
      few = all.spectra().stream().filter(one -> samples(one) <= SAMPLES).toList();
      longOne =
          all.spectra().stream().filter(one -> samples(one) == LONG).findFirst().orElseThrow();
    }
    assertThat(few).hasSize(5);
  }

  private static int samples(PlannedSpectrum spectrum) {
    return spectrum.facts().summary().samples();
  }

  private static void write(Path texts, String name, int samples, int seed) throws IOException {
    String rows =
        IntStream.range(0, samples)
            .mapToObj(i -> (4000 + 0.5 * i) + "," + (1 + (i * 31 + seed * 7) % 101) + ",0.5")
            .collect(joining("\n", "wavelength,flux,error\n", "\n"));
    Files.writeString(texts.resolve(name + ".csv"), rows);
    Files.writeString(
        texts.resolve(name + ".csv.sidecar.json"),
        """
        {"wavelength_unit": "Angstrom", "medium": "air", "flux_unit": "adu",
         "uncertainty_kind": "sigma", "date": "2021-08-24T21:00:00", "time_scale": "UTC",
         "time_precision_days": 0.001, "instrument": "Σ-Спектр 𝛼%s"}
        """
            .formatted(seed));
  }

  private static Stores stores() {
    StoreLocation bucket =
        StoreLocation.local(commands.workspace().resolve("buckets/nova-cat-private-data"));
    return new Stores(
        commands.catalog(Clock.systemUTC()),
        ObjectStores.open(bucket),
        bucket,
        "nova-cat-private-data");
  }

  private static ExportOptions options() {
    return new ExportOptions(
        List.of(),
        List.of(),
        null,
        false,
        new Grid.Native(),
        null,
        ExportOptions.Flux.AUTO,
        ExportOptions.Axis.AS_FOUND,
        1_000_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1023, 1024, 1025, 20_000})
  void storeInAFolder_isReadBackEqual(int spectra) {
    Path place = folder.resolve("of-" + spectra + ".zarr");
    export(many(few, spectra), TreeLocation.local(place));

    assertHolds(ExportedStore.in(place), spectra);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1023, 1024, 1025, 20_000})
  void storeInABucket_isReadBackEqual(int spectra) throws IOException {
    StoreLocation bucket = S3Servers.fresh();
    TreeLocation place = new TreeLocation(bucket, "sets/of-" + spectra + ".zarr");
    export(many(few, spectra), place);

    assertHolds(ExportedStore.in(fetched(place)), spectra);
    if (spectra == 1025) {
      assertSparkReads(place);
    }
  }

  @Test
  void spectraOf12000Samples_areReadBackEqual() {
    Path place = folder.resolve("long.zarr");
    export(many(List.of(longOne, few.get(0)), 300), TreeLocation.local(place));

    ExportedStore store = ExportedStore.in(place);
    assertThat(store.array(SpectralStore.SIGNAL_FLUX_RAW).spec().gridShape())
        .containsExactly(2L, 3L);
    assertHolds(store, 300);
    assertThat(store.row(SpectralStore.SIGNAL_FLUX_RAW, 298)[LONG - 1])
        .isEqualTo(1 + ((LONG - 1) * 31 + 9 * 7) % 101);
  }

  /** Products without end, which have the objects of a few in turn. */
  private static List<PlannedSpectrum> many(List<PlannedSpectrum> few, int spectra) {
    List<PlannedSpectrum> many = new ArrayList<>();
    for (int i = 0; i < spectra; i++) {
      PlannedSpectrum one = few.get(i % few.size());
      String id = String.format(Locale.ROOT, "00000000-0000-5000-8000-%012x", i);
      many.add(
          new PlannedSpectrum(
              i, DataProductId.parse(id), one.parquet(), one.metadata(), one.raw(), one.facts()));
    }
    return many;
  }

  private static void export(List<PlannedSpectrum> spectra, TreeLocation place) {
    JobRunId id = JobRunId.mint();
    Clock clock = Clock.systemUTC();
    try (Stores stores = stores()) {
      Publisher by = new Publisher(id.toString(), any -> false, clock);
      Target target = Target.of(place, false, id, by);
      Selection selection = new Selection(spectra, List.of(), 0);
      JobReport report =
          JobRunner.run(
              new ExportZarr(selection, options(), target, clock), stores, id, shown -> {});
      assertThat(report.exitCode()).isEqualTo(ExitCode.OK);
    }
  }

  private static void assertHolds(ExportedStore store, int spectra) {
    List<String> instruments = store.texts("metadata/instrument");
    double[] flux = store.table(SpectralStore.SIGNAL_FLUX_RAW);
    int width = flux.length / spectra;
    assertThat(instruments).hasSize(spectra);
    for (int row = 0; row < spectra; row++) {
      int seed = instruments.get(row).charAt(instruments.get(row).length() - 1) - '0';
      int samples = seed == 9 ? LONG : SAMPLES - seed;
      for (int i : new int[] {0, samples / 2, samples - 1}) {
        assertThat(flux[row * width + i]).isEqualTo(1 + (i * 31 + seed * 7) % 101);
      }
      if (samples < width) {
        assertThat(flux[row * width + samples]).isNaN();
      }
    }
    assertThat(store.table(SpectralStore.CONTINUUM_MODEL)).containsOnly(Double.NaN);
    store.assertPythonReadsTheSame(folder);
  }

  private static Path fetched(TreeLocation place) throws IOException {
    Path to = Files.createTempDirectory(folder, "fetched").resolve(place.name());
    try (Tree tree = Tree.open(place);
        Stream<Tree.Entry> all = tree.list("")) {
      for (Tree.Entry object : all.toList()) {
        Path file = to.resolve(object.path());
        Files.createDirectories(file.getParent());
        Files.write(file, tree.read(object.path()).orElseThrow());
      }
    }
    return to;
  }

  private static void assertSparkReads(TreeLocation place) {
    try (SparkSession spark = Sparks.session("test", place.bucket())) {
      List<String> found =
          spark
              .read()
              .format("spectral-zarr")
              .load("s3a://%s/%s".formatted(place.bucket().uri().getAuthority(), place.path()))
              .where("spec_id >= '00000000-0000-5000-8000-0000000003ff'")
              .selectExpr("concat(spec_id, ' ', flux_raw[0])")
              .collectAsList()
              .stream()
              .map(row -> row.getString(0).substring(24))
              .toList();
      assertThat(found)
          .hasSize(2)
          .allMatch(text -> text.matches("0000000003ff .*|000000000400 .*"));
    }
  }
}

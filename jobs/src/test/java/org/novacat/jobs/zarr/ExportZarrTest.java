package org.novacat.jobs.zarr;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.spectral.SpectralStore;

/** A sample archive, and spectra as text whose sidecars say what samples do not. */
class ExportZarrTest {
  @TempDir private static Path folder;
  private static Commands commands;
  private static String nova;

  @BeforeAll
  static void ingestSamples() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    SampleArchive archive =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(11, 1, 12));
    nova = archive.novae().get(0).name();
    commands.novacat("nova", "add", nova, "--ra", "306.12", "--dec", "41.35").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString()).expect(ExitCode.OK);
    Path texts = Files.createDirectories(folder.resolve("texts"));
    text(
        texts,
        "model",
        4000,
        "\"source_type\": \"synthetic\", \"simulator\": \"MÖNCH Å 2\", \"teff\": \"7300\",");
    text(texts, "private", 4100, "\"rights\": \"PRIVATE\",");
    text(texts, "zero", 4200, "");
    text(texts, "counts", 4300, "");
    Path counts = texts.resolve("counts.csv.sidecar.json");
    Files.writeString(counts, Files.readString(counts).replace("erg/s/cm2/Angstrom", "adu"));
    Files.writeString(
        texts.resolve("zero.csv"),
        Files.readString(texts.resolve("zero.csv")).replaceAll(",[^,]+,", ",0.0,"));
    Path model = texts.resolve("model.csv");
    Files.writeString(model, Files.readString(model).replaceFirst("4005.0,[^,]+,", "4005.0,-999,"));
    commands.novacat("register", texts.toString(), "--nova", nova).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
  }

  private static void text(Path texts, String name, double first, String said) throws IOException {
    String rows =
        Stream.iterate(0, i -> i < 300, i -> i + 1)
            .map(i -> (first + i) + "," + (1e-15 * (1 + i % 7)) + "," + 1e-17)
            .collect(joining("\n", "wavelength,flux,error\n", "\n"));
    Files.writeString(texts.resolve(name + ".csv"), rows);
    Files.writeString(
        texts.resolve(name + ".csv.sidecar.json"),
        """
        {%s "wavelength_unit": "Angstrom", "medium": "vacuum", "flux_unit": "erg/s/cm2/Angstrom",
         "uncertainty_kind": "sigma", "date": "2021-08-24T21:00:00", "time_scale": "UTC",
         "time_precision_days": 0.001, "instrument": "Échelle Ω"}
        """
            .formatted(said));
  }

  @Test
  void wholeArchive_isAStoreThatHasEachNumberOfItsSpectra() throws IOException {
    Path place = folder.resolve("all.zarr");
    JsonNode report = commands.json("export", "zarr", place.toString()).expect(ExitCode.OK).json();
    ExportedStore store = ExportedStore.in(place);

    Commands.run("zarr", "validate", place.toString()).expect(ExitCode.OK);
    assertThat(folder.resolve("all.zarr.tmp")).doesNotExist();
    assertThat(report.at("/spectra/planned").asInt()).isPositive();
    List<String> ids = store.texts("metadata/spec_id");
    assertThat(ids).isSorted().doesNotHaveDuplicates();
    int compared = 0;
    for (Path metadata : documents()) {
      compared += assertEqualSamples(store, metadata);
    }
    assertThat(compared).isEqualTo(ids.size());
    store.assertPythonReadsTheSame(folder);
    assertSparkReadsTheSame(store);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> all = Files.walk(commands.workspace())) {
      return all.filter(path -> path.endsWith("normalized/metadata.json")).toList();
    }
  }

  /** Rows that were compared, one an order. */
  private static int assertEqualSamples(ExportedStore store, Path metadata) throws IOException {
    String product = Json.parse(Files.readAllBytes(metadata)).get("data_product_id").asText();
    ParquetColumns columns =
        ParquetColumns.read(Files.readAllBytes(metadata.resolveSibling("spectrum.parquet")));
    int[] order = columns.ints("order");
    for (int row : store.rowsOf(product)) {
      int count = (int) store.numbers("metadata/n_samples")[row];
      int number = (int) store.numbers("metadata/order")[row];
      int from =
          IntStream.range(0, order.length)
              .filter(i -> order[i] == number)
              .findFirst()
              .orElseThrow();
      assertRow(store, row, columns, from, count);
    }
    return store.rowsOf(product).size();
  }

  private static void assertRow(
      ExportedStore store, int row, ParquetColumns columns, int from, int count) {
    double[] wavelength = columns.doubles("wavelength");
    double[] flux = columns.doubles("flux");
    double[] uncertainty = columns.doubles("uncertainty");
    boolean[] good = columns.booleans("good");
    double[] storedWavelength = store.row(SpectralStore.SIGNAL_WAVELENGTH, row);
    double[] storedFlux = store.row(SpectralStore.SIGNAL_FLUX_RAW, row);
    double[] storedUncertainty = store.row(SpectralStore.SIGNAL_UNCERTAINTY_RAW, row);
    double[] expectedFlux = new double[storedFlux.length];
    double[] expectedWavelength = new double[storedFlux.length];
    double[] expectedUncertainty = new double[storedFlux.length];
    for (int i = 0; i < storedFlux.length; i++) {
      boolean there = i < count;
      boolean usable =
          there && good[from + i] && Double.isFinite(flux[from + i]) && flux[from + i] != -999;
      boolean known = usable && uncertainty != null && uncertainty[from + i] > 0;
      expectedWavelength[i] = there ? wavelength[from + i] : Double.NaN;
      expectedFlux[i] = usable ? (float) flux[from + i] : Double.NaN;
      expectedUncertainty[i] = known ? (float) uncertainty[from + i] : Double.NaN;
    }
    assertThat(storedWavelength).isEqualTo(expectedWavelength);
    assertThat(storedFlux).isEqualTo(expectedFlux);
    assertThat(storedUncertainty).isEqualTo(expectedUncertainty);
  }

  private static void assertSparkReadsTheSame(ExportedStore store) {
    try (SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .getOrCreate()) {
      List<Row> rows =
          spark
              .read()
              .format("spectral-zarr")
              .load(store.folder().toString())
              .where("simulator = 'MÖNCH Å 2'")
              .select("spec_id", "teff", "flux_raw", "instrument")
              .collectAsList();
      assertThat(rows).hasSize(1);
      int row = store.texts("metadata/spec_id").indexOf(rows.get(0).getString(0));
      assertThat(rows.get(0).getDouble(1)).isEqualTo(7300);
      assertThat(rows.get(0).getString(3)).isEqualTo("Échelle Ω");
      double[] flux = store.row(SpectralStore.SIGNAL_FLUX_RAW, row);
      List<Float> read = rows.get(0).getList(2);
      assertThat(read.stream().mapToDouble(Float::doubleValue).toArray()).isEqualTo(flux);
    }
  }

  @Test
  void commonGridWithContinuum_leavesOutWhatIsNotOnItAndSaysWhy() throws IOException {
    Path place = folder.resolve("common.zarr");
    JsonNode report =
        commands
            .json(
                "export",
                "zarr",
                place.toString(),
                "--grid",
                "4000:4500:2",
                "--continuum",
                "poly:2",
                "--flux",
                "calibrated",
                "--wavelength",
                "vacuum")
            .expect(ExitCode.OK)
            .json();
    ExportedStore store = ExportedStore.in(place);

    Commands.run("zarr", "validate", place.toString()).expect(ExitCode.OK);
    double[] axis = store.numbers(SpectralStore.SIGNAL_WAVELENGTH);
    assertThat(axis).hasSize(251).startsWith(4000, 4002).endsWith(4500);
    assertThat(store.texts(SpectralStore.CONTINUUM_METHOD)).contains("fit:poly2");
    assertThat(
            store.reader().array(SpectralStore.SIGNAL_FLUX_RAW).orElseThrow().spec().attributes())
        .containsEntry("units", "erg s-1 cm-2 Angstrom-1");
    assertThat(report.toString()).contains("NOT_CALIBRATED").contains("NO_SAMPLES");
    assertThat(store.texts("metadata/flux_unit")).containsOnly("erg s-1 cm-2 Angstrom-1");
    assertThat(store.texts("metadata/medium")).containsOnly("VACUUM");
    assertThat(store.texts("metadata/source_medium")).contains("VACUUM");
    int row = store.texts("metadata/simulator").indexOf("MÖNCH Å 2");
    double[] flux = store.row(SpectralStore.SIGNAL_FLUX_RAW, row);
    assertThat(flux[1]).isFinite();
    assertThat(flux[200]).as("behind the end of the spectrum").isNaN();
  }

  @Test
  void conditions_chooseSpectra() throws IOException {
    Path place = folder.resolve("some.zarr");
    commands
        .novacat(
            "export",
            "zarr",
            place.toString(),
            "--nova",
            nova,
            "--public",
            "--where",
            "(instrument = 'Échelle Ω' AND flux_calibration = 'ABSOLUTE') OR snr > 1e9")
        .expect(ExitCode.OK);

    ExportedStore store = ExportedStore.in(place);
    assertThat(store.texts("metadata/source_file")).containsExactly("model.csv");
    assertThat(store.texts("metadata/source_type")).containsExactly("synthetic");
    assertThat(store.numbers("metadata/bad_samples")).as("-999 is no flux").containsExactly(1);
    assertThat(store.row(SpectralStore.SIGNAL_FLUX_RAW, 0)[5]).isNaN();
    assertThat(store.row(SpectralStore.SIGNAL_FLUX_RAW, 0)[6]).isFinite();
    assertThat(store.numbers("params/teff")).containsExactly(7300);
    assertThat(store.numbers("params/logg")).containsExactly(Double.NaN);
  }

  @Test
  void storeThatIsThere_staysAndANewVersionIsLedTo() throws IOException {
    Path place = folder.resolve("versions.zarr");
    String[] export = {"export", "zarr", place.toString(), "--where", "snr > 5"};
    commands.novacat(export).expect(ExitCode.OK);
    SortedMap<String, ContentHash> before = ExportedStore.in(place).hashes();

    assertThat(commands.novacat(export).expect(ExitCode.USAGE).err()).contains("--overwrite");
    JsonNode report =
        commands
            .json(
                "export",
                "zarr",
                place.toString(),
                "--overwrite",
                "--where",
                "instrument = 'Échelle Ω'")
            .expect(ExitCode.OK)
            .json();

    assertThat(ExportedStore.in(place).hashes()).isEqualTo(before);
    String info = Commands.run("zarr", "info", place.toString()).expect(ExitCode.OK).out();
    assertThat(info).containsPattern("spectra +3\\b");
    assertThat(Path.of(report.at("/store").asText())).isDirectory().isNotEqualTo(place);
    assertThat(folder.resolve("versions.zarr.tmp")).doesNotExist();
  }

  @Test
  void sameArchiveTwice_givesTheSameBytesButForWhenAndByWhom() {
    for (String name : List.of("one.zarr", "two.zarr")) {
      commands
          .novacat("export", "zarr", folder.resolve(name).toString(), "--nova", nova)
          .expect(ExitCode.OK);
    }
    SortedMap<String, ContentHash> one = ExportedStore.in(folder.resolve("one.zarr")).hashes();
    SortedMap<String, ContentHash> two = ExportedStore.in(folder.resolve("two.zarr")).hashes();
    for (String dated : List.of(".zattrs", ".zmetadata", "_manifest.json")) {
      assertThat(one.remove(dated)).isNotEqualTo(two.remove(dated));
    }
    assertThat(one).isEqualTo(two).hasSizeGreaterThan(50);
  }

  @Test
  void mistakes_areNamedAndNothingIsWritten() throws IOException {
    Path plain = Files.createDirectories(folder.resolve("plain.zarr"));
    Files.writeString(plain.resolve("notes.txt"), "not a store");
    refused("export", "zarr", plain.toString(), "--overwrite");
    Path site = commands.workspace().resolve("buckets/nova-cat-public-site");
    refused("export", "zarr", site.resolve("all.zarr").toString());
    String place = folder.resolve("none.zarr").toString();
    refused("export", "zarr", place, "--grid", "5000:4000:1");
    refused("export", "zarr", place, "--grid", "blue");
    refused("export", "zarr", place, "--continuum", "spline");
    refused("export", "zarr", place, "--continuum", "poly:99");
    refused("export", "zarr", place, "--flux", "mine");
    refused("export", "zarr", place, "--nova", "No Such");
    refused("export", "zarr", place, "--where", "snr >");
    refused("export", "zarr", place, "--where", "nosuchcolumn = 1");
    refused("export", "zarr", place, "--provider", "nobody");
    refused("export", "zarr", place, "--max-samples", "0");
    refused("export", "zarr", folder.resolve("none").toString());
    refused("export", "zarr", folder.resolve("no/folder/here.zarr").toString());
    commands.novacat("export", "zarr", place, "--dry-run").expect(ExitCode.OK);
    assertThat(folder.resolve("none.zarr")).doesNotExist();
    assertThat(folder.resolve("none.zarr.tmp")).doesNotExist();
  }

  private static void refused(String... words) {
    String err = commands.novacat(words).expect(ExitCode.USAGE).err();
    assertThat(err.strip()).as(Arrays.toString(words)).startsWith("Cannot ").contains("(");
  }
}

package org.novacat.jobs.spectrum;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.parquet.ParquetColumns;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** An ingested archive, one spectrum in each convention, looked at and exported. */
class SpectrumCommandTest {
  @TempDir private static Path folder;
  private static Commands commands;
  private static String nova;

  @BeforeAll
  static void ingestSamples() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    SampleArchive archive =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(11, 1, 1));
    nova = archive.novae().get(0).name();
    commands.novacat("nova", "add", nova, "--ra", "306.12", "--dec", "41.35").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString()).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
  }

  @Test
  void show_tellsWhatItIs_byIdPrefixAndFileName() throws IOException {
    ObjectNode metadata = valid().values().iterator().next();
    String id = metadata.get("data_product_id").asText();
    String file = metadata.at("/source/file_name").asText();

    String text = commands.novacat("spectrum", "show", id).expect(ExitCode.OK).out();
    JsonNode json = commands.json("spectrum", "show", id).expect(ExitCode.OK).json();

    assertThat(text).contains("product    " + id, "file       " + file, "nova       " + nova);
    assertThat(json).isEqualTo(metadata);
    assertThat(commands.novacat("spectrum", "show", id.substring(0, 8)).out()).isEqualTo(text);
    assertThat(commands.novacat("spectrum", "show", file).out()).isEqualTo(text);
  }

  /** The export of each spectrum, registered and validated as a file of somebody else's. */
  @Test
  void exportedFits_comesBackAsTheSameSpectrum_bitForBit() throws IOException {
    SortedMap<String, ObjectNode> originals = valid();
    Path exports = Files.createDirectories(folder.resolve("exports"));
    for (String id : originals.keySet()) {
      export(id, "--to", exports.resolve(id + ".fits").toString()).expect(ExitCode.OK);
    }

    commands
        .novacat("register", exports.toString(), "--nova", nova, "--provider", "novacat")
        .expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);

    SortedMap<String, ObjectNode> again = new TreeMap<>(valid());
    again.keySet().removeAll(originals.keySet());
    assertThat(again).hasSameSizeAs(originals);
    for (ObjectNode copy : again.values()) {
      String original = copy.at("/source/file_name").asText().replace(".fits", "");
      assertSame(originals.get(original), copy);
    }
  }

  private static void assertSame(ObjectNode original, ObjectNode copy) throws IOException {
    ParquetColumns one = parquet(original);
    ParquetColumns other = parquet(copy);
    String id = original.get("data_product_id").asText();
    for (String column : List.of("wavelength", "flux", "uncertainty", "wavelength_vacuum")) {
      assertThat(other.doubles(column)).as(column + " of " + id).isEqualTo(one.doubles(column));
    }
    assertThat(other.booleans("good")).as(id).isEqualTo(one.booleans("good"));
    assertThat(copy.at("/profile/id").asText()).isEqualTo("ivoa-spectrum@2");
    for (String same :
        List.of(
            "/flux/unit",
            "/flux/calibration",
            "/observation/object",
            "/observation/ra_deg",
            "/observation/time/mjd",
            "/observation/exposure_s",
            "/summary")) {
      assertThat(copy.at(same)).as(same + " of " + id).isEqualTo(original.at(same));
    }
  }

  @Test
  void fileThatIsThere_isLeftAlone_unlessForced() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.csv"), "mine");
    String id = valid().firstKey();

    Ran refused = export(id, "--to", file.toString()).expect(ExitCode.USAGE);

    assertThat(refused.err())
        .startsWith("Cannot write '%s': the file is there already".formatted(file));
    assertThat(file).hasContent("mine");
    export(id, "--to", file.toString(), "--force").expect(ExitCode.OK);
    assertThat(Files.readString(file)).startsWith("wavelength,flux,");
    assertThat(file.resolveSibling(".")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void report_isOneJsonLine() throws IOException {
    ObjectNode metadata = valid().values().iterator().next();
    Path file = folder.resolve("report.vot");

    JsonNode report =
        commands
            .json(
                "spectrum",
                "export",
                metadata.get("data_product_id").asText(),
                "--to",
                file.toString())
            .expect(ExitCode.OK)
            .json();

    assertThat(report.get("format").asText()).isEqualTo("votable");
    assertThat(report.get("samples")).isEqualTo(metadata.at("/summary/n_samples"));
    assertThat(report.get("byte_length").asLong()).isEqualTo(Files.size(file));
  }

  @Test
  void standardOutput_getsTheTableAlone() throws IOException {
    PrintStream real = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, UTF_8));
      export(valid().firstKey(), "--format", "ecsv", "--to", "-").expect(ExitCode.OK);
    } finally {
      System.setOut(real);
    }

    assertThat(out.toString(UTF_8)).startsWith("# %ECSV 1.0\n").doesNotContain("Wrote");
  }

  @Test
  void orderThatIsNotThere_isSaid() throws IOException {
    Ran ran = export(valid().firstKey(), "--order", "99").expect(ExitCode.USAGE);

    assertThat(ran.err()).startsWith("Cannot export order 99: the spectrum has the orders [");
  }

  @Test
  void whatIsNoValidSpectrum_isSaid() {
    String refused =
        commands.json("quarantine", "list").jsonLines().get(0).get("data_product_id").asText();

    assertThat(export(refused).expect(ExitCode.USAGE).err())
        .startsWith("Cannot read spectrum '%s': it is in quarantine".formatted(refused));
    assertThat(export("nobody.fits").expect(ExitCode.USAGE).err())
        .startsWith("Cannot find spectrum 'nobody.fits': no product has this id");
    assertThat(export("4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5").expect(ExitCode.USAGE).err())
        .startsWith("Cannot find spectrum '4e9b0e88-");
  }

  @Test
  void objectThatSomebodyElseWrote_isNotExported() throws IOException {
    ObjectNode metadata = valid().get(valid().lastKey());
    Path object = normalized(metadata).resolve("metadata.json");
    byte[] original = Files.readAllBytes(object);

    Files.write(
        object, new String(original, UTF_8).replace("ABSOLUTE", "RELATIVE!").getBytes(UTF_8));
    Ran ran = export(metadata.get("data_product_id").asText());
    Files.write(object, original);

    assertThat(ran.expect(ExitCode.DAMAGED).err()).contains("metadata.json': its SHA-256 is ");
  }

  private static Ran export(String id, String... options) {
    return commands.novacat(
        Stream.concat(Stream.of("spectrum", "export", id), Stream.of(options))
            .toArray(String[]::new));
  }

  /** The metadata of all valid products by their ids. */
  private static SortedMap<String, ObjectNode> valid() throws IOException {
    SortedMap<String, ObjectNode> valid = new TreeMap<>();
    try (Stream<Path> files = Files.walk(bucket().resolve("derived/spectra"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (file.endsWith("normalized/metadata.json")) {
          ObjectNode metadata = Json.parse(Files.readAllBytes(file));
          valid.put(metadata.get("data_product_id").asText(), metadata);
        }
      }
    }
    return valid;
  }

  private static ParquetColumns parquet(ObjectNode metadata) throws IOException {
    return ParquetColumns.read(
        Files.readAllBytes(normalized(metadata).resolve("spectrum.parquet")));
  }

  private static Path normalized(ObjectNode metadata) {
    return bucket()
        .resolve("derived/spectra")
        .resolve(metadata.get("nova_id").asText())
        .resolve(metadata.get("data_product_id").asText())
        .resolve("normalized");
  }

  private static Path bucket() {
    return commands.workspace().resolve("buckets/nova-cat-private-data");
  }
}

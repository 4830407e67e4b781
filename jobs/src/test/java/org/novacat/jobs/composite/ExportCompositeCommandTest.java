package org.novacat.jobs.composite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;
import org.novacat.layouts.id.ContentHash;

/** A sample archive, and one of its spectra taken again in arms, on several nights. */
class ExportCompositeCommandTest {
  @TempDir private static Path folder;
  private static Commands commands;
  private static Path arms;
  private static String nova;
  private static List<double[]> rows;

  @BeforeAll
  static void ingestSamples() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    SampleArchive archive =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(11, 1, 1));
    nova = archive.novae().get(0).name();
    commands.novacat("nova", "add", nova, "--ra", "306.12", "--dec", "41.35").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString()).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    rows = samples();
    arms = Files.createDirectories(folder.resolve("arms"));
    writeArms();
    commands.novacat("register", arms.toString(), "--nova", nova).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
  }

  /** What a valid spectrum of the sample archive holds. */
  private static List<double[]> samples() throws IOException {
    Path csv = folder.resolve("sample.csv");
    commands.novacat("spectrum", "export", validId(), "--to", csv.toString()).expect(ExitCode.OK);
    return read(csv);
  }

  private static String validId() throws IOException {
    try (Stream<Path> all = Files.walk(commands.workspace())) {
      Path metadata = all.filter(path -> path.endsWith("metadata.json")).findFirst().orElseThrow();
      return Json.parse(Files.readAllBytes(metadata)).get("data_product_id").asText();
    }
  }

  /** Each of its own size, since files of equal bytes are duplicates. */
  private static void writeArms() throws IOException {
    int n = rows.size();
    arm("blue", 0, n / 2 + 40, 1, "2021-08-24T21:00:00", "TWIN");
    arm("blue2", 0, n / 2 + 40, 1.02, "2021-08-24T21:30:00", "TWIN");
    arm("red", n / 2 - 40, n, 1, "2021-08-25T02:00:00", "TWIN");
    arm("vague", 0, n, 1.001, "2021-08-24", "TWIN");
    arm("other", 0, n, 1.002, "2021-08-24T22:00:00", "LOW-RES");
    arm("later", 0, n, 1.003, "2021-08-25T22:00:00", "TWIN");
    arm("step", 0, n, 1.004, "2021-09-01T20:00:00", "TWIN");
    arm("step2", 0, n, 1.5, "2021-09-01T21:00:00", "TWIN");
    arm("early", 0, n, 1.005, "2021-10-01T00:10:00", "TWIN");
    arm("early2", 0, n, 1.01, "2021-10-01T01:10:00", "TWIN");
    arm("late", 0, n, 1.02, "2021-10-01T22:00:00", "TWIN");
    arm("late2", 0, n, 1.03, "2021-10-02T03:00:00", "TWIN");
  }

  private static void arm(
      String name, int from, int to, double scale, String date, String instrument)
      throws IOException {
    String text =
        rows.subList(from, to).stream()
            .map(row -> row[0] + "," + scale * row[1] + "," + 0.01 * scale * Math.abs(row[1]))
            .collect(joining("\n", "wavelength,flux,error\n", "\n"));
    Files.writeString(arms.resolve(name + ".csv"), text);
    String precision = date.contains("T") ? "0.001" : "1";
    Files.writeString(
        arms.resolve(name + ".csv.sidecar.json"),
        """
        {"wavelength_unit": "Angstrom", "medium": "air", "flux_unit": "erg/s/cm2/Angstrom",
         "uncertainty_kind": "sigma", "date": "%s", "time_scale": "UTC",
         "time_precision_days": %s, "instrument": "%s"}
        """
            .formatted(date, precision, instrument));
  }

  @Test
  void armsOfANight_areOneFileWithItsLineage() throws IOException {
    Path file = folder.resolve("night.csv");
    JsonNode report = json("2021-08-24", "TWIN", file).expect(ExitCode.OK).json();

    JsonNode composite = report.get("composites").get(0);
    assertThat(report.get("composites")).hasSize(1);
    assertThat(composite.get("samples").asInt()).isEqualTo(rows.size());
    assertThat(texts(composite.get("constituents"), "sha256"))
        .containsExactlyInAnyOrder(hash("blue"), hash("blue2"), hash("red"));
    assertThat(numbers(composite.get("constituents"), "weight").stream().mapToDouble(w -> w).sum())
        .isEqualTo(1, within(1e-12));
    assertThat(texts(report.get("left_out"), "reason")).containsExactly("EPOCH_TOO_VAGUE");
    List<double[]> joined = read(file);
    int red = rows.size() - 10;
    assertThat(joined.get(red)[0]).isEqualTo(rows.get(red)[0], within(1e-6));
    assertThat(joined.get(red)[1] / rows.get(red)[1]).isEqualTo(1, within(1e-9));
    assertThat(joined.get(10)[1] / rows.get(10)[1]).isBetween(1.0001, 1.0199);
  }

  @Test
  void fitsFile_isReadAsASpectrum_andSaysWhereItIsFrom() throws IOException {
    Path file = folder.resolve("night.fits");
    json("2021-08-24", "TWIN", file).expect(ExitCode.OK);

    JsonNode read =
        Json.parse(
            Commands.run("spectrum", "read", file.toString(), "--output", "json")
                .expect(ExitCode.OK)
                .out()
                .getBytes(UTF_8));

    assertThat(read.toString()).contains("ivoa-spectrum@2");
    String header = Files.readString(file, ISO_8859_1);
    assertThat(header.substring(0, header.indexOf("END     ", 2880)))
        .contains("NCOMBINE=                    3", "CID1", "CWGT3", hash("blue"), hash("red"))
        .contains("Constituent 1: product ");
  }

  @Test
  void otherFormats_haveTheSameLineage() throws IOException {
    for (String name : List.of("night.vot", "night.ecsv")) {
      Path file = folder.resolve(name);
      json("2021-08-24", "TWIN", file).expect(ExitCode.OK);

      assertThat(Files.readString(file)).contains(hash("blue"), hash("red"), "CWGT1");
    }
  }

  @Test
  void twice_givesTheSameBytes_andAFileThatIsThereIsLeftAlone() throws IOException {
    Path file = folder.resolve("twice.fits");
    json("2021-08-24", "TWIN", file).expect(ExitCode.OK);
    byte[] first = Files.readAllBytes(file);

    Ran again = json("2021-08-24", "TWIN", file).expect(ExitCode.USAGE);

    assertThat(again.err()).contains("the file is there already");
    novacat("2021-08-24", "TWIN", file, "--force").expect(ExitCode.OK);
    assertThat(file).hasBinaryContent(first);
  }

  @Test
  void dryRun_saysTheSameAndWritesNothing() {
    Path file = folder.resolve("dry.fits");

    Ran dry = novacat("2021-08-24", "TWIN", file, "--dry-run").expect(ExitCode.OK);

    assertThat(file).doesNotExist();
    assertThat(dry.out()).startsWith("Would write ").contains("Left out ", "EPOCH_TOO_VAGUE");
  }

  @Test
  void archive_staysAsItIs() throws IOException {
    Map<Path, ContentHash> before = objects();
    json("2021-08-24", "TWIN", folder.resolve("archive.fits")).expect(ExitCode.OK);

    assertThat(objects()).isEqualTo(before);
  }

  @Test
  void severalInstruments_areListed() {
    Path file = folder.resolve("several.fits");
    Ran ran =
        commands.novacat(
            "export", "composite", nova, "--night", "2021-08-24", "--out", file.toString());

    assertThat(ran.expect(ExitCode.USAGE).err())
        .contains("of 2 instruments (give --instrument with one of 'LOW-RES', 'TWIN')");
    assertThat(json("2021-08-24", "HIRES", file).expect(ExitCode.USAGE).err())
        .contains("none of the night 2021-08-24 is of instrument 'HIRES'");
    assertThat(file).doesNotExist();
  }

  @Test
  void nightThatIsNoDate_isRefused() {
    for (String night : List.of("20210824", "2021-02-30", "yesterday")) {
      assertThat(json(night, "TWIN", folder.resolve("x.fits")).expect(ExitCode.USAGE).err())
          .contains("'%s': this is no date (write it as 2021-08-24)".formatted(night));
    }
  }

  @Test
  void partOfTheInstrument_isEnough() {
    Path file = folder.resolve("part.fits");
    novacat("2021-08-24", "twi", file, "--dry-run").expect(ExitCode.OK);
  }

  @Test
  void spectrumAlone_isNoCompositeAndTheReasonIsSaid() {
    Path file = folder.resolve("alone.fits");
    Ran ran = novacat("2021-08-24", "LOW-RES", file).expect(ExitCode.USAGE);

    assertThat(ran.out()).contains("ALONE");
    assertThat(ran.err()).contains("no two go together");
    assertThat(file).doesNotExist();
  }

  @Test
  void fluxThatDiffers_isLeftApart() {
    Ran ran = json("2021-09-01", "TWIN", folder.resolve("s.fits")).expect(ExitCode.USAGE);

    assertThat(texts(ran.json().get("left_out"), "reason")).containsExactly("ARM_STEP", "ARM_STEP");
  }

  @Test
  void twoNightsOfOneDate_areTwoNumberedFiles() {
    Path file = folder.resolve("two.ecsv");
    JsonNode report = json("2021-10-01", "TWIN", file).expect(ExitCode.OK).json();

    assertThat(texts(report.get("composites"), "file"))
        .containsExactly(
            folder.resolve("two-1.ecsv").toString(), folder.resolve("two-2.ecsv").toString());
    assertThat(folder.resolve("two-1.ecsv")).isNotEmptyFile();
    assertThat(folder.resolve("two-2.ecsv")).isNotEmptyFile();
    assertThat(file).doesNotExist();
  }

  @Test
  void oneOfSeveralFilesThatIsThere_leavesAllUnwritten() throws IOException {
    Path there = Files.writeString(folder.resolve("some-2.csv"), "mine");

    json("2021-10-01", "TWIN", folder.resolve("some.csv")).expect(ExitCode.USAGE);

    assertThat(there).hasContent("mine");
    assertThat(folder.resolve("some-1.csv")).doesNotExist();
  }

  @Test
  void nightWithoutSpectra_namesTheNearest() {
    Ran ran = json("2021-08-29", "TWIN", folder.resolve("none.fits")).expect(ExitCode.USAGE);

    assertThat(ran.err())
        .contains("no valid one is of the night 2021-08-29", "2021-08-24, 2021-08-25, 2021-09-01");
  }

  private static Ran json(String night, String instrument, Path file) {
    return novacat(night, instrument, file, "--output", "json");
  }

  private static Ran novacat(String night, String instrument, Path file, String... more) {
    List<String> words = new ArrayList<>(List.of("export", "composite", nova, "--night", night));
    words.addAll(List.of("--instrument", instrument, "--out", file.toString()));
    words.addAll(List.of(more));
    return commands.novacat(words.toArray(String[]::new));
  }

  private static String hash(String name) throws IOException {
    return ContentHash.of(Files.readAllBytes(arms.resolve(name + ".csv"))).hex();
  }

  private static Map<Path, ContentHash> objects() throws IOException {
    Map<Path, ContentHash> objects = new HashMap<>();
    try (Stream<Path> all = Files.walk(commands.workspace().resolve("buckets"))) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        objects.put(path, ContentHash.of(Files.readAllBytes(path)));
      }
    }
    return objects;
  }

  private static List<double[]> read(Path csv) throws IOException {
    return Files.readAllLines(csv).stream()
        .skip(1)
        .map(line -> Stream.of(line.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }

  private static List<String> texts(JsonNode nodes, String name) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.get(name).asText())
        .toList();
  }

  private static List<Double> numbers(JsonNode nodes, String name) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.get(name).asDouble())
        .toList();
  }
}

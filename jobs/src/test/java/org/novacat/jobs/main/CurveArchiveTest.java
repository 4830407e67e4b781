package org.novacat.jobs.main;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.NovaModel;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleNova;
import org.novacat.jobs.samples.Stars;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.samples.photometry.CurveDamage;
import org.novacat.jobs.samples.photometry.LightCurve;
import org.novacat.jobs.samples.photometry.SampleBand;
import org.novacat.jobs.samples.photometry.SampleUpload;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;

/** The sample light curves, read as uploads are read; what the job makes of them the demo shows. */
class CurveArchiveTest {
  private static final long SEED = 2101;

  /** What the job decides, which knows the novae and bands that rows are about. */
  private static final List<String> OF_THE_JOB =
      List.of(CurveDamage.NOBODY_KNOWS_IT.fileName(), CurveDamage.BAND_UNKNOWN.fileName());

  @TempDir private static Path folder;
  private static List<SampleNova> novae;
  private static CurveArchive archive;

  /** What the reader said, by name of the file. */
  private static Map<String, JsonNode> read;

  @BeforeAll
  static void writeAndRead() throws IOException {
    novae = SampleArchive.write(folder.resolve("spectra"), new SampleSpec(SEED, 5, 1)).novae();
    archive = CurveArchive.write(folder.resolve("curves"), SEED, novae);
    read = read(archive);
  }

  private static Map<String, JsonNode> read(CurveArchive archive) {
    return Commands.run("photometry", "read", archive.folder().toString(), "--output", "json")
        .expect(ExitCode.OK)
        .jsonLines()
        .stream()
        .collect(toMap(line -> line.get("file").asText().replaceFirst("^.*/", ""), line -> line));
  }

  @Test
  void everyUpload_isReadAsItsWriterExpects() {
    assertThat(found(read)).containsAllEntriesOf(expected(archive));
    assertThat(expected(archive)).hasSize(archive.uploads().size() - 4);
  }

  @Test
  void otherSeeds_areReadAsExpectedToo(@TempDir Path other) throws IOException {
    for (int seed = 0; seed < 5; seed++) {
      CurveArchive drawn = CurveArchive.write(other.resolve("" + seed), seed, novae);

      assertThat(found(read(drawn))).as("seed %d", seed).containsAllEntriesOf(expected(drawn));
    }
  }

  @Test
  void everyDialect_isRecognised() {
    assertThat(read.values().stream().map(line -> line.path("format").asText()).distinct())
        .contains(
            "aavso-extended",
            "aavso-download",
            "asassn-v2",
            "atlas-forced",
            "ztf-irsa",
            "uvot-sousa",
            "qdp",
            "osc-json",
            "votable",
            "ecsv",
            "vizier-tsv",
            "delimited",
            "fits-table",
            "cds",
            "csv");
  }

  @Test
  void brightness_fallsFromThePeakOfTheModel() {
    NovaModel model = new Stars(SEED).model(0);
    LightCurve curve = new LightCurve(novae.get(0), model);
    double peak = curve.magnitude(SampleBand.V, 0);

    assertThat(peak).isCloseTo(model.peakMagnitude(), within(0.1));
    assertThat(curve.magnitude(SampleBand.V, model.t2Days())).isCloseTo(peak + 2, within(0.1));
    assertThat(curve.magnitude(SampleBand.V, -20)).isCloseTo(peak + 12, within(1e-9));
  }

  @Test
  void file_holdsLimitsAndTheNameOfItsNova() {
    JsonNode aavso = read.get("AAVSO_Sample_Nova_Cyg_2101_report.txt");

    assertThat(aavso.get("limits").asInt()).isPositive();
    assertThat(aavso.get("novae").fieldNames())
        .toIterable()
        .containsExactly("Sample Nova Cyg 2101");
    assertThat(read.get("samples.dat").get("novae")).hasSize(novae.size());
  }

  @Test
  void equalSeed_givesEqualBytes_andAnotherOneOthers(@TempDir Path other) throws IOException {
    CurveArchive again = CurveArchive.write(other.resolve("again"), SEED, novae);
    CurveArchive different = CurveArchive.write(other.resolve("different"), SEED + 1, novae);

    assertThat(again.uploads()).isEqualTo(archive.uploads());
    assertThat(hashes(again)).isEqualTo(hashes(archive));
    Map<String, String> others = hashes(different);
    assertThat(hashes(archive).entrySet())
        .filteredOn(file -> file.getKey().contains("nova"))
        .noneMatch(file -> file.getValue().equals(others.get(file.getKey())));
  }

  /** Files whose fate the reader decides alone. */
  private static Map<String, String> expected(CurveArchive archive) {
    Map<String, String> expected = new TreeMap<>();
    for (SampleUpload upload : archive.uploads()) {
      if (upload.outcome() instanceof Outcome.Accepted accepted) {
        expected.put(
            upload.name(),
            "%s accepted, %s rejected".formatted(accepted.rows(), accepted.rejected()));
      } else if (upload.outcome() instanceof Outcome.Refused refused) {
        expected.put(upload.name(), refused.code().name());
      }
    }
    expected.keySet().removeAll(OF_THE_JOB);
    return expected;
  }

  private static Map<String, String> found(Map<String, JsonNode> lines) {
    Map<String, String> found = new TreeMap<>();
    lines.forEach((name, line) -> found.put(name, found(line)));
    return found;
  }

  private static String found(JsonNode line) {
    long accepted = line.get("accepted").asLong();
    return line.get("refused").isNull()
        ? "%s accepted, %s rejected".formatted(accepted, line.get("rows").asLong() - accepted)
        : line.get("refused").asText();
  }

  private static Map<String, String> hashes(CurveArchive of) throws IOException {
    try (Stream<Path> files = Files.list(of.folder())) {
      return files.collect(
          toMap(file -> String.valueOf(file.getFileName()), CurveArchiveTest::hash));
    }
  }

  private static String hash(Path file) {
    try {
      return ContentHash.of(Files.readAllBytes(file)).hex();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.novacat.jobs.main;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.samples.SampleFile;
import org.novacat.jobs.samples.SampleFile.Expected;
import org.novacat.jobs.samples.SampleFile.Expected.DuplicateOf;
import org.novacat.jobs.samples.SampleFile.Expected.Quarantined;
import org.novacat.jobs.samples.SampleFile.Expected.Valid;
import org.novacat.jobs.samples.photometry.CurveArchive;
import org.novacat.jobs.samples.photometry.SampleUpload;
import org.novacat.jobs.samples.photometry.SampleUpload.Outcome;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** The demo ends as the sample archive says of itself. */
class DemoCommandTest {
  private static final int SEED = 77;

  @TempDir private static Path folder;
  private static Commands commands;
  private static SampleArchive archive;
  private static CurveArchive curves;
  private static Ran demo;

  @BeforeAll
  static void runDemo() throws IOException {
    archive = SampleArchive.write(folder.resolve("same"), SampleSpec.demo(SEED));
    commands = new Commands(folder.resolve("workspace"));
    curves = CurveArchive.write(folder.resolve("curves"), SEED, archive.novae());
    demo = commands.novacat("demo", "--seed", Integer.toString(SEED)).expect(ExitCode.OK);
  }

  @Test
  void statusCounts_areTheExpectedOnes() {
    JsonNode status = commands.json("status").expect(ExitCode.OK).json();

    assertThat(status.at("/by_state/VALID~1ACQUIRED~1NONE").asLong()).isEqualTo(count(Valid.class));
    assertThat(status.at("/by_state/QUARANTINED~1ACQUIRED~1NONE").asLong())
        .isEqualTo(count(Quarantined.class));
    assertThat(status.at("/by_state/UNVALIDATED~1SKIPPED_DUPLICATE~1NONE").asLong())
        .isEqualTo(count(DuplicateOf.class));
    assertThat(status.get("spectra").asLong())
        .isEqualTo(count(Valid.class) + count(Quarantined.class) + count(DuplicateOf.class));
  }

  /** Else the table of one would be read beside the objects of the other. */
  @Test
  void workspaceOfTheOtherKindOfStore_isRefused() throws IOException {
    assertThat(commands.novacat("demo", "--s3").expect(ExitCode.USAGE).err())
        .contains("with --s3: its objects lie in folders");
    Path other = folder.resolve("of-s3");
    Files.createDirectories(other.resolve("s3"));
    assertThat(new Commands(other).novacat("demo").expect(ExitCode.USAGE).err())
        .contains("without --s3: its objects lie in buckets");
  }

  @Test
  void quarantine_holdsTheDamagedFilesForTheExpectedReasons() {
    Map<String, String> found =
        commands
            .json("quarantine", "list", "--kind", "spectra")
            .expect(ExitCode.OK)
            .jsonLines()
            .stream()
            .collect(
                toMap(
                    one -> one.get("locator").asText().replaceFirst(".*/(damaged/.*)", "$1"),
                    one -> one.get("reason").asText()));

    Map<String, String> expected =
        archive.files().stream()
            .filter(file -> file.expected() instanceof Quarantined)
            .collect(
                toMap(
                    SampleFile::locator, file -> ((Quarantined) file.expected()).reason().name()));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void uploads_endAsTheirWriterExpects() {
    Map<String, String> expected = new TreeMap<>();
    for (SampleUpload upload : curves.uploads()) {
      if (upload.outcome() instanceof Outcome.Refused refused) {
        expected.put(upload.name(), refused.code().name());
      } else if (upload.outcome() instanceof Outcome.Accepted accepted && accepted.rejected() > 0) {
        expected.put(upload.name(), "ROWS_REJECTED " + accepted.rejected());
      }
    }
    Map<String, String> found =
        commands.json("quarantine", "list", "--kind", "photometry").jsonLines().stream()
            .collect(toMap(one -> one.get("filename").asText(), DemoCommandTest::reason));

    assertThat(found).isEqualTo(expected);
    JsonNode status = commands.json("status").json().get("photometry");
    assertThat(status.at("/by_status/ACCEPTED").asLong())
        .isEqualTo(uploads(Outcome.Accepted.class));
    assertThat(status.at("/by_status/REFUSED").asLong()).isEqualTo(uploads(Outcome.Refused.class));
    assertThat(status.get("uploads").asLong())
        .isEqualTo(uploads(Outcome.Accepted.class) + uploads(Outcome.Refused.class));
    assertThat(status.get("novae_waiting").asLong()).isZero();
  }

  @Test
  void tables_haveTheRowsThatWereWritten() throws IOException {
    Map<String, Long> found =
        commands.json("photometry", "list").expect(ExitCode.OK).jsonLines().stream()
            .collect(
                toMap(
                    table -> table.get("primary_name").asText(),
                    table -> table.get("rows").asLong()));

    assertThat(found).isEqualTo(curves.rows());
    assertThat(found("lightcurve.png")).hasSameSizeAs(archive.novae());
    assertThat(found("photometry_table.parquet")).hasSameSizeAs(archive.novae());
  }

  @Test
  void output_showsEachCommand_andWhereToLook() throws IOException {
    assertThat(demo.out())
        .contains("Sample archive: 54 spectra and 42 uploads of photometry of 5 novae in ")
        .contains("$ novacat nova add \"Sample Nova Cyg 2101\" --ra ", "$ novacat register ")
        .contains("$ novacat ingest-spectra ", "$ novacat status ", "Where to look:")
        .contains("$ novacat register --photometry ", "$ novacat ingest-photometry ")
        .contains("$ novacat photometry list ", "novacat photometry show \"Sample Nova Cyg 2101\"")
        .containsPattern("known already +1\\R")
        .contains("SHA256_MISMATCH", "SOURCE_EMPTY");
    List<Path> pictures = found("preview.png");
    assertThat(pictures).hasSize((int) count(Valid.class));
    assertThat(found("spectrum.parquet")).hasSameSizeAs(pictures);
  }

  @Test
  void demoAgain_findsNothingToDo() {
    Ran again = commands.novacat("demo", "--seed", Integer.toString(SEED)).expect(ExitCode.OK);

    assertThat(again.out())
        .contains("Known already. Nothing changed.")
        .contains("Nothing to do: no spectrum is waiting. Nothing was written.")
        .contains("Nothing to do: no upload is waiting. Nothing was written.")
        .containsPattern("registered +0");
  }

  @Test
  void itEndsWithBundlesAndARelease_andSaysWhere() throws IOException {
    Path site = commands.workspace().resolve("buckets/nova-cat-public-site");

    assertThat(found("full.zip")).hasSameSizeAs(archive.novae());
    assertThat(demo.out()).contains(site.resolve("current/index.html").toString());
    assertThat(site.resolve("current/release.json")).isRegularFile();
  }

  private static List<Path> found(String name) throws IOException {
    try (Stream<Path> files =
        Files.walk(commands.workspace().resolve("buckets/nova-cat-private-data"))) {
      return files.filter(file -> file.endsWith(name)).toList();
    }
  }

  private static String reason(JsonNode upload) {
    String reason = upload.get("reason").asText();
    return reason.equals("ROWS_REJECTED") ? reason + " " + upload.get("rejected").asLong() : reason;
  }

  private static long uploads(Class<? extends Outcome> outcome) {
    return curves.uploads().stream().filter(one -> outcome.isInstance(one.outcome())).count();
  }

  private static long count(Class<? extends Expected> outcome) {
    return archive.files().stream().filter(file -> outcome.isInstance(file.expected())).count();
  }
}

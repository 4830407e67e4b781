package org.novacat.jobs.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** An ingested archive; each test that settles something takes a product of its own. */
class QuarantineCommandTest {
  private static final String NOBODY = "4e9b0e88-5e77-4abf-b7cd-b3214fbda3e5";

  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void ingestSamples() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    SampleArchive archive =
        SampleArchive.write(folder.resolve("samples"), new SampleSpec(11, 1, 1));
    String nova = archive.novae().get(0).name();
    commands.novacat("nova", "add", nova, "--ra", "306.12", "--dec", "41.35").expect(ExitCode.OK);
    commands.novacat("register", archive.manifest().toString()).expect(ExitCode.OK);
    commands
        .novacat("ingest-spectra", "--log-reference", "/emr/novacat:driver/stdout:s-0123")
        .expect(ExitCode.OK);
  }

  @Test
  void list_namesReasonAndFile() {
    JsonNode listed = one("html-page");

    assertThat(listed.get("reason").asText()).isEqualTo("UNREADABLE");
    assertThat(listed.get("detail").asText()).isEqualTo("FITS_NO_SIMPLE");
    assertThat(listed.get("manual_review_status").asText()).isEqualTo("PENDING");
    assertThat(listed.get("state").asText()).isEqualTo("QUARANTINED/ACQUIRED/NONE");
    assertThat(commands.novacat("quarantine", "list").expect(ExitCode.OK).out())
        .containsPattern(
            id(listed) + " +UNREADABLE +FITS_NO_SIMPLE +PENDING +html-page_\\S+\\.fits");
  }

  @Test
  void show_tellsFactsAndWhereTheBytesLie() {
    JsonNode listed = one("truncated-data");

    JsonNode shown = commands.json("quarantine", "show", id(listed)).expect(ExitCode.OK).json();
    String text = commands.novacat("quarantine", "show", id(listed)).expect(ExitCode.OK).out();

    assertThat(shown.get("message").asText()).startsWith("Cannot read ");
    assertThat(shown.get("objects")).hasSize(4);
    for (JsonNode key : shown.get("objects")) {
      assertThat(bucket().resolve(key.asText())).isRegularFile();
    }
    assertThat(text)
        .contains(
            "product   " + id(listed), "reason    UNREADABLE FITS_TRUNCATED", "review    PENDING")
        .contains("objects   " + shown.get("prefix").asText());
  }

  @Test
  void approved_isTakenUpByTheNextRun_andOnlyOnce() {
    String product = id(one("zero-flux"));

    JsonNode approved =
        commands.json("quarantine", "approve-retry", product).expect(ExitCode.OK).json();
    JsonNode waiting = commands.json("quarantine", "show", product).json();
    JsonNode run = commands.json("ingest-spectra").expect(ExitCode.OK).json();
    JsonNode again = commands.json("ingest-spectra").expect(ExitCode.OK).json();

    assertThat(approved.get("state").asText()).isEqualTo("QUARANTINED/ACQUIRED/ACQUIRE");
    assertThat(waiting.get("manual_review_status").asText()).isEqualTo("CLEARED_RETRY_APPROVED");
    assertThat(run.at("/spectra/planned").asInt()).isEqualTo(1);
    assertThat(run.at("/spectra/codes/refused/INVALID_FLUX").asInt()).isEqualTo(1);
    assertThat(again.at("/spectra/planned").asInt()).isZero();
    JsonNode back = one("zero-flux");
    assertThat(back.get("state").asText()).isEqualTo("QUARANTINED/ACQUIRED/NONE");
    assertThat(back.get("manual_review_status").asText()).isEqualTo("PENDING");
  }

  @Test
  void rejected_isFinal() {
    String product = id(one("folded-axis"));

    Ran rejected =
        commands
            .novacat("quarantine", "reject", product, "--reason", "wrong star")
            .expect(ExitCode.OK);
    Ran approved = commands.novacat("quarantine", "approve-retry", product).expect(ExitCode.USAGE);

    assertThat(rejected.out())
        .isEqualToIgnoringNewLines(product + "  rejected for good: TERMINAL_INVALID/ACQUIRED/NONE");
    assertThat(approved.err())
        .startsWith(
            "Cannot review product '" + product + "': it is TERMINAL_INVALID/ACQUIRED/NONE");
    assertThat(commands.novacat("quarantine", "list").out()).doesNotContain(product);
    assertThat(commands.novacat("quarantine", "show", product).out())
        .contains("review    CLEARED_TERMINAL: wrong star");
    assertThat(commands.json("ingest-spectra").json().at("/spectra/planned").asInt()).isZero();
    assertThat(
            commands.json("status").json().at("/by_state/TERMINAL_INVALID~1ACQUIRED~1NONE").asInt())
        .isEqualTo(1);
    assertThat(commands.novacat("status").out()).containsPattern("rejected for good +1");
  }

  @Test
  void dryRun_changesNothing() {
    JsonNode before = one("sky-image");

    Ran ran = commands.novacat("quarantine", "reject", id(before), "--dry-run").expect(ExitCode.OK);

    assertThat(ran.out()).isEqualToIgnoringNewLines(id(before) + "  would be rejected for good");
    assertThat(one("sky-image")).isEqualTo(before);
    JsonNode line =
        commands
            .json("quarantine", "approve-retry", id(before), "--dry-run")
            .expect(ExitCode.OK)
            .json();
    assertThat(line.get("change").asText()).isEqualTo("would be approved for another try");
    assertThat(line.get("state").isNull()).isTrue();
  }

  @Test
  void oneUnknownIdAmongOthers_settlesNone() {
    JsonNode before = one("unknown-unit");

    Ran ran = commands.novacat("quarantine", "reject", id(before), NOBODY).expect(ExitCode.USAGE);

    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            "Cannot review '%s': no product and no upload has this id (see 'novacat quarantine list')"
                .formatted(NOBODY));
    assertThat(one("unknown-unit")).isEqualTo(before);
  }

  @Test
  void unknownOrMalformedId_isRefused() {
    assertThat(commands.novacat("quarantine", "show", NOBODY).expect(ExitCode.USAGE).err())
        .startsWith("Cannot show '" + NOBODY + "'");
    assertThat(commands.novacat("quarantine", "show", "abc").expect(ExitCode.USAGE).err())
        .startsWith("Cannot read data product id: 'abc' is not a UUID");
  }

  @Test
  void run_isListedAndShownWithItsReport() throws IOException {
    JsonNode listed = run("acquire_and_validate_spectra");

    JsonNode shown =
        commands.json("runs", "show", listed.get("job_run_id").asText()).expect(ExitCode.OK).json();
    String text =
        commands
            .novacat("runs", "show", listed.get("job_run_id").asText())
            .expect(ExitCode.OK)
            .out();

    assertThat(shown.get("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(shown.get("attempts").asInt()).isPositive();
    assertThat(shown.get("summary")).isEqualTo(listed.get("summary"));
    String report = shown.get("report").asText();
    assertThat(Files.readString(bucket().resolve(report))).contains("\"refused\"");
    assertThat(bucket().resolve(report.replace("output", "input"))).isRegularFile();
    assertThat(text)
        .contains("report    " + report)
        .containsPattern("ValidateSpectra\\S+ +1 +SUCCEEDED");
  }

  @Test
  void logOfARun_isNamedByIt_andByWhatItRefused() throws IOException {
    JsonNode refused = commands.json("quarantine", "show", id(one("html-page"))).json();
    Path context = bucket().resolve(refused.get("prefix").asText() + "context.json");
    JsonNode reference = Json.parse(Files.readAllBytes(context)).get("log_reference");
    JsonNode run = run("acquire_and_validate_spectra");
    String text = commands.novacat("runs", "show", run.get("job_run_id").asText()).out();

    assertThat(reference.get("group").asText()).isEqualTo("/emr/novacat");
    assertThat(reference.get("stream").asText()).isEqualTo("driver/stdout");
    assertThat(reference.get("run_id").asText()).isEqualTo("s-0123");
    assertThat(run.at("/log_reference/run_id").asText()).isEqualTo("s-0123");
    assertThat(text).contains("log       /emr/novacat driver/stdout s-0123");
    assertThat(run("register_raw_files").has("log_reference")).isFalse();
  }

  @Test
  void runThatKeptNoReport_namesNone() {
    String id = run("initialize_nova").get("job_run_id").asText();

    assertThat(run("initialize_nova").get("report").isNull()).isTrue();
    assertThat(commands.json("runs", "show", id).json().get("report").isNull()).isTrue();
    assertThat(commands.novacat("runs", "show", id).out()).doesNotContain("report", "output.json");
  }

  @Test
  void runs_areLimited_andTheLastComesFirst() {
    List<JsonNode> all = commands.json("runs").expect(ExitCode.OK).jsonLines();
    List<JsonNode> last = commands.json("runs", "--limit", "1").expect(ExitCode.OK).jsonLines();

    assertThat(all).hasSizeGreaterThan(1);
    assertThat(all.stream().map(run -> run.get("started_at").asText()).toList())
        .isSortedAccordingTo((one, other) -> other.compareTo(one));
    assertThat(last).hasSize(1);
    assertThat(commands.novacat("runs").expect(ExitCode.OK).out())
        .containsPattern("(?m)^started +workflow +status +took +run$")
        .contains("register_raw_files");
  }

  @Test
  void unknownRun_isRefused() {
    assertThat(commands.novacat("runs", "show", NOBODY).expect(ExitCode.USAGE).err())
        .isEqualToIgnoringNewLines(
            "Cannot show run '%s': there is none with this id (see 'novacat runs')"
                .formatted(NOBODY));
    assertThat(commands.novacat("runs", "show", "abc").expect(ExitCode.USAGE).err())
        .startsWith("Cannot read job run id: 'abc' is not a UUID");
  }

  private static JsonNode run(String workflow) {
    List<JsonNode> runs = commands.json("runs").expect(ExitCode.OK).jsonLines();
    return runs.stream()
        .filter(run -> run.get("workflow").asText().equals(workflow))
        .reduce((later, first) -> first)
        .orElseThrow();
  }

  private static JsonNode one(String file) {
    return commands.json("quarantine", "list").expect(ExitCode.OK).jsonLines().stream()
        .filter(product -> product.get("locator").asText().contains(file))
        .findFirst()
        .orElseThrow();
  }

  private static String id(JsonNode product) {
    return product.get("data_product_id").asText();
  }

  private static Path bucket() {
    return commands.workspace().resolve("buckets/nova-cat-private-data");
  }
}

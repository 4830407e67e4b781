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
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** Four ingested uploads; each test that settles something takes one of its own. */
class PhotometryQuarantineTest {
  @TempDir private static Path folder;
  private static Commands commands;

  @BeforeAll
  static void ingest() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(
        uploads.resolve("rows.csv"),
        """
        star,JD,mag,err,band
        RS Oph,2453779.5,4.8,0.1,V
        RS Oph,never,4.9,0.1,V
        Nobody,2453780.5,5.0,0.1,V
        """);
    Files.writeString(uploads.resolve("bare.csv"), "star,JD,mag\nRS Oph,2456530.5,6.1\n");
    Files.writeString(
        uploads.resolve("later.csv"), "star,JD,mag,band\nV1974 Cyg,2448676.5,4.4,V\n");
    Files.writeString(
        uploads.resolve("never.csv"),
        "star,JD,mag,band\nNobody,2448676.5,4.4,V\nNobody,never,4.4,V\n");
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);
    commands.novacat("register", "--photometry", uploads.toString()).expect(ExitCode.OK);
    commands
        .novacat("ingest-photometry", "--log-reference", "/emr/novacat:driver/stdout:s-0123")
        .expect(ExitCode.OK);
  }

  @Test
  void logOfTheRunThatRefused_isNamedInTheContext() throws IOException {
    JsonNode refused = commands.json("quarantine", "show", id(one("bare.csv"))).json();
    Path bucket = commands.workspace().resolve("buckets/nova-cat-private-data");
    Path context = bucket.resolve(refused.get("prefix").asText() + "context.json");
    JsonNode reference = Json.parse(Files.readAllBytes(context)).get("log_reference");

    assertThat(reference.get("group").asText()).isEqualTo("/emr/novacat");
    assertThat(reference.get("stream").asText()).isEqualTo("driver/stdout");
    assertThat(reference.get("run_id").asText()).isEqualTo("s-0123");
  }

  @Test
  void list_namesRefusalsAndFilesThatLostRows() {
    JsonNode rows = one("rows.csv");
    String text = commands.novacat("quarantine", "list").expect(ExitCode.OK).out();

    assertThat(rows.get("kind").asText()).isEqualTo("photometry");
    assertThat(rows.get("reason").asText()).isEqualTo("ROWS_REJECTED");
    assertThat(rows.get("rejected").asInt()).isEqualTo(2);
    assertThat(text)
        .containsPattern(id(rows) + " +ROWS_REJECTED +2 of 3 rows +PENDING +rows.csv")
        .containsPattern("MISSING_REQUIRED_COLUMN .*PENDING +bare.csv");
    assertThat(commands.novacat("quarantine", "list", "--kind", "spectra").out())
        .isEqualToIgnoringNewLines("Nothing is in quarantine.");
    assertThat(commands.novacat("quarantine", "list", "--kind", "photometry").out())
        .contains("rows.csv");
  }

  @Test
  void show_printsRejectedRowsWithTheirLines() {
    String id = id(one("rows.csv"));

    JsonNode shown = commands.json("quarantine", "show", id).expect(ExitCode.OK).json();
    String text = commands.novacat("quarantine", "show", id).expect(ExitCode.OK).out();
    String one = commands.novacat("quarantine", "show", id, "--rows", "1").out();

    assertThat(shown.at("/rejected_by_code/EPOCH_UNPARSABLE").asInt()).isEqualTo(1);
    assertThat(shown.at("/first_rejected/0/source_row").asInt()).isEqualTo(3);
    for (JsonNode key : shown.get("objects")) {
      assertThat(bucket().resolve(key.asText())).isRegularFile();
    }
    assertThat(bucket().resolve(shown.get("original").asText())).isRegularFile();
    assertThat(text)
        .contains("rows      3 read, 1 accepted, 2 rejected", "  OBJECT_UNRESOLVED = 1")
        .containsPattern("(?m)^ *3  EPOCH_UNPARSABLE +RS Oph,never,4.9,0.1,V +\\S")
        .containsPattern("(?m)^ *4  OBJECT_UNRESOLVED +Nobody,2453780.5,5.0,0.1,V +\\S")
        .contains("objects   " + shown.get("prefix").asText());
    assertThat(one).contains("RS Oph,never").doesNotContain("Nobody,2453780.5");
  }

  @Test
  void show_printsTheRemedyOfARefusal() {
    String text = commands.novacat("quarantine", "show", id(one("bare.csv"))).out();

    assertThat(text)
        .contains("status    REFUSED", "reason    MISSING_REQUIRED_COLUMN")
        .containsPattern("(?m)^remedy    .*\"band\"");
    assertThat(commands.json("quarantine", "show", id(one("bare.csv"))).json().get("objects"))
        .extracting(JsonNode::asText)
        .anyMatch(key -> key.endsWith("/primary"));
  }

  @Test
  void approved_isDecidedAgainByTheNextRun() {
    String id = id(one("later.csv"));
    Ran wish = commands.novacat("quarantine", "approve-retry", id, "--dry-run");
    assertThat(wish.expect(ExitCode.OK).out())
        .isEqualToIgnoringNewLines(id + "  would be approved for another try");
    commands.novacat("nova", "add", "V1974 Cyg").expect(ExitCode.OK);

    JsonNode approved = commands.json("quarantine", "approve-retry", id).expect(ExitCode.OK).json();
    JsonNode waiting = one("later.csv");
    Ran again = commands.novacat("quarantine", "approve-retry", id).expect(ExitCode.USAGE);
    JsonNode run = commands.json("ingest-photometry").expect(ExitCode.OK).json();

    assertThat(approved.get("ingest_file_id").asText()).isEqualTo(id);
    assertThat(approved.get("state").asText()).isEqualTo("WAITING");
    assertThat(waiting.get("manual_review_status").asText()).isEqualTo("CLEARED_RETRY_APPROVED");
    assertThat(waiting.get("reason").asText()).isEqualTo("OBJECT_MISSING");
    assertThat(again.err())
        .startsWith(
            "Cannot review upload '%s': it is WAITING, and only one in quarantine".formatted(id));
    assertThat(run.at("/uploads/ended/done").asInt()).isEqualTo(1);
    assertThat(commands.novacat("quarantine", "list").out()).doesNotContain(id);
  }

  @Test
  void rejected_isLeftAloneByRetryRefused() {
    String id = id(one("never.csv"));

    Ran rejected =
        commands
            .novacat("quarantine", "reject", id, "--reason", "no nova at all")
            .expect(ExitCode.OK);
    Ran retried = commands.novacat("ingest-photometry", "--retry-refused", "--dry-run");

    assertThat(rejected.out()).isEqualToIgnoringNewLines(id + "  rejected for good: REJECTED");
    assertThat(retried.expect(ExitCode.OK).out()).contains("bare.csv").doesNotContain("never.csv");
    assertThat(commands.novacat("quarantine", "list").out()).doesNotContain(id);
    assertThat(commands.novacat("quarantine", "show", id).expect(ExitCode.OK).out())
        .contains("  EPOCH_UNPARSABLE = 1", "  good, but in a refused file = 1")
        .contains("status    REJECTED", "review    CLEARED_TERMINAL: no nova at all");
    assertThat(commands.json("status").json().at("/photometry/by_status/REJECTED").asInt())
        .isEqualTo(1);
  }

  @Test
  void acceptedUpload_canBeReadAgain_andNotBeRejected() {
    String id = id(one("rows.csv"));

    Ran rejected = commands.novacat("quarantine", "reject", id).expect(ExitCode.USAGE);
    Ran again = commands.novacat("quarantine", "approve-retry", id, "--dry-run");

    assertThat(rejected.err())
        .startsWith(
            "Cannot review upload '%s': it is ACCEPTED, and only one that is REFUSED can be rejected"
                .formatted(id));
    again.expect(ExitCode.OK);
  }

  @Test
  void status_countsUploadsRowsAndTables() {
    JsonNode photometry = commands.json("status").expect(ExitCode.OK).json().get("photometry");
    String text = commands.novacat("status").expect(ExitCode.OK).out();

    assertThat(photometry.get("uploads").asInt()).isEqualTo(4);
    assertThat(photometry.get("rows_rejected").asInt()).isEqualTo(2);
    assertThat(photometry.get("tables").asInt()).isPositive();
    assertThat(photometry.get("table_rows").asInt()).isPositive();
    assertThat(photometry.get("novae_waiting").asInt()).isZero();
    assertThat(text)
        .containsPattern("(?m)^photometry uploads +count$")
        .containsPattern("(?m)^accepted +\\d$")
        .contains("MISSING_REQUIRED_COLUMN")
        .contains(" accepted, 2 rejected")
        .doesNotContain("No spectrum");
  }

  @Test
  void tables_areListedWithTheirSpans() {
    List<JsonNode> listed =
        commands.json("photometry", "list").expect(ExitCode.OK).jsonLines().stream()
            .filter(table -> table.get("primary_name").asText().equals("RS Oph"))
            .toList();

    assertThat(listed).hasSize(1);
    assertThat(listed.get(0).get("rows").asInt()).isEqualTo(1);
    assertThat(commands.novacat("photometry", "list").expect(ExitCode.OK).out())
        .containsPattern("RS Oph +1 +0 +1 +53779.00 +53779.00");
  }

  private static JsonNode one(String file) {
    return commands.json("quarantine", "list").expect(ExitCode.OK).jsonLines().stream()
        .filter(upload -> upload.get("filename").asText().equals(file))
        .findFirst()
        .orElseThrow();
  }

  private static String id(JsonNode upload) {
    return upload.get("ingest_file_id").asText();
  }

  private static Path bucket() {
    return commands.workspace().resolve("buckets/nova-cat-private-data");
  }
}

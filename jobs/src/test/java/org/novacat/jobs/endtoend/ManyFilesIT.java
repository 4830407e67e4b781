package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;

/** Two drivers at once, and Ctrl-C in the middle, on some 500 files: more than two cores' tasks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyFilesIT {
  private static final List<String> OURS = List.of("done", "refused", "duplicate");

  private Path folder;
  private SampleArchive archive;
  private int products;
  private Workspace registered;
  private Workspace workspace;

  @BeforeAll
  void register(@TempDir Path temporary) throws IOException {
    folder = temporary;
    archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(11, 10, 49));
    products = SampleWorkspace.products(archive);
    registered = new Workspace(folder.resolve("registered"));
    SampleWorkspace.addNovae(registered, archive);
    SampleWorkspace.register(registered, archive);
  }

  @Test
  void twoDriversAtOnce_commitEachProductOnceAndSayWhoseItIs() {
    workspace = registered.copyTo(folder.resolve("two"));

    List<JsonNode> reports = runTwo();
    Snapshot end = ArchiveInvariants.assertHold(workspace);

    long committed = 0;
    for (int i = 0; i < 2; i++) {
      JsonNode report = reports.get(i);
      String other = reports.get(1 - i).get("job_run_id").asText();
      assertThat(report.at("/spectra/planned").asInt()).isEqualTo(products);
      assertThat(ours(report) + report.at("/spectra/ended/not_ours").asLong())
          .as(report.toString())
          .isEqualTo(products);
      assertThat(report.get("look_at")).hasSize((int) (products - ours(report)));
      assertThat(named(report)).isEqualTo(recordedBy(end, other));
      committed += ours(report);
    }
    assertThat(committed).isEqualTo(products);
    assertThat(end.standings()).isEqualTo(SampleWorkspace.standings(archive));
    assertEachIsRecordedOnce(end);
  }

  /** Holds the first where its plan is made until the second has made the same. */
  private List<JsonNode> runTwo() {
    try (Driver first = workspace.start("ingest-spectra", "--output", "json")) {
      first.await("the first plan", () -> plans() == 1).signal("STOP");
      try (Driver second = workspace.start("ingest-spectra", "--output", "json")) {
        second.await("the second plan", () -> plans() == 2);
        first.signal("CONT");
        return List.of(
            first.ended().expect(ExitCode.OK).json(), second.ended().expect(ExitCode.OK).json());
      }
    }
  }

  private long plans() {
    return Moment.files(workspace, "workflow-payloads/acquire_and_validate_spectra");
  }

  private static long ours(JsonNode report) {
    return OURS.stream().mapToLong(how -> report.at("/spectra/ended/" + how).asLong()).sum();
  }

  /** The products that a report names as not its own, each with the run whose they are. */
  private static Set<String> named(JsonNode report) {
    Set<String> named = new HashSet<>();
    report.get("look_at").forEach(one -> named.add(one.get("message").asText()));
    return named;
  }

  private static Set<String> recordedBy(Snapshot end, String run) {
    Set<String> recorded = new HashSet<>();
    for (Item product : end.products()) {
      if (product.text("updated_by").equals(run)) {
        recorded.add("%s (run %s)".formatted(product.text("data_product_id"), run));
      }
    }
    return recorded;
  }

  private static void assertEachIsRecordedOnce(Snapshot end) {
    assertThat(end.products())
        .allSatisfy(
            product -> {
              assertThat(product.number("version")).isEqualTo(2);
              assertThat(product.number("attempt_count_total")).isEqualTo(1);
            });
    List<Item> others = new ArrayList<>(end.of("ContentFingerprint"));
    others.addAll(end.of("FileObject"));
    assertThat(others).allSatisfy(item -> assertThat(item.number("version")).isEqualTo(1));
  }

  @Test
  void interrupt_commitsWhatIsUnderWayAndLeavesTheRest() {
    workspace = registered.copyTo(folder.resolve("interrupted"));

    Ran interrupted = interrupt();
    Snapshot middle = ArchiveInvariants.assertNothingHalfDone(workspace);

    interrupted.expect(ExitCode.INTERRUPTED);
    JsonNode report = interrupted.json();
    long notReached = report.at("/spectra/ended/not_reached").asLong();
    assertThat(interrupted.err()).isEmpty();
    assertThat(report.get("status").asText()).isEqualTo("INTERRUPTED");
    assertThat(notReached).isBetween(1L, products - 1L).isEqualTo(middle.eligible().size());
    assertThat(ours(report) + notReached).isEqualTo(products);
    assertThat(runs(middle)).containsExactly("INTERRUPTED", "SUCCEEDED");

    JsonNode rest = workspace.succeed("ingest-spectra", "--output", "json").json();
    Snapshot end = ArchiveInvariants.assertHold(workspace);

    assertThat(rest.at("/spectra/planned").asLong()).isEqualTo(notReached);
    assertThat(end.standings()).isEqualTo(SampleWorkspace.standings(archive));
    assertEachIsRecordedOnce(end);
  }

  private Ran interrupt() {
    Items items = workspace.table();
    try (Driver driver = workspace.start("ingest-spectra", "--output", "json")) {
      return driver
          .await("the first commit", () -> items.eligibleCount() < products)
          .signal("INT")
          .ended();
    }
  }

  private static List<String> runs(Snapshot archive) {
    return archive.of("JobRun").stream()
        .filter(run -> run.text("PK").equals("WORKFLOW#*"))
        .filter(run -> !run.text("workflow_name").equals("initialize_nova"))
        .map(run -> run.text("status"))
        .sorted()
        .toList();
  }
}

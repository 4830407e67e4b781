package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.photometry.PhotometryTables;

/** Photometry runs that are killed, or meet each other, compared with one that nobody disturbed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhotometryIT {
  private static final int UPLOADS = 24;
  private static final List<String> NOVAE = List.of("V339 Del", "RS Oph", "T CrB", "GK Per");

  /** What may differ between equal outcomes: when, by whom, and the version that a store counts. */
  private static final List<String> TIMES_AND_RUNS =
      List.of("created_at", "updated_at", "updated_by", "decided_at", "etag");

  private Path folder;
  private Workspace registered;
  private Workspace undisturbed;
  private Workspace workspace;
  private final Kills kills = new Kills();

  @BeforeAll
  void runUndisturbed(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    for (int n = 0; n < UPLOADS; n++) {
      Files.writeString(uploads.resolve("curve-" + n + ".csv"), curve(n));
    }
    registered = new Workspace(folder.resolve("registered"));
    NOVAE.forEach(nova -> registered.succeed("nova", "add", nova));
    registered.succeed("register", "--photometry", uploads.toString());
    undisturbed = registered.copyTo(folder.resolve("undisturbed"));
    JsonNode report = undisturbed.succeed("ingest-photometry", "--output", "json").json();
    assertThat(report.at("/tables/ended/done").asInt()).isEqualTo(NOVAE.size());
    assertThat(report.at("/rows/ended/done").asInt()).isEqualTo(UPLOADS * 50);
  }

  /** Every third file is about two novae. */
  private static String curve(int n) {
    StringBuilder text = new StringBuilder("star,JD,mag,err,band\n");
    for (int row = 0; row < 50; row++) {
      String nova = NOVAE.get((n % 3 == 0 ? n + row % 2 : n) % NOVAE.size());
      double jd = 2_456_520.5 + n * 100 + row;
      double mag = 5 + row * 0.1 + n * 0.01;
      text.append(String.format(Locale.ROOT, "%s,%.3f,%.3f,0.02,V%n", nova, jd, mag));
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rows/", "manifest.json", "photometry_table.parquet", "lightcurve.png"})
  void killedRun_isMadeGoodByTheNext(String firstObject) {
    workspace = registered.copyTo(folder.resolve("killed-at-" + firstObject.replace("/", "")));
    try (Driver driver = workspace.start("ingest-photometry")) {
      driver.await(firstObject, () -> exists(firstObject)).kill();
    }
    workspace.freeLocksOfTheDead();

    workspace.succeed("ingest-photometry");
    workspace.succeed("recover");

    assertEqualToUndisturbed();
  }

  static LongStream seeds() {
    return Kills.seeds();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void runKilledAtAnyMoment_isMadeGoodByTheNext(long seed) {
    kills.kill(
        seed,
        () -> registered.copyTo(folder.resolve("killed-never")).start("ingest-photometry"),
        number -> {
          workspace = registered.copyTo(folder.resolve("killed-" + seed + "-" + number));
          return workspace.start("ingest-photometry");
        });
    workspace.freeLocksOfTheDead();
    workspace.succeed("ingest-photometry");
    workspace.succeed("recover");

    assertEqualToUndisturbed();
  }

  @AfterAll
  void kills_metRunsAlive() {
    kills.assertHalfMetALiveRun();
  }

  /**
   * Exactly between the PUT of the rows of uploads, or of tables, and the commit of their items.
   */
  @ParameterizedTest
  @CsvSource({"raw, .parquet", "raw, ''", "derived, photometry_table.parquet", "derived, ''"})
  void objectsThatNoItemPointsAt_arePutRight(String below, String written) throws IOException {
    workspace = registered.copyTo(folder.resolve("put-" + below + written.length()));
    copy(below, written);

    workspace.succeed("ingest-photometry");

    assertEqualToUndisturbed();
  }

  @Test
  void novaThatAnotherRunHolds_isNamedAndBuiltLater() {
    workspace = registered.copyTo(folder.resolve("held"));
    try (Catalog other = workspace.catalog(Clock.systemUTC())) {
      NovaId nova = other.novae().list().findFirst().orElseThrow().id();
      Lease lease =
          ((LockAnswer.Acquired) other.locks().acquire(PhotometryTables.lock(nova))).lease();

      JsonNode report = workspace.succeed("ingest-photometry", "--output", "json").json();

      assertThat(report.at("/tables/ended/not_ours").asInt()).isEqualTo(1);
      assertThat(report.at("/look_at/0/message").asText())
          .startsWith(
              "table of nova %s (run %s, whose lock holds until "
                  .formatted(nova, lease.fence().holder()));
      assertThat(other.photometryTables().find(nova)).isEmpty();
      lease.release();
    }

    workspace.succeed("ingest-photometry");

    assertEqualToUndisturbed();
  }

  @Test
  void interrupt_leavesNothingHalfDone_andTheNextRunFinishes() {
    workspace = registered.copyTo(folder.resolve("interrupted"));

    Ran interrupted = interrupt();
    Map<String, Item> middle = workspace.items();

    interrupted.expect(ExitCode.INTERRUPTED);
    JsonNode report = interrupted.json();
    assertThat(report.get("status").asText()).isEqualTo("INTERRUPTED");
    assertThat(report.at("/look_at")).isEmpty();
    assertThat(
            report.at("/uploads/ended/done").asLong()
                + report.at("/uploads/ended/not_reached").asLong())
        .isEqualTo(UPLOADS);
    assertThat(
            report.at("/tables/ended/done").asLong()
                + report.at("/tables/ended/not_reached").asLong())
        .isEqualTo(report.at("/tables/planned").asLong());
    assertWholeSoFar(middle, report);

    workspace.succeed("ingest-photometry");

    assertEqualToUndisturbed();
  }

  private Ran interrupt() {
    Items items = workspace.table();
    try (Driver driver = workspace.start("ingest-photometry", "--output", "json")) {
      return driver
          .await("the first decided upload", () -> items.of("WaitingUpload").size() < UPLOADS)
          .signal("INT")
          .ended();
    }
  }

  /** What is decided is as in the end, what is not waits, and all parts have work or a table. */
  private void assertWholeSoFar(Map<String, Item> middle, JsonNode report) {
    Map<String, Item> end = facts(undisturbed);
    Map<String, Item> decided = new TreeMap<>(facts(workspace));
    decided.values().removeIf(item -> item.text("upload_status").equals("WAITING"));
    decided.values().removeIf(item -> item.is("PhotometryTable"));
    assertThat(end).containsAllEntriesOf(decided);
    assertThat(decided.values().stream().filter(item -> item.is("PhotometryUpload")))
        .hasSize(report.at("/uploads/ended/done").asInt());
    Set<String> settled = new TreeSet<>();
    Set<String> parts = new TreeSet<>();
    for (Item item : middle.values()) {
      boolean work = item.is("WorkItem") || item.is("PhotometryTable");
      (work ? settled : parts).add(work || item.is("PhotometryPart") ? item.text("nova_id") : "");
    }
    parts.remove("");
    assertThat(settled).containsExactlyInAnyOrderElementsOf(parts);
    assertThat(middle.values().stream().filter(item -> item.is("JobRun")))
        .extracting(item -> item.text("status"))
        .contains("INTERRUPTED")
        .doesNotContain("RUNNING", "FAILED");
  }

  private boolean exists(String name) {
    try (Stream<Path> files = Files.walk(workspace.bucket())) {
      return files.filter(Files::isRegularFile).anyMatch(file -> file.toString().contains(name));
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  private void copy(String below, String name) throws IOException {
    Path from = undisturbed.bucket();
    try (Stream<Path> files = Files.walk(from.resolve(below))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        if (file.toString().endsWith(name)) {
          Path to = workspace.bucket().resolve(from.relativize(file));
          Files.createDirectories(to.getParent());
          Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private void assertEqualToUndisturbed() {
    assertThat(objects(workspace)).isEqualTo(objects(undisturbed));
    Map<String, Item> items = facts(workspace);
    assertThat(items).isEqualTo(facts(undisturbed));
    workspace
        .items()
        .values()
        .forEach(
            item -> {
              if (item.is("PhotometryTable")) {
                assertThat(workspace.objects().get(item.text("key")).sha256())
                    .isEqualTo(item.text("sha256"));
              }
              boolean due = item.is("WorkItem") && item.text("consumer").equals("TABLE");
              assertThat(due).as(item.toString()).isFalse();
            });
  }

  private static Map<String, Item> facts(Workspace of) {
    Map<String, Item> facts = new TreeMap<>();
    of.items()
        .forEach(
            (key, item) -> {
              if (item.text("entity_type").startsWith("Photometry")) {
                facts.put(key, item.without(TIMES_AND_RUNS));
              }
            });
    return facts;
  }

  /** By key. */
  private static Map<String, String> objects(Workspace of) {
    Map<String, String> objects = new TreeMap<>();
    of.objects()
        .forEach(
            (key, object) -> {
              if (!key.startsWith("workflow-payloads/")) {
                objects.put(key, object.sha256());
              }
            });
    return objects;
  }
}

package org.novacat.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.SpectraProduct;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunStatus;

class RecoverTest {
  private static final byte[] OTHER = "other bytes".getBytes(UTF_8);

  private static final String SOURCE_OF_OTHER =
      "{\"locator\": \"file:///elsewhere/a.zip\", \"archive_member\": \"b.fits\", \"sha256\": \"%s\"}"
          .formatted(ContentHash.of(OTHER).hex());

  private final Clock longAgo =
      Clock.fixed(Instant.now().minus(Duration.ofHours(1)), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Commands commands;
  private Path file;

  @BeforeEach
  void register() throws IOException {
    commands = new Commands(folder.resolve("workspace"));
    file = Files.writeString(folder.resolve("a.fits"), "the first bytes");
    commands.novacat("register", file.toString(), "--nova", "V339 Del").expect(ExitCode.OK);
  }

  @Test
  void nothingLeft_isNothingToDo() {
    assertThat(commands.novacat("recover").expect(ExitCode.OK).out())
        .isEqualToIgnoringNewLines(
            "Nothing to do: no dead run has left anything, and nothing is lost that can be made again. Nothing was written.");
  }

  @Test
  void deadRun_isEnded_andItsLocksAreFree() {
    JobRunId dead;
    try (Catalog catalog = commands.catalog(longAgo)) {
      JobRun run = catalog.runs().begin(RunKey.of("ingest_photometry", "x", 1), null);
      dead = run.id();
      catalog.locks().acquire(JobRun.lock(dead));
      catalog.locks().acquire(LockRequest.mutex("RebuildPhotometryTable:x"));
    }
    assertThat(commands.novacat("verify").expect(ExitCode.BUG).out())
        .contains("RUN_DEAD  run " + dead, "LOCK_STALE  lock RebuildPhotometryTable:x");
    assertThat(commands.novacat("recover", "--dry-run").expect(ExitCode.OK).out())
        .contains("Would end 1 runs, free 1 locks, finish 0 products, clear 0 parts, and");

    JsonNode report = commands.json("recover").expect(ExitCode.OK).json();

    assertThat(report.at("/runs/ended/done").asInt()).isEqualTo(1);
    assertThat(report.at("/locks/ended/done").asInt()).isEqualTo(1);
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      JobRun ended = catalog.runs().find(dead).orElseThrow();
      assertThat(ended.status()).isEqualTo(RunStatus.FAILED);
      assertThat(ended.summary().get("failure")).contains("Its process was killed");
    }
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
    commands.novacat("recover").expect(ExitCode.OK);
  }

  @Test
  void runWhoseProcessLives_isLeftAlone() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      JobRunId alive = catalog.runs().begin(RunKey.of("ingest_photometry", "x", 1), null).id();
      catalog.locks().acquire(JobRun.lock(alive));

      commands.novacat("recover").expect(ExitCode.OK);

      assertThat(catalog.runs().find(alive).orElseThrow().status()).isEqualTo(RunStatus.RUNNING);
    }
  }

  @Test
  void replacementThatHasNotTouchedAnything_isUndone() throws IOException {
    List<String> locators = product().locators();
    byte[] source = Files.readAllBytes(object("source.json"));
    recordComing();

    commands.novacat("recover").expect(ExitCode.OK);

    assertIsSettled(Files.readAllBytes(file), locators);
    assertThat(object("source.json")).hasBinaryContent(source);
  }

  @Test
  void replacementWhoseSourceAloneWasWritten_isUndone_andSaysAgainWhereItsBytesAreFrom()
      throws IOException {
    List<String> locators = product().locators();
    recordComing();
    Files.writeString(object("source.json"), SOURCE_OF_OTHER);

    commands.novacat("recover").expect(ExitCode.OK);

    assertIsSettled(Files.readAllBytes(file), locators);
    assertThat(object("source.json"))
        .content()
        .contains(product().rawFile().sha256().hex(), locators.get(0))
        .doesNotContain("elsewhere");
  }

  @Test
  void replacementWhoseBytesHaveCome_isFinished_withTheirLocator() throws IOException {
    recordComing();
    Files.writeString(object("source.json"), SOURCE_OF_OTHER);
    Files.write(object("primary.fits"), OTHER);

    commands.novacat("recover").expect(ExitCode.OK);

    assertIsSettled(OTHER, List.of("file:///elsewhere/a.zip!/b.fits"));
    assertThat(object("source.json")).hasContent(SOURCE_OF_OTHER);
  }

  private void recordComing() {
    try (Catalog catalog = commands.catalog(longAgo)) {
      ComingBytes coming = new ComingBytes(ContentHash.of(OTHER), OTHER.length);
      catalog.products().recordComing(product().ref(), coming);
    }
  }

  private void assertIsSettled(byte[] bytes, List<String> locators) {
    SpectraProduct after = product();
    assertThat(after.coming()).isNull();
    assertThat(after.state()).hasToString("UNVALIDATED/ACQUIRED/ACQUIRE");
    assertThat(after.rawFile().sha256()).isEqualTo(ContentHash.of(bytes));
    assertThat(after.locators()).isEqualTo(locators);
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  @Test
  void replacementWhoseObjectIsNeither_isNamed_andMendedByTheSource() throws IOException {
    SpectraProduct product = product();
    try (Catalog catalog = commands.catalog(longAgo)) {
      catalog
          .products()
          .recordComing(product.ref(), new ComingBytes(ContentHash.of(new byte[1]), 1));
    }
    Files.writeString(object("primary.fits"), "garbage");

    JsonNode report = commands.json("recover").expect(ExitCode.OK).json();
    commands.novacat("register", file.toString(), "--nova", "V339 Del").expect(ExitCode.OK);

    assertThat(report.at("/look_at/0/code").asText()).isEqualTo("OTHER_BYTES");
    assertThat(product().rawFile().sha256()).isEqualTo(ContentHash.of(Files.readAllBytes(file)));
    commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  private SpectraProduct product() {
    try (Catalog catalog = commands.catalog(Clock.systemUTC())) {
      return catalog.products().all().findFirst().orElseThrow();
    }
  }

  private Path object(String name) {
    SpectraProduct product = product();
    String key = "raw/spectra/%s/%s/%s".formatted(product.novaId(), product.id(), name);
    return folder.resolve("workspace/buckets/nova-cat-private-data").resolve(key);
  }
}

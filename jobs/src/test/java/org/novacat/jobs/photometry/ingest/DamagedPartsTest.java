package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.job.JobReport;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;

/** Rows that were kept of an upload, and are no longer there as they were. */
class DamagedPartsTest {
  private static final List<String> UPLOADS =
      List.of(
          "star,JD,mag,err,band\nV339 Del,2456520.5,4.4,0.1,V\nRS Oph,2453779.5,4.8,0.1,V\n",
          "star,JD,mag,err,band\nV339 Del,2456521.5,4.6,0.1,V\n");
  private static final String LATER = "star,JD,mag,err,band\nV339 Del,2456530.5,6.1,0.1,V\n";

  @TempDir Path folder;
  private PhotometryArchive archive;
  private Map<String, String> sound;

  enum Damage {
    MISSING,
    CHANGED;

    void to(Path object) throws IOException {
      if (this == MISSING) {
        Files.delete(object);
      } else {
        byte[] bytes = Files.readAllBytes(object);
        bytes[bytes.length / 2] ^= 1;
        Files.write(object, bytes);
      }
    }
  }

  /** An archive, and what its tables are to be once a later upload has come. */
  @BeforeEach
  void start() throws IOException {
    archive = new PhotometryArchive(folder.resolve("workspace"));
    List.of("V339 Del", "RS Oph").forEach(archive::addNova);
    for (String upload : UPLOADS) {
      archive.register(file(UPLOADS.indexOf(upload) + ".csv", upload));
    }
    archive.ingest();
    PhotometryArchive other = archive.copyTo(folder.resolve("other"));
    other.register(file("later.csv", LATER));
    other.ingest();
    sound = other.tables();
    archive.register(file("later.csv", LATER));
  }

  @ParameterizedTest
  @EnumSource(Damage.class)
  void damagedRows_areMadeAgainFromOriginals_byTheNextRun(Damage damage) throws IOException {
    for (Path rows : objects("/rows/")) {
      damage.to(rows);
    }

    JsonNode first = archive.commands.json("ingest-photometry").expect(ExitCode.DAMAGED).json();
    JsonNode second = archive.ingest();

    assertThat(first.at("/tables/codes/postponed/DAMAGED").asInt()).isEqualTo(1);
    assertThat(first.at("/look_at/0/message").asText())
        .endsWith("; uploads to be decided again: 2 (run again)");
    assertThat(second.at("/uploads/ended/done").asInt()).isEqualTo(2);
    assertThat(archive.tables()).isEqualTo(sound);
    archive.commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  /** The control: what they could be made from is damaged too. */
  @ParameterizedTest
  @EnumSource(Damage.class)
  void damagedOriginal_isNamed_andMendedByItsSource(Damage damage) throws IOException {
    for (Path object : objects("/rows/")) {
      damage.to(object);
    }
    for (Path object : objects("/original/")) {
      if (!Files.readString(object).equals(LATER)) {
        damage.to(object);
      }
    }
    archive.commands.json("ingest-photometry").expect(ExitCode.DAMAGED);

    JsonNode report = archive.commands.json("ingest-photometry").expect(ExitCode.DAMAGED).json();

    assertThat(report.at("/uploads/codes/refused/RAW_" + damage).asInt()).isEqualTo(2);
    for (String upload : UPLOADS) {
      archive.register(file(UPLOADS.indexOf(upload) + ".csv", upload));
    }
    archive.ingest();
    assertThat(archive.tables()).isEqualTo(sound);
  }

  /** A slow run knows a nova that the fast one did not, and comes after it. */
  @Test
  void partsOfASlowRun_enterNoTable_andArePutRight() throws IOException {
    PhotometryArchive two = new PhotometryArchive(folder.resolve("two"));
    two.addNova("V339 Del");
    two.register(file("0.csv", UPLOADS.get(0)));
    List<PhotometryUpload> read = new ArrayList<>();
    two.withCatalog(catalog -> catalog.uploads().waiting().forEach(read::add));
    two.ingest();
    Map<String, String> fast = two.tables();
    two.addNova("RS Oph");

    assertThat(ingest(two, read).json().at("/uploads/ended/not_ours").asInt()).isEqualTo(1);

    assertThat(two.objects()).as("it wrote").isNotEqualTo(fast);
    assertThat(two.table("V339 Del")).isEqualTo(fast.get(two.tableKey("V339 Del")));
    assertThat(two.ingest().at("/uploads/ended/done").asInt()).isEqualTo(1);
    assertThat(two.rows("V339 Del")).hasSize(1);
    assertThat(two.rows("RS Oph")).hasSize(1);
    two.commands.novacat("verify", "--deep").expect(ExitCode.OK);
  }

  /** The control: one that comes to the same leaves nothing to put right. */
  @Test
  void slowRunThatComesToTheSame_leavesNothingToDo() throws IOException {
    List<PhotometryUpload> read = new ArrayList<>();
    archive.withCatalog(catalog -> catalog.uploads().waiting().forEach(read::add));
    archive.ingest();

    ingest(archive, read);

    assertThat(archive.commands.novacat("ingest-photometry").expect(ExitCode.OK).out())
        .contains("Nothing to do");
    assertThat(archive.tables()).isEqualTo(sound);
  }

  /** A run on uploads as they were read some time ago. */
  private static JobReport ingest(PhotometryArchive archive, List<PhotometryUpload> read) {
    JobRunId run = JobRunId.mint();
    StoreLocation bucket = StoreLocation.local(archive.bucket());
    Catalog catalog =
        Catalog.open(
            new EmbeddedTables(archive.commands.workspace().resolve("table"), "NovaCat"),
            RunContext.single(run),
            Clock.systemUTC(),
            RetryPolicy.PROMPT,
            WaitListener.NONE);
    try (Stores stores =
        new Stores(catalog, ObjectStores.open(bucket), bucket, "nova-cat-private-data")) {
      IngestPhotometry job =
          new IngestPhotometry(
              "ingest-photometry",
              read,
              List.of(),
              List.of(),
              Duration.ofMinutes(1),
              Clock.systemUTC());
      return JobRunner.run(job, stores, run, report -> {});
    }
  }

  private List<Path> objects(String part) throws IOException {
    return archive.files().filter(file -> file.toString().contains(part)).toList();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}

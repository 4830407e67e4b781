package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.testing.Photometry;

/** The whole job on the embedded table, Spark and a folder. */
class IngestPhotometryTest {
  private static final String TWO_NOVAE =
      """
      # two novae in one file
      star,JD,mag,err,band
      V339 Del,2456520.5,4.4,0.1,V
      RS Oph,2453779.5,4.8,0.1,V
      # a remark in between
      V339 Del,2456521.5,4.6,0.1,V
      Nobody,2456521.5,4.6,0.1,V
      RS Oph,2453780.5,<15.2,,V
      V339 Del,never,4.6,0.1,V
      V339 Del,2456522.5,4.7,0.1,V
      """;
  private static final String DAYS = "JD,mag,err,band\n2456530.5,6.1,0.1,V\n2456531.5,6.3,0.1,B\n";
  private static final String ONE = "JD,mag,err,band\n2456550.5,7.5,0.1,V\n";
  private static final String AGAIN = "JD,mag,err,band\n2456530.5,6.1,0.2,V\n2456540.5,7.0,0.1,V\n";

  @TempDir Path folder;
  private PhotometryArchive archive;
  private Path uploads;

  @BeforeEach
  void start() throws IOException {
    uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(uploads.resolve("two.csv"), TWO_NOVAE);
    archive = new PhotometryArchive(folder.resolve("workspace"));
    archive.addNova("V339 Del", "--ra", "305.88", "--dec", "20.77");
    archive.addNova("RS Oph");
  }

  @Test
  void fileOfTwoNovae_isSplitAndEachHasItsTable() throws IOException {
    archive.register(uploads);
    assertThat(
            archive.commands.json("ingest-photometry", "--dry-run").json().get("uploads").asInt())
        .isEqualTo(1);

    JsonNode report = archive.ingest();

    assertThat(report.at("/rows/planned").asInt()).isEqualTo(7);
    assertThat(report.at("/rows/ended/done").asInt()).isEqualTo(5);
    assertThat(report.at("/rows/codes/refused/OBJECT_UNRESOLVED").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/codes/refused/EPOCH_UNPARSABLE").asInt()).isEqualTo(1);
    assertThat(report.at("/tables/ended/done").asInt()).isEqualTo(2);
    assertThat(report.at("/metrics/table_rows").asInt()).isEqualTo(5);
    assertThat(archive.sourceRows("V339 Del")).containsExactly(3, 6, 10);
    assertThat(archive.sourceRows("RS Oph")).containsExactly(4, 8);
    assertThat(archive.rows("RS Oph").get(1).measurement().brightness().limit()).isEqualTo(15.2);
    assertThat(split("V339 Del"))
        .isEqualTo(
            """
            # two novae in one file
            star,JD,mag,err,band
            V339 Del,2456520.5,4.4,0.1,V
            # a remark in between
            V339 Del,2456521.5,4.6,0.1,V
            V339 Del,2456522.5,4.7,0.1,V
            """);
    assertThat(archive.only("rows.jsonl"))
        .content()
        .contains("\"source_row\":7")
        .contains("Nobody,2456521.5")
        .contains("\"code\":\"EPOCH_UNPARSABLE\"");
  }

  @Test
  void secondRun_writesNothing() throws IOException {
    archive.register(uploads);
    archive.ingest();
    Map<String, String> before = archive.objects();

    assertThat(archive.commands.novacat("ingest-photometry").expect(ExitCode.OK).out())
        .isEqualToIgnoringNewLines("Nothing to do: no upload is waiting. Nothing was written.");
    assertThat(archive.objects()).isEqualTo(before);
  }

  @Test
  void smallUpload_touchesOneNova() throws IOException {
    archive.register(uploads);
    archive.ingest();
    String untouched = archive.table("RS Oph");
    Files.writeString(uploads.resolve("days.csv"), DAYS);
    archive.register(uploads.resolve("days.csv"), "--nova", "V339 Del");

    JsonNode report = archive.ingest();

    assertThat(report.at("/tables/planned").asInt()).isEqualTo(1);
    assertThat(archive.rows("V339 Del")).hasSize(5);
    assertThat(archive.table("RS Oph")).isEqualTo(untouched);
  }

  /** Without a letter of the older uploads, their rows are in the table as before. */
  @Test
  void rebuildForOneRowMore_parsesNothingButThatRow() throws IOException {
    archive.register(uploads);
    archive.ingest();
    Path one = Files.writeString(uploads.resolve("one.csv"), ONE);
    PhotometryArchive other = archive.copyTo(folder.resolve("other"));
    other.register(one, "--nova", "V339 Del");
    other.ingest();
    for (Path text : archive.files().filter(IngestPhotometryTest::isText).toList()) {
      Files.delete(text);
    }
    archive.register(one, "--nova", "V339 Del");

    JsonNode report = archive.ingest();

    assertThat(report.at("/rows/planned").asInt()).isEqualTo(1);
    assertThat(report.at("/metrics/table_rows").asInt()).isEqualTo(4);
    assertThat(archive.table("V339 Del")).isEqualTo(other.table("V339 Del"));
  }

  private static boolean isText(Path file) {
    return file.toString().matches(".*/(original|split)/.*");
  }

  /** The control: what a table is made from is read. */
  @Test
  void rowsThatAreNotThoseOfTheItem_keepTheTableFromBeingBuilt() throws IOException {
    archive.register(uploads);
    archive.ingest();
    String before = archive.table("V339 Del");
    for (Path rows : archive.files().filter(file -> file.toString().contains("/rows/")).toList()) {
      Files.write(rows, new byte[] {1});
    }
    archive.register(Files.writeString(uploads.resolve("one.csv"), ONE), "--nova", "V339 Del");

    JsonNode report = archive.commands.json("ingest-photometry").expect(ExitCode.DAMAGED).json();

    assertThat(report.at("/look_at/0/message").asText())
        .contains("/rows/")
        .contains("its SHA-256 is");
    assertThat(archive.table("V339 Del")).isEqualTo(before);
  }

  @Test
  void uploadsInAnyOrderAndAnyNumberOfRuns_giveTheSameTables() throws IOException {
    Files.writeString(uploads.resolve("days.csv"), DAYS);
    Files.writeString(uploads.resolve("again.csv"), AGAIN);
    PhotometryArchive other = archive.copyTo(folder.resolve("other"));
    archive.register(uploads, "--nova", "V339 Del");
    archive.ingest();
    Map<String, String> once = archive.tables();

    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(uploads)) {
      all.forEach(files::add);
    }
    Collections.sort(files);
    Collections.shuffle(files, new Random(3));
    for (Path file : files) {
      other.register(file, "--nova", "V339 Del");
      other.ingest();
    }
    assertThat(other.tables()).isEqualTo(once);
  }

  @Test
  void refusedFile_entersOnceASidecarSaysWhatWasMissing() throws IOException {
    Path file = Files.writeString(uploads.resolve("bare.csv"), "JD,mag\n2456530.5,6.1\n");
    archive.register(file, "--nova", "V339 Del");
    JsonNode refused = archive.ingest();
    assertThat(refused.at("/uploads/ended/refused").asInt()).isEqualTo(1);
    assertThat(refused.at("/look_at/0/message").asText()).contains("bare.csv").contains("\"band\"");
    assertThat(archive.only("primary")).hasContent("JD,mag\n2456530.5,6.1");

    Files.writeString(uploads.resolve("bare.csv.sidecar.json"), "{\"band\": \"V\"}");
    archive.register(file, "--nova", "V339 Del");

    assertThat(archive.ingest().at("/uploads/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.rows("V339 Del")).hasSize(1);
  }

  @Test
  void novaThatIsAddedLater_letsARefusedFileIn() throws IOException {
    Path file =
        Files.writeString(
            uploads.resolve("cyg.csv"), "star,JD,mag,band\nV1974 Cyg,2448676.5,4.4,V\n");
    archive.register(file);
    assertThat(archive.ingest().at("/uploads/codes/refused/OBJECT_MISSING").asInt()).isEqualTo(1);
    archive.addNova("V1974 Cyg");

    JsonNode report = archive.commands.json("ingest-photometry", "--retry-refused").json();

    assertThat(report.at("/uploads/ended/done").asInt()).isEqualTo(1);
    assertThat(archive.rows("V1974 Cyg")).hasSize(1);
  }

  @Test
  void tableOfAnOlderSchema_isKeptOnceBeforeItIsBuiltAnew() throws IOException {
    archive.register(uploads);
    archive.ingest();
    String old = archive.table("RS Oph");
    pretendOlderSchema(NovaId.parse(archive.id("RS Oph")));
    assertThat(
            archive
                .commands
                .json("photometry", "migrate", "--dry-run")
                .json()
                .get("tables")
                .asInt())
        .isEqualTo(1);

    JsonNode report = archive.commands.json("photometry", "migrate").expect(ExitCode.OK).json();

    assertThat(report.at("/tables/ended/done").asInt()).isEqualTo(1);
    String prefix = "derived/photometry/" + archive.id("RS Oph") + "/snapshots/schema=0.9.0/";
    Map<String, String> objects = archive.objects();
    assertThat(objects.get(prefix + "photometry_table.parquet")).isEqualTo(old);
    assertThat(objects).containsKey(prefix + "metadata.json");
    assertThat(archive.rows("RS Oph")).hasSize(2);
    assertThat(archive.commands.novacat("photometry", "migrate").expect(ExitCode.OK).out())
        .contains("Nothing to do");
  }

  @ParameterizedTest
  @ValueSource(strings = {"photometry_table.parquet", "metadata.json", "plots/lightcurve.png"})
  void objectOfATable_thatIsMissingOrAnother_isMadeAgain(String name) throws IOException {
    archive.register(uploads);
    archive.ingest();
    Map<String, String> before = archive.objects();
    NovaId nova = NovaId.parse(archive.id("RS Oph"));
    Path object = archive.bucket().resolve("derived/photometry/" + nova + "/" + name);

    Files.delete(object);
    assertThat(builtAgain(nova)).isEqualTo(1);
    Files.write(object, new byte[] {1});
    assertThat(builtAgain(nova)).isEqualTo(1);
    assertThat(builtAgain(nova)).as("control: all is there").isZero();

    assertThat(archive.objects()).containsAllEntriesOf(before);
  }

  private int builtAgain(NovaId nova) {
    archive.withCatalog(
        catalog -> catalog.workQueue().put(nova, DirtyType.PHOTOMETRY, WorkConsumer.TABLE));
    return archive.ingest().at("/tables/ended/done").asInt();
  }

  /** What is lost cannot be kept; it keeps no table from being built. */
  @Test
  void tableOfAnOlderSchema_thatIsLost_isBuiltAnew() throws IOException {
    archive.register(uploads);
    archive.ingest();
    pretendOlderSchema(NovaId.parse(archive.id("RS Oph")));
    Files.delete(archive.bucket().resolve(archive.tableKey("RS Oph")));

    archive.commands.json("photometry", "migrate").expect(ExitCode.OK);

    assertThat(archive.rows("RS Oph")).hasSize(2);
  }

  /** The item as a program of long ago would have left it. */
  private void pretendOlderSchema(NovaId nova) {
    archive.withCatalog(
        catalog -> {
          PhotometryTable now = catalog.photometryTables().find(nova).orElseThrow();
          LockAnswer answer = catalog.locks().acquire(PhotometryTables.lock(nova));
          try (Lease lease = ((LockAnswer.Acquired) answer).lease()) {
            ItemMeta meta = now.meta();
            PhotometryTable before =
                new PhotometryTable(
                    nova,
                    now.object(),
                    now.metadata(),
                    now.plot(),
                    "0.9.0",
                    now.registryVersion(),
                    ContentHash.of(new byte[1]),
                    now.rows(),
                    now.accepted(),
                    now.duplicates(),
                    now.rejected(),
                    now.limits(),
                    now.uploads(),
                    now.mjdMin(),
                    now.mjdMax(),
                    new ItemMeta(
                        meta.createdAt(), meta.updatedAt(), meta.version() + 1, meta.updatedBy()));
            Photometry.record(catalog, before, lease.fence(), List.of());
          }
        });
  }

  @Test
  void planOfARun_namesTheNovaeThatWait() throws IOException {
    archive.register(uploads);
    archive.ingest();
    NovaId waiting = NovaId.parse(archive.id("RS Oph"));
    archive.withCatalog(
        catalog -> catalog.workQueue().put(waiting, DirtyType.PHOTOMETRY, WorkConsumer.TABLE));

    String run = archive.ingest().get("job_run_id").asText();

    assertThat(
            archive.bucket().resolve("workflow-payloads/ingest_photometry/" + run + "/input.json"))
        .content()
        .contains(waiting.toString());
  }

  @Test
  void photometryShow_tellsWhatATableHolds() throws IOException {
    archive.register(uploads);
    archive.ingest();

    assertThat(archive.commands.novacat("photometry", "show", "RS Oph").expect(ExitCode.OK).out())
        .contains("RS Oph: rows 2 (limits: 1), uploads 1, duplicates left out 0")
        .contains("Generic_V");
    archive.addNova("T CrB");
    assertThat(archive.commands.novacat("photometry", "show", "T CrB").expect(ExitCode.USAGE).err())
        .startsWith("Cannot show photometry of 'T CrB': it has none");
  }

  private String split(String nova) throws IOException {
    return Files.readString(
        archive
            .files()
            .filter(file -> file.toString().contains("/split/" + archive.id(nova) + "/"))
            .findFirst()
            .orElseThrow());
  }
}

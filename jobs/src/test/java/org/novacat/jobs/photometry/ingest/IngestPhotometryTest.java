package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.photometry.table.PhotometryTableReader;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.photometry.PhotometryRow;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.PhotometryTable;
import org.novacat.persistence.local.DynamoDbLocal;
import org.novacat.persistence.local.LocalServerOptions;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.photometry.PhotometryTables;

/** The whole job on DynamoDB Local, Spark and a folder. */
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
  private static final String AGAIN = "JD,mag,err,band\n2456530.5,6.1,0.2,V\n2456540.5,7.0,0.1,V\n";

  @TempDir Path folder;
  private Commands commands;
  private Path uploads;

  @BeforeEach
  void start() throws IOException {
    uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(uploads.resolve("two.csv"), TWO_NOVAE);
    commands = new Commands(folder.resolve("workspace"));
    commands
        .novacat("nova", "add", "V339 Del", "--ra", "305.88", "--dec", "20.77")
        .expect(ExitCode.OK);
    commands.novacat("nova", "add", "RS Oph").expect(ExitCode.OK);
  }

  @AfterEach
  void stop() {
    commands.close();
  }

  @Test
  void fileOfTwoNovae_isSplitAndEachHasItsTable() throws IOException {
    register(uploads);
    assertThat(commands.json("ingest-photometry", "--dry-run").json().get("uploads").asInt())
        .isEqualTo(1);

    JsonNode report = ingest();

    assertThat(report.at("/rows/read").asInt()).isEqualTo(7);
    assertThat(report.at("/rows/accepted").asInt()).isEqualTo(5);
    assertThat(report.at("/rows/rejected/OBJECT_UNRESOLVED").asInt()).isEqualTo(1);
    assertThat(report.at("/rows/rejected/EPOCH_UNPARSABLE").asInt()).isEqualTo(1);
    assertThat(report.at("/tables/built").asInt()).isEqualTo(2);
    assertThat(report.at("/tables/rows").asInt()).isEqualTo(5);
    assertThat(sourceRows("V339 Del")).containsExactly(3, 6, 10);
    assertThat(sourceRows("RS Oph")).containsExactly(4, 8);
    assertThat(rows("RS Oph").get(1).measurement().brightness().limit()).isEqualTo(15.2);
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
    assertThat(only("rows.jsonl"))
        .content()
        .contains("\"source_row\":7")
        .contains("Nobody,2456521.5")
        .contains("\"code\":\"EPOCH_UNPARSABLE\"");
  }

  @Test
  void secondRun_writesNothing() throws IOException {
    register(uploads);
    ingest();
    Map<String, String> before = objects(commands);

    assertThat(commands.novacat("ingest-photometry").expect(ExitCode.OK).out())
        .isEqualToIgnoringNewLines("Nothing to do: no upload is waiting. Nothing was written.");
    assertThat(objects(commands)).isEqualTo(before);
  }

  @Test
  void smallUpload_touchesOneNova() throws IOException {
    register(uploads);
    ingest();
    String untouched = table("RS Oph");
    Files.writeString(uploads.resolve("days.csv"), DAYS);
    register(uploads.resolve("days.csv"), "--nova", "V339 Del");

    JsonNode report = ingest();

    assertThat(report.at("/tables/touched").asInt()).isEqualTo(1);
    assertThat(rows("V339 Del")).hasSize(5);
    assertThat(table("RS Oph")).isEqualTo(untouched);
  }

  @Test
  void uploadsInAnyOrderAndAnyNumberOfRuns_giveTheSameTables() throws IOException {
    Files.writeString(uploads.resolve("days.csv"), DAYS);
    Files.writeString(uploads.resolve("again.csv"), AGAIN);
    commands.close();
    copy(commands.workspace(), folder.resolve("other"));
    register(uploads, "--nova", "V339 Del");
    ingest();
    Map<String, String> once = tables(commands);

    try (Commands other = new Commands(folder.resolve("other"))) {
      List<Path> files = new ArrayList<>();
      try (Stream<Path> all = Files.list(uploads)) {
        all.forEach(files::add);
      }
      Collections.sort(files);
      Collections.shuffle(files, new Random(3));
      for (Path file : files) {
        other.novacat("register", "--photometry", file.toString(), "--nova", "V339 Del");
        other.novacat("ingest-photometry").expect(ExitCode.OK);
      }
      assertThat(tables(other)).isEqualTo(once);
    }
  }

  @Test
  void refusedFile_entersOnceASidecarSaysWhatWasMissing() throws IOException {
    Path file = Files.writeString(uploads.resolve("bare.csv"), "JD,mag\n2456530.5,6.1\n");
    register(file, "--nova", "V339 Del");
    JsonNode refused = ingest();
    assertThat(refused.at("/uploads/refused").asInt()).isEqualTo(1);
    assertThat(refused.at("/refusals/0").asText()).contains("bare.csv").contains("\"band\"");
    assertThat(only("primary")).hasContent("JD,mag\n2456530.5,6.1");

    Files.writeString(uploads.resolve("bare.csv.sidecar.json"), "{\"band\": \"V\"}");
    register(file, "--nova", "V339 Del");

    assertThat(ingest().at("/uploads/accepted").asInt()).isEqualTo(1);
    assertThat(rows("V339 Del")).hasSize(1);
  }

  @Test
  void novaThatIsAddedLater_letsARefusedFileIn() throws IOException {
    Path file =
        Files.writeString(
            uploads.resolve("cyg.csv"), "star,JD,mag,band\nV1974 Cyg,2448676.5,4.4,V\n");
    register(file);
    assertThat(ingest().at("/uploads/refused_by_code/OBJECT_MISSING").asInt()).isEqualTo(1);
    commands.novacat("nova", "add", "V1974 Cyg").expect(ExitCode.OK);

    JsonNode report = commands.json("ingest-photometry", "--retry-refused").json();

    assertThat(report.at("/uploads/accepted").asInt()).isEqualTo(1);
    assertThat(rows("V1974 Cyg")).hasSize(1);
  }

  @Test
  void tableOfAnOlderSchema_isKeptOnceBeforeItIsBuiltAnew() throws IOException {
    register(uploads);
    ingest();
    String old = table("RS Oph");
    pretendOlderSchema(NovaId.parse(id("RS Oph")));
    assertThat(commands.json("photometry", "migrate", "--dry-run").json().get("tables").asInt())
        .isEqualTo(1);

    JsonNode report = commands.json("photometry", "migrate").expect(ExitCode.OK).json();

    assertThat(report.at("/tables/built").asInt()).isEqualTo(1);
    String prefix = "derived/photometry/" + id("RS Oph") + "/snapshots/schema=0.9.0/";
    Map<String, String> objects = objects(commands);
    assertThat(objects.get(prefix + "photometry_table.parquet")).isEqualTo(old);
    assertThat(objects).containsKey(prefix + "metadata.json");
    assertThat(rows("RS Oph")).hasSize(2);
    assertThat(commands.novacat("photometry", "migrate").expect(ExitCode.OK).out())
        .contains("Nothing to do");
  }

  /** The item as a program of long ago would have left it. */
  private void pretendOlderSchema(NovaId nova) {
    try (DynamoDbLocal server =
            DynamoDbLocal.ensureRunning(
                commands.workspace().resolve("dynamodb"), LocalServerOptions.defaults());
        Catalog catalog =
            Catalog.open(
                TableSettings.embedded("NovaCat", server.endpoint()),
                RunContext.single(JobRunId.mint()),
                Clock.systemUTC())) {
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
        catalog.photometryTables().record(before, lease.fence(), List.of());
      }
    }
  }

  @Test
  void photometryShow_tellsWhatATableHolds() throws IOException {
    register(uploads);
    ingest();

    assertThat(commands.novacat("photometry", "show", "RS Oph").expect(ExitCode.OK).out())
        .contains("RS Oph: 2 rows, 1 of them limits, from 1 uploads; 0 duplicates left out")
        .contains("Generic_V");
    commands.novacat("nova", "add", "T CrB").expect(ExitCode.OK);
    assertThat(commands.novacat("photometry", "show", "T CrB").expect(ExitCode.USAGE).err())
        .startsWith("Cannot show photometry of 'T CrB': it has none");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        Path copy = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private void register(Path source, String... options) {
    List<String> words = new ArrayList<>(List.of("register", "--photometry", source.toString()));
    words.addAll(List.of(options));
    commands.novacat(words.toArray(String[]::new)).expect(ExitCode.OK);
  }

  private JsonNode ingest() {
    return commands.json("ingest-photometry").expect(ExitCode.OK).json();
  }

  private List<Integer> sourceRows(String nova) throws IOException {
    return rows(nova).stream().map(row -> row.measurement().sourceRow()).toList();
  }

  private List<PhotometryRow> rows(String nova) throws IOException {
    List<PhotometryRow> rows = new ArrayList<>();
    PhotometryTableReader.forEach(
        bucket(commands).resolve("derived/photometry/" + id(nova) + "/photometry_table.parquet"),
        rows::add);
    return rows;
  }

  private String table(String nova) throws IOException {
    return tables(commands).get("derived/photometry/" + id(nova) + "/photometry_table.parquet");
  }

  private String id(String nova) {
    return commands.json("nova", "show", nova).json().get("nova_id").asText();
  }

  private String split(String nova) throws IOException {
    return Files.readString(
        files(commands)
            .filter(file -> file.toString().contains("/split/" + id(nova) + "/"))
            .findFirst()
            .orElseThrow());
  }

  private Path only(String name) throws IOException {
    return files(commands)
        .filter(file -> file.getFileName().toString().equals(name))
        .reduce((a, b) -> null)
        .orElseThrow();
  }

  private static Map<String, String> tables(Commands of) throws IOException {
    Map<String, String> tables = objects(of);
    tables.keySet().removeIf(key -> !key.endsWith(".parquet"));
    return tables;
  }

  private static Map<String, String> objects(Commands of) throws IOException {
    Map<String, String> objects = new TreeMap<>();
    for (Path file : files(of).toList()) {
      objects.put(
          bucket(of).relativize(file).toString(), ContentHash.of(Files.readAllBytes(file)).hex());
    }
    return objects;
  }

  private static Stream<Path> files(Commands of) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(bucket(of))) {
      all.filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains("/~"))
          .forEach(files::add);
    }
    return files.stream();
  }

  private static Path bucket(Commands of) {
    return of.workspace().resolve("buckets/nova-cat-private-data");
  }
}

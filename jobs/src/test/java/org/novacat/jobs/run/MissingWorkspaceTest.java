package org.novacat.jobs.run;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** A workspace that is not there, or is one of an older version, is said and left alone. */
class MissingWorkspaceTest {
  @TempDir private Path folder;
  private final Map<String, String> idsByName = new TreeMap<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status",
        "runs",
        "queue",
        "nova list",
        "nova show X",
        "nova alias X Y",
        "quarantine list",
        "photometry list",
        "photometry show X",
        "photometry migrate",
        "spectrum show 00000000-0000-0000-0000-000000000000",
        "ingest-spectra",
        "ingest-photometry"
      })
  void mistypedWorkspace_isNamed_andNothingIsMade(String command) {
    Path mistyped = folder.resolve("no-such-folder");

    Ran ran = new Commands(mistyped).novacat(command.split(" ")).expect(ExitCode.USAGE);

    assertThat(ran.err())
        .isEqualToIgnoringNewLines(
            "Cannot open workspace '%s': there is no such folder (name another with --workspace, or make this one with 'novacat init')"
                .formatted(mistyped));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void query_makesNothingEither() {
    Path mistyped = folder.resolve("no-such-folder");

    Ran ran = new Commands(mistyped).novacat("query", "SHOW TABLES").expect(ExitCode.USAGE);

    assertThat(ran.err()).startsWith("Cannot open workspace '" + mistyped + "'");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void folderWithoutATable_isNamed_andLeftAsItWas() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "Dear");

    Ran ran = new Commands(folder).novacat("status").expect(ExitCode.USAGE);

    assertThat(ran.err()).contains(": there is no table in it (");
    assertThat(folder.toFile().list()).containsExactly("letter.txt");
  }

  @Test
  void dryRunOfRegister_makesNothing() throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 2));
    Path workspace = folder.resolve("workspace");

    new Commands(workspace)
        .novacat("register", archive.manifest().toString(), "--dry-run")
        .expect(ExitCode.OK);

    assertThat(workspace).doesNotExist();
  }

  @Test
  void workspaceOfAnOlderVersion_isRecognised_andMadeAnewAsTheManualSays() throws IOException {
    Commands old = ingested(folder.resolve("old"));
    Map<String, Long> spectra = spectra(old);
    List<String> curves = curves(old);
    delete(old.workspace().resolve("table"));
    Files.writeString(
        Files.createDirectory(old.workspace().resolve("dynamodb")).resolve("server.properties"),
        "");

    for (String command : new String[] {"status", "init", "nova list"}) {
      assertThat(old.novacat(command.split(" ")).expect(ExitCode.USAGE).err())
          .startsWith("Cannot use workspace '" + old.workspace() + "': its table was kept by")
          .contains("novacat register " + old.workspace() + "/buckets/nova-cat-private-data/raw");
    }
    assertThat(old.novacat("doctor").expect(ExitCode.USAGE).out())
        .contains("its table was kept by");
    Commands anew = madeAnew(old.workspace().resolve("buckets/nova-cat-private-data/raw"));
    assertThat(spectra).hasSize(2);
    assertThat(spectra(anew)).isEqualTo(spectra);
    assertThat(curves).hasSize(2);
    assertThat(curves(anew)).isEqualTo(curves);
  }

  private Commands madeAnew(Path raw) throws IOException {
    Commands anew = new Commands(folder.resolve("new"));
    for (Map.Entry<String, String> nova : idsByName.entrySet()) {
      String spectra = raw.resolve("spectra").resolve(nova.getValue()).toString();
      anew.novacat("register", spectra, "--nova", nova.getKey()).expect(ExitCode.OK);
    }
    anew.novacat("register", "--photometry", raw.resolve("photometry").toString())
        .expect(ExitCode.OK);
    anew.novacat("ingest-spectra").expect(ExitCode.OK);
    anew.novacat("ingest-photometry").expect(ExitCode.OK);
    return anew;
  }

  /** Spectra of two novae, and an upload that only its sidecar tells whose it is. */
  private Commands ingested(Path workspace) throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 2, 3));
    Commands commands = new Commands(workspace);
    commands.novacat("register", archive.manifest().toString(), "--add-novae").expect(ExitCode.OK);
    for (JsonNode nova : commands.json("nova", "list").jsonLines()) {
      idsByName.put(nova.get("primary_name").asText(), nova.get("nova_id").asText());
    }
    List<String> names = List.copyOf(idsByName.keySet());
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(
        uploads.resolve("one.csv"), "JD,mag,band\n2456530.5,6.1,V\n2456531.5,6.2,V\n");
    Files.writeString(
        uploads.resolve("one.csv.sidecar.json"), "{\"nova\": \"" + names.get(0) + "\"}");
    Files.writeString(
        uploads.resolve("two.csv"), "star,JD,mag,band\n" + names.get(1) + ",2456530.5,7.1,V\n");
    commands.novacat("register", "--photometry", uploads.toString()).expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    commands.novacat("ingest-photometry").expect(ExitCode.OK);
    return commands;
  }

  /** Number of valid spectra of each nova. */
  private static Map<String, Long> spectra(Commands workspace) {
    return workspace
        .json(
            "query",
            "SELECT n.primary_name AS nova, count(*) AS valid FROM products p JOIN novae n"
                + " ON p.nova_id = n.nova_id WHERE p.validation_status = 'VALID' GROUP BY 1")
        .expect(ExitCode.OK)
        .jsonLines()
        .stream()
        .collect(toMap(row -> row.get("nova").asText(), row -> row.get("valid").asLong()));
  }

  private static List<String> curves(Commands workspace) {
    return workspace.json("photometry", "list").expect(ExitCode.OK).jsonLines().stream()
        .map(table -> table.get("primary_name").asText() + " " + table.get("rows").asLong())
        .sorted()
        .toList();
  }

  private static void delete(Path table) throws IOException {
    try (Stream<Path> files = Files.list(table)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.delete(file);
      }
    }
    Files.delete(table);
  }
}

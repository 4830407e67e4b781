package org.novacat.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.demo.SampleArchive;
import org.novacat.jobs.demo.SampleSpec;
import org.novacat.jobs.testing.Commands;
import org.novacat.jobs.testing.Ran;

/** A workspace that is not there, or is one of an older version, is said and left alone. */
class MissingWorkspaceTest {
  @TempDir private Path folder;

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
  void workspaceOfAnOlderVersion_isRecognised_andMadeAnewAsTheMessageSays() throws IOException {
    Commands old = ingested(folder.resolve("old"));
    long valid = valid(old);
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
    Commands anew = new Commands(folder.resolve("new"));
    String raw = old.workspace() + "/buckets/nova-cat-private-data/raw";
    anew.novacat("register", raw, "--nova", "Sample Nova").expect(ExitCode.OK);
    anew.novacat("ingest-spectra").expect(ExitCode.OK);
    assertThat(valid).isPositive();
    assertThat(valid(anew)).isEqualTo(valid);
  }

  private Commands ingested(Path workspace) throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 4));
    Commands commands = new Commands(workspace);
    commands.novacat("register", archive.manifest().toString(), "--add-novae").expect(ExitCode.OK);
    commands.novacat("ingest-spectra").expect(ExitCode.OK);
    return commands;
  }

  private static long valid(Commands workspace) {
    return workspace
        .json("status")
        .expect(ExitCode.OK)
        .json()
        .at("/by_state/VALID~1ACQUIRED~1NONE")
        .asLong();
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

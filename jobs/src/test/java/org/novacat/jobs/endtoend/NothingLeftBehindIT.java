package org.novacat.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;

/** Commands in JVMs of their own: when one has ended, nothing of it goes on or lies about. */
class NothingLeftBehindIT {
  @TempDir private Path folder;

  @Test
  void commandsThatEnd_leaveNoProcess_andNoTemporaryFile() throws IOException {
    SampleArchive archive = SampleArchive.write(folder.resolve("archive"), new SampleSpec(3, 1, 3));
    Workspace workspace = new Workspace(folder.resolve("workspace"));

    run(workspace, "register", archive.manifest().toString(), "--add-novae");
    run(workspace, "ingest-spectra");
    run(workspace, "query", "SELECT count(*) FROM spectra");
    run(workspace, "status");

    assertThat(workspace.folder().resolve("tmp")).doesNotExist();
  }

  private void run(Workspace workspace, String... command) throws IOException {
    try (Driver driver = workspace.start(command)) {
      driver.ended().expect(ExitCode.OK);
    }
    assertThat(ours()).as(command[0]).isEmpty();
    try (Stream<Path> homes = Files.list(folder)) {
      homes
          .filter(home -> String.valueOf(home.getFileName()).startsWith("driver-"))
          .forEach(
              home ->
                  assertThat(home.toFile().list())
                      .as("temporary folder of %s", command[0])
                      .containsExactlyInAnyOrder("out", "err"));
    }
  }

  /** Processes that were told of this folder, which is nobody else's. */
  private Stream<String> ours() {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains(folder.toString()));
  }
}

package org.novacat.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
  private static final long PATIENCE_SECONDS = 60;

  @TempDir private Path folder;
  private Path machines;
  private Path workspace;

  @BeforeEach
  void makeFolders() throws IOException {
    machines = Files.createDirectory(folder.resolve("machines"));
    workspace = Files.createDirectory(folder.resolve("workspace"));
  }

  @Test
  void processThatEnds_leavesNothing() throws Exception {
    try (Worker worker = new Worker(machines, workspace)) {
      assertThat(worker.file).exists().startsWith(workspace.resolve("tmp"));
      worker.end();
    }

    assertThat(workspace).isEmptyDirectory();
    assertThat(machines).isEmptyDirectory();
  }

  @Test
  void nextProcess_clearsAwayWhatAKilledOneLeft_butNotWhatIsAtWork() throws Exception {
    try (Worker atWork = new Worker(machines, workspace);
        Worker killed = new Worker(machines, workspace)) {
      killed.kill();
      assertThat(killed.file).exists();

      try (Worker next = new Worker(machines, workspace)) {
        assertThat(killed.file.getParent()).doesNotExist();
        assertThat(atWork.file).exists();
        next.end();
      }
      atWork.end();
    }
    assertThat(workspace).isEmptyDirectory();
    assertThat(machines).isEmptyDirectory();
  }

  /** Many at once begin, end and clear away. */
  @Test
  void processesThatBeginTogether_keepTheirs() throws Exception {
    try (Worker a = new Worker(machines, workspace);
        Worker b = new Worker(machines, workspace);
        Worker c = new Worker(machines, workspace)) {
      assertThat(List.of(a.file, b.file, c.file)).doesNotHaveDuplicates().allMatch(Files::exists);
      a.end();
      assertThat(b.file).exists();
      b.end();
      c.end();
    }
    assertThat(workspace).isEmptyDirectory();
  }

  @Test
  void machinesFolder_needNotBeThere() throws Exception {
    try (Worker worker = new Worker(folder.resolve("missing"), workspace)) {
      assertThat(worker.file).exists().startsWith(workspace);
      worker.end();
    }
    assertThat(folder.resolve("missing")).doesNotExist();
  }

  @Test
  void workspaceWithoutRoom_leavesTheMachinesFolderInUse() throws Exception {
    Files.writeString(workspace.resolve("tmp"), "a file where the folder would be");
    try (Worker worker = new Worker(machines, workspace)) {
      assertThat(worker.file).exists().hasParent(machines);
      worker.end();
    }
  }

  @Test
  void missingWorkspace_isNotMade_andAMissingFolderIsNamed() throws Exception {
    Path missing = folder.resolve("missing");
    try (Worker worker = new Worker(missing, missing)) {
      assertThat(worker.said)
          .isEqualTo(
              "Cannot keep a file in the temporary folder '%s': it does not exist (make room on its disk, and see that it can be written)",
              missing);
    }
    assertThat(missing).doesNotExist();
  }

  @Test
  void processThatIsNotOurs_keepsItsFolder() throws IOException {
    String before = System.getProperty("java.io.tmpdir");

    Scratch.in(workspace);

    assertThat(System.getProperty("java.io.tmpdir")).isEqualTo(before);
    assertThat(workspace).isEmptyDirectory();
  }

  /** A process that makes a temporary file, says where, and lives until its input ends. */
  static final class Worker implements AutoCloseable {
    private final Process process;
    private final String said;
    private final Path file;

    Worker(Path machines, Path workspace) throws IOException {
      process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-XX:+UseSerialGC",
                  "-Djava.io.tmpdir=" + machines,
                  "-cp",
                  System.getProperty("java.class.path"),
                  Worker.class.getName(),
                  workspace.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      said = new BufferedReader(process.inputReader()).readLine();
      file = Path.of(said);
    }

    public static void main(String[] workspace) throws IOException {
      Scratch.allow();
      try {
        Scratch.in(Path.of(workspace[0]));
        System.out.println(Temporary.file("draft", ".part"));
      } catch (RuntimeException e) {
        System.out.println(e.getMessage());
      }
      while (System.in.read() >= 0) {}
      Scratch.end();
    }

    void end() throws IOException, InterruptedException {
      try (Writer in = process.outputWriter()) {
        in.flush();
      }
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }
}

package org.novacat.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.main.Novacat;
import org.novacat.jobs.samples.SampleArchive;
import org.novacat.jobs.samples.SampleArchive.SampleSpec;

/** Commands in processes of their own, whose standard output comes to an end before they do. */
class StandardOutputTest {
  private static final long PATIENCE_SECONDS = 180;

  @TempDir private Path folder;

  @Test
  void readerThatGoes_endsTheCommandWithoutAWord() throws Exception {
    Path archive = folder.resolve("archive");
    SampleArchive.write(archive, new SampleSpec(3, 1, 1));
    List<String> read = new ArrayList<>(List.of("fits", "read", "--output", "json"));
    for (int i = 0; i < 50; i++) {
      read.add(archive.toString());
    }
    Process process = start(ProcessBuilder.Redirect.PIPE, read);

    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).startsWith("{");
    }

    assertThat(code(process)).isEqualTo(ExitCode.READER_GONE.code());
    assertThat(err()).isEmpty();
  }

  @Test
  void readerThatStays_getsAll() throws Exception {
    Process process = start(ProcessBuilder.Redirect.to(file("out")), List.of("completion"));

    assertThat(code(process)).isEqualTo(ExitCode.OK.code());
    assertThat(folder.resolve("out")).content().contains("complete ", "novacat");
    assertThat(err()).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void fullDisk_isSaid() throws Exception {
    Process process =
        start(ProcessBuilder.Redirect.to(new File("/dev/full")), List.of("completion"));

    assertThat(code(process)).isEqualTo(ExitCode.USAGE.code());
    assertThat(err())
        .startsWith("Cannot write standard output: ")
        .endsWith("(what it got is cut short; make room, or send it elsewhere)\n");
  }

  /** A command that failed anyway says how. */
  @Test
  void codeOfAFailure_stays() throws Exception {
    Process process =
        start(ProcessBuilder.Redirect.to(new File("/dev/full")), List.of("fits", "read", "none"));

    assertThat(code(process)).isEqualTo(ExitCode.USAGE.code());
    assertThat(err()).startsWith("Cannot read 'none'");
  }

  private Process start(ProcessBuilder.Redirect out, List<String> words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+")));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Novacat.class.getName()));
    command.addAll(words);
    return new ProcessBuilder(command).redirectOutput(out).redirectError(file("err")).start();
  }

  private static int code(Process process) throws InterruptedException {
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private File file(String name) {
    return folder.resolve(name).toFile();
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}

package org.novacat.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The program as a laptop has it: its own libraries, embedded stores, Spark in its own JVM. */
final class Laptop implements Program {
  private final Path home;
  private int runs;

  /**
   * A laptop.
   *
   * @param home a folder for what commands say, and their working folder
   */
  Laptop(Path home) {
    this.home = home;
  }

  /** Runs a command that must end well, by the laptop's Spark. */
  @Override
  public String submit(List<String> words) {
    return run("org.novacat.jobs.main.Novacat", Built.laptopClassPath(), words);
  }

  @Override
  public String run(List<List<String>> commands) {
    try {
      Path script = Script.write(home.resolve("script-" + runs), commands);
      return run(
          Script.class.getName(),
          Built.laptopClassPath() + File.pathSeparator + Script.classPath(),
          List.of(script.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String run(String main, String classPath, List<String> words) {
    List<String> command =
        Jvm.command("-Xmx1g", Jvm.moduleOptions(SparkRelease.STOCK), classPath, main, words);
    Started started = Started.start(command, home, "command-" + ++runs, Map.of());
    assertThat(started.ended()).as("%s%n%s", started.out(), started.err()).isZero();
    return started.out();
  }
}

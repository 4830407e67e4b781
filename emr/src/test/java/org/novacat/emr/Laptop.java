package org.novacat.emr;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The program as a laptop has it: its own libraries, embedded stores, Spark in its own JVM. One JVM
 * runs all commands, also those with Spark, each with a session of its own.
 */
final class Laptop implements Program, AutoCloseable {
  private final Script script;

  /**
   * A laptop.
   *
   * @param home a folder for what commands say, and their working folder
   */
  Laptop(Path home) {
    List<String> options = Jvm.moduleOptions(SparkRelease.STOCK);
    String classPath = Built.laptopClassPath() + File.pathSeparator + Script.classPath();
    List<String> command = Jvm.command("-Xmx1g", options, classPath, Script.mainClass(), List.of());
    script = Script.start(command, home, Map.of());
  }

  @Override
  public String submit(List<String> words) {
    return run(List.of(words));
  }

  @Override
  public String run(List<List<String>> commands) {
    return script.run(commands);
  }

  @Override
  public void close() {
    script.close();
  }
}

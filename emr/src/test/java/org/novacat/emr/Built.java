package org.novacat.emr;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the build has left for the tests to look at; they run in the module's folder. */
final class Built {
  /** The file that is submitted. */
  static final Path UBER_JAR = Path.of("target", "novacat-emr.jar").toAbsolutePath();

  private static final Path PACKED = Path.of("target", "packed.txt");
  private static final Path LAPTOP = Path.of("..", "jobs", "target").toAbsolutePath().normalize();

  private Built() {}

  /** The class path of the program on a laptop, as the launcher has it. */
  static String laptopClassPath() {
    return LAPTOP.resolve("novacat-jobs.jar")
        + File.pathSeparator
        + read(LAPTOP.resolve("dependencies.classpath")).strip();
  }

  /** What others made of what is packed, each as {@code group:artifact}. */
  static List<String> packedArtifacts() {
    return read(PACKED)
        .lines()
        .map(String::strip)
        .filter(line -> line.contains(":jar:"))
        .map(line -> line.substring(0, line.indexOf(":jar:")))
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.novacat.emr;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the build has left for the tests to look at; they run in the module's folder. */
final class Built {
  /** The file that is submitted. */
  static final Path UBER_JAR = Path.of("target", "novacat-emr.jar").toAbsolutePath();

  private static final Path PACKED = Path.of("target", "packed.txt");
  private static final Path CLUSTER = Path.of("spark", "target", "spark.classpath");

  private Built() {}

  /** The jars that a Spark cluster has on its class path, in Spark's own versions. */
  static List<Path> clusterJars() {
    return Stream.of(read(CLUSTER).strip().split(File.pathSeparator)).map(Path::of).toList();
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

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.novacat.emr;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a cluster has before the uber-jar comes: Spark and its libraries, in their own versions. */
enum SparkRelease {
  /** Spark 3.5.8 as its project distributes it, with the Hadoop 3.3.4 that it is built with. */
  STOCK("spark"),
  /** Spark 3.5.6 with Hadoop 3.4.2. */
  EMR_7_13("spark-emr");

  private final String module;

  SparkRelease(String module) {
    this.module = module;
  }

  /** Its jars, in the order of the class path. */
  List<Path> jars() {
    String list = Built.read(Path.of(module, "target", "spark.classpath"));
    return Stream.of(list.strip().split(File.pathSeparator)).map(Path::of).toList();
  }

  /** Where it is laid out as the distribution is: links in {@code jars}, nothing else. */
  Path home() {
    Path home = Path.of("target", module + "-home").toAbsolutePath();
    try {
      Path folder = Files.createDirectories(home.resolve("jars"));
      empty(folder);
      for (Path jar : jars()) {
        Files.createSymbolicLink(folder.resolve(jar.getFileName()), jar);
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void empty(Path folder) throws IOException {
    try (DirectoryStream<Path> links = Files.newDirectoryStream(folder)) {
      for (Path link : links) {
        Files.delete(link);
      }
    }
  }
}

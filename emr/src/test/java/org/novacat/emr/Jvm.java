package org.novacat.emr;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words that start a JVM on the machine that this one runs on. */
final class Jvm {
  private Jvm() {}

  /**
   * The command of a program.
   *
   * @param heap such as {@code -Xmx1g}
   * @param moreOptions what Spark's start scripts add
   */
  static List<String> command(
      String heap, List<String> moreOptions, String classPath, String main, List<String> words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("user.language", "user.country", "user.timezone")) {
      command.add("-D" + name + "=" + System.getProperty(name, ""));
    }
    command.addAll(moreOptions);
    // Short runs: the second compiler would never pay.
    command.addAll(List.of(heap, "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(words);
    return command;
  }

  /** What Spark's own start script adds to the command. */
  static List<String> moduleOptions(SparkRelease release) {
    try (URLClassLoader spark = new URLClassLoader(urls(release.jars()), null)) {
      Object options =
          spark
              .loadClass("org.apache.spark.launcher.JavaModuleOptions")
              .getMethod("defaultModuleOptions")
              .invoke(null);
      return List.of(options.toString().strip().split("\\s+"));
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError("no launcher among Spark's jars", e);
    }
  }

  private static URL[] urls(Collection<Path> jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (Path jar : jars) {
      urls.add(jar.toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }
}

package org.novacat.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A machine with Spark and nothing of novacat but the uber-jar: commands run in JVMs of their own,
 * with Spark's jars on the class path, no environment of novacat's or of AWS's but what is given.
 */
final class Cluster {
  private static final String MAIN = "org.novacat.jobs.main.Novacat";
  private static final long PATIENCE_SECONDS = 180;

  private final Path home;
  private final Map<String, String> environment;
  private int runs;

  /**
   * @param home a folder for what commands say, and their working folder
   * @param environment variables of the commands
   */
  Cluster(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = environment;
  }

  /** Runs a command as {@code java} on Spark's class path and the uber-jar, as a driver would. */
  String java(String... arguments) {
    String classPath = classPath(Built.clusterJars()) + File.pathSeparator + Built.UBER_JAR;
    return run(0, List.of("-cp", classPath, MAIN), arguments);
  }

  /** Runs a command that must end with the exit code of a wrong use; returns what it said. */
  String refused(String... arguments) {
    String classPath = classPath(Built.clusterJars()) + File.pathSeparator + Built.UBER_JAR;
    return run(2, List.of("-cp", classPath, MAIN), arguments);
  }

  /** Runs a command through {@code spark-submit}, two threads for a cluster. */
  String sparkSubmit(String... arguments) {
    List<String> submit =
        List.of(
            "-cp",
            classPath(Built.clusterJars()),
            "org.apache.spark.deploy.SparkSubmit",
            "--master",
            "local[2]",
            "--class",
            MAIN,
            Built.UBER_JAR.toString());
    return run(0, submit, arguments);
  }

  private String run(int exitCode, List<String> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String name : List.of("user.language", "user.country", "user.timezone")) {
      command.add("-D" + name + "=" + System.getProperty(name, ""));
    }
    command.addAll(moduleOptions());
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true"));
    command.addAll(program);
    command.addAll(List.of(arguments));
    try {
      return run(exitCode, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a command ran", e);
    }
  }

  /** What it said on standard output, or where it was refused on standard error. */
  private String run(int exitCode, List<String> command) throws IOException, InterruptedException {
    Path out = home.resolve("out-" + ++runs);
    Path err = home.resolve("err-" + runs);
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().keySet().removeIf(name -> name.matches("(AWS|NOVACAT|SPARK)_.*"));
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    try {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String said = Files.readString(out);
    String complained = Files.readString(err);
    assertThat(process.exitValue()).as("%s%n%s", said, complained).isEqualTo(exitCode);
    return exitCode == 0 ? said : complained.strip();
  }

  /** What Spark's own start script adds to the command. */
  private static List<String> moduleOptions() {
    try (URLClassLoader spark = new URLClassLoader(urls(Built.clusterJars()), null)) {
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

  /** Jars as an argument. */
  static String classPath(Collection<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}

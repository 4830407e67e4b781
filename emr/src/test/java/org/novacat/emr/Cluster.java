package org.novacat.emr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A machine with Spark and nothing of novacat but the uber-jar, from which jobs are submitted:
 * commands run in JVMs of their own, with Spark's jars on the class path, no environment of
 * novacat's or of AWS's but what is given.
 */
final class Cluster implements Program, AutoCloseable {
  private static final String MAIN = "org.novacat.jobs.main.Novacat";
  private static final String HEAP = "-Xmx1g";

  private final SparkRelease release;
  private final Path home;
  private final Map<String, String> environment;
  private final List<String> submitOptions;
  private final List<String> moduleOptions;
  private @Nullable Script script;
  private int runs;

  private Cluster(
      SparkRelease release,
      Path home,
      Map<String, String> environment,
      List<String> submitOptions) {
    this.release = release;
    this.home = home;
    this.environment = environment;
    this.submitOptions = submitOptions;
    this.moduleOptions = Jvm.moduleOptions(release);
  }

  /**
   * Two threads for a cluster.
   *
   * @param home a folder for what commands say, and their working folder
   * @param environment variables of the commands
   */
  static Cluster local(SparkRelease release, Path home, Map<String, String> environment) {
    return new Cluster(release, home, environment, List.of("--master", "local[2]"));
  }

  /** The machine of the driver of a cluster. */
  static Cluster of(StandaloneCluster workers, Path home, Map<String, String> environment) {
    return new Cluster(workers.release(), home, environment, workers.submitOptions());
  }

  /** Runs a command as {@code java} on Spark's class path and the uber-jar, as a driver would. */
  String java(String... arguments) {
    return ended(0, start(java(List.of(arguments)))).out();
  }

  /** Runs a command that must end with the exit code of a wrong use; returns what it said. */
  String refused(String... arguments) {
    return ended(2, start(java(List.of(arguments)))).err().strip();
  }

  /** Runs a command through {@code spark-submit}. */
  @Override
  public String submit(List<String> words) {
    return ended(0, submitted(words)).out();
  }

  /** Runs commands on the driver's machine, all in one JVM that lives until this is closed. */
  @Override
  public String run(List<List<String>> commands) {
    if (script == null) {
      String classPath = String.join(File.pathSeparator, classPath(), Script.classPath());
      script =
          Script.start(
              Jvm.command(HEAP, moduleOptions, classPath, Script.mainClass(), List.of()),
              home,
              environment);
    }
    return script.run(commands);
  }

  /** Begins a command through {@code spark-submit}. */
  Started submitted(List<String> arguments) {
    List<String> words = new ArrayList<>(submitOptions);
    words.addAll(List.of("--class", MAIN, Built.UBER_JAR.toString()));
    words.addAll(arguments);
    return start(
        Jvm.command(
            HEAP,
            moduleOptions,
            classPath(release.jars()),
            "org.apache.spark.deploy.SparkSubmit",
            words));
  }

  private List<String> java(List<String> arguments) {
    return Jvm.command(HEAP, moduleOptions, classPath(), MAIN, arguments);
  }

  private String classPath() {
    return classPath(release.jars()) + File.pathSeparator + Built.UBER_JAR;
  }

  private Started start(List<String> command) {
    return Started.start(command, home, "command-" + ++runs, environment);
  }

  @Override
  public void close() {
    if (script != null) {
      script.close();
    }
  }

  private static Started ended(int exitCode, Started command) {
    int code = command.ended();
    assertThat(code).as("%s%n%s", command.out(), command.err()).isEqualTo(exitCode);
    return command;
  }

  /** Jars as an argument. */
  static String classPath(Collection<Path> jars) {
    return jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }
}

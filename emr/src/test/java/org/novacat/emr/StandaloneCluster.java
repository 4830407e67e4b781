package org.novacat.emr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spark's own standalone cluster: a master and two workers, each with one core, in JVMs of their
 * own, and executors in theirs. Where {@link Network} can, master and workers run in another
 * network namespace than the driver.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final int WORKERS = 2;
  private static final String MASTER = "org.apache.spark.deploy.master.Master";
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";

  private final SparkRelease release;
  private final Path folder;
  private final Path home;
  private final Network network;
  private final Map<String, String> environment = new TreeMap<>();
  private final List<Started> workers = new ArrayList<>();
  private final List<Started> all = new ArrayList<>();
  private final String url;

  /**
   * Starts it and waits until both workers are there.
   *
   * @param folder for its files
   * @param environment variables of the workers, which executors inherit
   */
  StandaloneCluster(
      SparkRelease release, Path folder, Network network, Map<String, String> environment) {
    this.release = release;
    this.folder = folder;
    this.network = network;
    this.home = release.home();
    this.environment.putAll(environment);
    this.environment.put("SPARK_HOME", home.toString());
    this.environment.put("SPARK_SCALA_VERSION", "2.12"); // as the start scripts do
    this.environment.put("SPARK_LOCAL_IP", network.workers());
    this.environment.put("SPARK_LOCAL_HOSTNAME", network.workers());
    int port = freePort();
    this.url = "spark://%s:%s".formatted(network.workers(), port);
    try {
      startMaster(port);
      while (workers.size() < WORKERS) {
        startWorker();
      }
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  private void startMaster(int port) {
    Started master =
        start(MASTER, "--host", network.workers(), "--port", "" + port, "--webui-port", "0");
    master.await("leader", () -> master.err().contains("New state: ALIVE"));
  }

  /** Starts one more worker and waits until the master knows it. */
  void startWorker() {
    Path work = folder.resolve("work-" + all.size());
    Started worker =
        start(
            WORKER,
            "--host",
            network.workers(),
            "--webui-port",
            "0",
            "--cores",
            "1",
            "--memory",
            "1g",
            "--work-dir",
            work.toString(),
            url);
    workers.add(worker);
    worker.await("worker", () -> worker.err().contains("Successfully registered with master"));
  }

  private Started start(String main, String... words) {
    String name = main.substring(main.lastIndexOf('.') + 1) + "-" + all.size();
    Map<String, String> own = new TreeMap<>(environment);
    own.put("SPARK_LOCAL_DIRS", made(folder.resolve("local-" + all.size())).toString());
    List<String> command =
        Jvm.command("-Xmx256m", Jvm.moduleOptions(release), home + "/jars/*", main, List.of(words));
    Started started = Started.start(network.onWorkers(command), folder, name, own);
    all.add(started);
    return started;
  }

  private static Path made(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SparkRelease release() {
    return release;
  }

  /** What a driver needs to find it, and to be found. */
  List<String> submitOptions() {
    return List.of(
        "--master",
        url,
        "--conf",
        "spark.driver.host=" + network.driver(),
        "--conf",
        "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -Xlog:class+load:file="
            + folder.resolve("%p.classes"));
  }

  /** Its workers, those that were killed left out. */
  List<Started> workers() {
    return List.copyOf(workers);
  }

  /** What the workers and their executors have said: among it, with which words executors began. */
  String said() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".err") || file.endsWith("stderr"))
          .map(Built::read)
          .collect(Collectors.joining());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the classes that executors have loaded so far. */
  Set<String> classesOfExecutors() {
    Set<String> classes = new TreeSet<>();
    try (DirectoryStream<Path> logs = Files.newDirectoryStream(folder, "*.classes")) {
      for (Path log : logs) {
        Built.read(log)
            .lines()
            .map(line -> line.replaceFirst("^\\[.*?\\]\\[.*?\\]\\[.*?\\] (\\S+).*", "$1"))
            .forEach(classes::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }

  /** Kills a worker with its executor, as when its machine fails. */
  void killWorker() {
    workers.remove(0).kill();
  }

  /** The same of the worker that has an executor of this id. */
  void killWorkerOf(String executor) {
    Started worker =
        workers.stream()
            .filter(
                one ->
                    one.processes().stream()
                        .map(process -> process.info().commandLine().orElse(""))
                        .anyMatch(words -> words.contains("--executor-id " + executor + " ")))
            .findFirst()
            .orElseThrow();
    workers.remove(worker);
    worker.kill();
  }

  /** The executors that run now. */
  List<ProcessHandle> executors() {
    return workers.stream()
        .flatMap(worker -> worker.processes().stream().skip(1))
        .filter(one -> one.info().commandLine().orElse("").contains("ExecutorBackend"))
        .toList();
  }

  @Override
  public void close() {
    all.forEach(Started::close);
  }
}

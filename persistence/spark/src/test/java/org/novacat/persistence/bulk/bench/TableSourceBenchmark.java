package org.novacat.persistence.bulk.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.DynamoServer;

/**
 * The data source {@code novacat-table} beside other connectors, each in a JVM of its own that
 * stays alive, in turn, on one table of one server. The command is in
 * docs/benchmarks/table-source.sh.
 */
public final class TableSourceBenchmark {
  private final List<Contestant> contestants = new ArrayList<>();
  private final Map<Job, Tally> truth = new EnumMap<>(Job.class);
  private final Map<String, List<Cost>> costs = new LinkedHashMap<>();

  /** Seconds of the clock, and of the processor: the contestant's, and the server's. */
  private record Cost(double seconds, double cpu, double server) {}

  /** A JVM that is told jobs. */
  private record Contestant(String name, Process process, PrintStream in, BufferedReader out) {
    String ask(Job job) throws IOException {
      in.println(job);
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(TableContestant.ANSWER)) {
          return line.substring(TableContestant.ANSWER.length());
        }
      }
      throw new IOException(name + " has ended; its log tells why");
    }
  }

  private TableSourceBenchmark() {}

  /**
   * Arguments: a folder for logs, items, rounds, and of each contestant its name and its class path
   * as {@code name=path}.
   */
  public static void main(String[] args) throws IOException {
    TableSettings settings = DynamoServer.unused();
    settings.init();
    int items = Integer.parseInt(args[1]);
    try (Table table = settings.open()) {
      BenchmarkItems.write(table, items);
    }
    TableSourceBenchmark benchmark = new TableSourceBenchmark();
    for (Job job : Job.values()) {
      benchmark.truth.put(job, BenchmarkItems.truth(job, items));
    }
    for (String each : List.of(args).subList(3, args.length)) {
      benchmark.contestants.add(start(each, settings, Path.of(args[0])));
    }
    benchmark.run(Integer.parseInt(args[2]));
  }

  private static Contestant start(String named, TableSettings settings, Path logs)
      throws IOException {
    String name = named.substring(0, named.indexOf('='));
    String endpoint = String.valueOf(settings.endpoint());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(
        List.of("-Daws.accessKeyId=" + DynamoServer.KEY, "-Daws.secretKey=" + DynamoServer.KEY));
    command.add("-Daws.secretAccessKey=" + DynamoServer.KEY);
    command.addAll(List.of("-cp", named.substring(name.length() + 1)));
    command.add(TableContestant.class.getName());
    command.addAll(List.of(name, endpoint, settings.table()));
    File log = logs.resolve(name + ".log").toFile();
    Process process = new ProcessBuilder(command).redirectError(Redirect.to(log)).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Contestant(
        name,
        process,
        new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8),
        process.inputReader(StandardCharsets.UTF_8));
  }

  private void run(int rounds) throws IOException {
    for (int round = 1; round <= rounds; round++) {
      for (Job job : Job.values()) {
        for (Contestant contestant : contestants) {
          measure(round, job, contestant);
        }
      }
    }
    costs.forEach(TableSourceBenchmark::print);
  }

  private void measure(int round, Job job, Contestant contestant) throws IOException {
    Duration before = serverCpu();
    String[] answer = contestant.ask(job).split(" ");
    Cost cost =
        new Cost(
            Long.parseLong(answer[0]) / 1e9,
            Long.parseLong(answer[1]) / 1e9,
            serverCpu().minus(before).toMillis() / 1e3);
    Tally found =
        new Tally(Long.parseLong(answer[2]), Long.parseLong(answer[3]), Long.parseLong(answer[4]));
    costs.computeIfAbsent(job + " | " + contestant.name(), key -> new ArrayList<>()).add(cost);
    System.out.printf(
        Locale.ROOT,
        "round %d | %-8s | %-19s | %7.3f s | processor %7.3f s, server %7.3f s | %s%n",
        round,
        job,
        contestant.name(),
        cost.seconds(),
        cost.cpu(),
        cost.server(),
        found.equals(truth.get(job)) ? "right" : found + " WRONG, it is " + truth.get(job));
  }

  /** Of the one child that is no contestant. */
  private Duration serverCpu() {
    List<Long> others = contestants.stream().map(each -> each.process().pid()).toList();
    return ProcessHandle.current()
        .children()
        .filter(child -> !others.contains(child.pid()))
        .flatMap(child -> child.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static void print(String what, List<Cost> costs) {
    System.out.printf(
        Locale.ROOT,
        "median | %-30s | %s s | processor %s s, server %s s%n",
        what,
        spread(costs.stream().mapToDouble(Cost::seconds).sorted().toArray()),
        spread(costs.stream().mapToDouble(Cost::cpu).sorted().toArray()),
        spread(costs.stream().mapToDouble(Cost::server).sorted().toArray()));
  }

  private static String spread(double[] sorted) {
    return String.format(
        Locale.ROOT,
        "%.3f (%.3f to %.3f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }
}

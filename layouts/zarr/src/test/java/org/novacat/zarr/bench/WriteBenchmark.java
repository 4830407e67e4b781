package org.novacat.zarr.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.zarr.FolderFiles;

/**
 * Flux and uncertainty to a store, and compressed only, ours and a peer's in turn.
 *
 * <pre>WriteBenchmark FOLDER ROUNDS THREADS [PEER-COMMAND...]</pre>
 *
 * <p>The folder's {@code data} are made when they are missing. The peer is called as {@code
 * PEER-COMMAND... FOLDER store|mem 1 THREADS:5}, and prints a line with {@code MB/s}, {@code cpu
 * SECONDS s} and {@code ratio}.
 */
final class WriteBenchmark {
  private static final int ROWS = 20_000;
  private static final Pattern PEER =
      Pattern.compile("([0-9.]+) MB/s cpu ([0-9.]+) s ratio ([0-9.]+)");

  /**
   * What one run gave: millions of bytes in a second, seconds of processor, bytes in by bytes out.
   */
  private record Run(double speed, double cpu, double ratio) {}

  private final Path folder;
  private final int threads;
  private final List<String> peer;
  private final Spectra spectra;
  private final Map<String, List<Run>> runs = new LinkedHashMap<>();

  private WriteBenchmark(Path folder, int threads, List<String> peer) throws IOException {
    this.folder = folder;
    this.threads = threads;
    this.peer = peer;
    this.spectra = Spectra.read(folder.resolve("data"));
  }

  public static void main(String[] args) throws Exception {
    PhotonNoise.write(Path.of(args[0], "data"), ROWS);
    List<String> peer = Arrays.asList(args).subList(3, args.length);
    new WriteBenchmark(Path.of(args[0]), Integer.parseInt(args[2]), peer)
        .run(Integer.parseInt(args[1]));
  }

  private void run(int rounds) throws Exception {
    ours(false);
    for (int round = 0; round < rounds; round++) {
      for (String mode : List.of("store", "mem")) {
        if (!peer.isEmpty()) {
          note("peer " + mode, peer(mode));
        }
        note("novacat " + mode, ours(mode.equals("store")));
      }
    }
    System.out.printf(
        "| %d threads, %.1f MB | MB/s (least to most) | CPU s | bytes out, MB |%n|---|---|---|---|%n",
        threads, spectra.bytes() / 1e6);
    runs.forEach(this::print);
  }

  private void note(String what, Run run) {
    System.err.println(what + " " + run);
    runs.computeIfAbsent(what, none -> new ArrayList<>()).add(run);
  }

  private void print(String what, List<Run> all) {
    double[] speeds = all.stream().mapToDouble(Run::speed).sorted().toArray();
    double[] cpus = all.stream().mapToDouble(Run::cpu).sorted().toArray();
    System.out.printf(
        "| %s | %.1f (%.1f to %.1f) | %.2f (%.2f to %.2f) | %.1f |%n",
        what,
        speeds[speeds.length / 2],
        speeds[0],
        speeds[speeds.length - 1],
        cpus[cpus.length / 2],
        cpus[0],
        cpus[cpus.length - 1],
        spectra.bytes() / 1e6 / all.get(0).ratio());
  }

  private Run ours(boolean store) throws Exception {
    Path root = folder.resolve("novacat.zarr");
    delete(root);
    Written files = new Written(store ? Optional.of(new FolderFiles(root)) : Optional.empty());
    long cpu = cpu();
    long start = System.nanoTime();
    spectra.write(files, threads);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Run(
        spectra.bytes() / 1e6 / seconds,
        (cpu() - cpu) / 1e9,
        spectra.bytes() / (double) files.bytes.get());
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private Run peer(String mode) throws IOException {
    List<String> command = new ArrayList<>(peer);
    command.addAll(List.of(folder.toString(), mode, "1", threads + ":5"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher figures = PEER.matcher(said);
    if (!figures.find()) {
      throw new IllegalStateException("Cannot measure " + command + ": it said " + said);
    }
    return new Run(
        Double.parseDouble(figures.group(1)),
        Double.parseDouble(figures.group(2)),
        Double.parseDouble(figures.group(3)));
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      all.sorted(Comparator.reverseOrder()).forEach(WriteBenchmark::remove);
    }
  }

  private static void remove(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.novacat.emr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How the driver and the workers of a cluster see each other. Where the machine allows it, the
 * workers live in a network namespace of their own, joined to this one by a pair of interfaces:
 * what listens on the loopback of the driver is not there for them, as on two machines.
 */
final class Network implements AutoCloseable {
  private static final String PREFIX = "novacat-";
  private static final Path ALL = Path.of("/run/netns");

  /** Subnets of four addresses in 198.18.0.0/15, which is kept for tests between networks. */
  private static final long SUBNETS = 1 << 15;

  private final @Nullable String namespace;
  private final String driver;
  private final String workers;

  private Network(@Nullable String namespace, String driver, String workers) {
    this.namespace = namespace;
    this.driver = driver;
    this.workers = workers;
  }

  /** Two namespaces, or the loopback where they are not permitted; it is said which. */
  static Network make() {
    removeThoseOfTheDead();
    long pid = ProcessHandle.current().pid();
    long subnet = pid % SUBNETS;
    String base = String.format(Locale.ROOT, "198.%d.%d.", 18 + (subnet >> 14), subnet >> 6 & 255);
    long first = (subnet & 63) << 2;
    Network two = new Network(PREFIX + pid, base + (first + 1), base + (first + 2));
    Runtime.getRuntime().addShutdownHook(new Thread(two::close));
    try {
      two.join("nvcat" + pid % 1_000_000_000);
      System.out.println("Workers in a network namespace of their own: " + two.workers);
      return two;
    } catch (IOException e) {
      two.close();
      System.out.println("Workers on the loopback, no network namespaces: " + e.getMessage());
      return new Network(null, "127.0.0.1", "127.0.0.1");
    }
  }

  private void join(String device) throws IOException {
    ip("netns", "add", namespace);
    ip("link", "add", device, "type", "veth", "peer", "name", "eth0", "netns", namespace);
    ip("addr", "add", driver + "/30", "dev", device);
    ip("link", "set", device, "up");
    ip("-n", namespace, "addr", "add", workers + "/30", "dev", "eth0");
    ip("-n", namespace, "link", "set", "eth0", "up");
    ip("-n", namespace, "link", "set", "lo", "up");
  }

  /** Whether there are two namespaces. */
  boolean isSplit() {
    return namespace != null;
  }

  /** Address of the driver's side. */
  String driver() {
    return driver;
  }

  /** Address of the workers' side. */
  String workers() {
    return workers;
  }

  /** A command that runs on the workers' side. */
  List<String> onWorkers(List<String> command) {
    List<String> words = new ArrayList<>();
    if (namespace != null) {
      words.addAll(List.of("ip", "netns", "exec", namespace));
    }
    words.addAll(command);
    return words;
  }

  /** Whether the workers' side can open a connection. */
  boolean reaches(String host, int port) {
    String open = "exec 3<>/dev/tcp/%s/%s".formatted(host, port);
    return succeeds(onWorkers(List.of("timeout", "5", "bash", "-c", open)));
  }

  /** The interfaces go with the namespace. */
  @Override
  public void close() {
    if (namespace != null) {
      remove(namespace);
    }
  }

  private static void removeThoseOfTheDead() {
    try (DirectoryStream<Path> names = Files.newDirectoryStream(ALL, PREFIX + "*")) {
      for (Path name : names) {
        String pid = name.getFileName().toString().substring(PREFIX.length());
        if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) {
          remove(name.getFileName().toString());
        }
      }
    } catch (IOException e) {
      // There never was a namespace, or they cannot be looked at: none of ours is left.
    }
  }

  private static void remove(String namespace) {
    try {
      ip("netns", "del", namespace);
    } catch (IOException e) {
      // It was not made, or is gone.
    }
  }

  private static boolean succeeds(List<String> command) {
    try {
      run(command);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void ip(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("ip"));
    command.addAll(List.of(arguments));
    run(command);
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(String.join(" ", command) + ": " + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}

package org.novacat.persistence.server;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small S3 server in a JVM of its own, which keeps its buckets as folders: S3Proxy, whose jars
 * the build lists and no module has on its class path. It ends when it is closed, or with the
 * process that began it, however that ends.
 */
public final class S3Server implements AutoCloseable {
  /** Who the server lets in. */
  public static final String ACCESS_KEY = "novacat";

  /** What it asks them; no secret, since it listens to this machine alone. */
  public static final String SECRET_KEY = "novacat-s3-server";

  private static final Path CLASS_PATH =
      Path.of("persistence", "s3server", "target", "s3server.classpath");

  private static final String MAIN = "org.novacat.persistence.s3server.Main";

  private static final Duration START = Duration.ofSeconds(60);

  private final Path folder;
  private final String address;
  private final int port;
  private final boolean readOnly;
  private @Nullable Process process;

  private S3Server(Path folder, String address, int port, boolean readOnly) {
    this.folder = folder;
    this.address = address;
    this.port = port;
    this.readOnly = readOnly;
  }

  /**
   * Starts a server for the buckets in a folder, which is made where it is missing.
   *
   * @throws IllegalStateException when it does not start, or was not built
   */
  public static S3Server start(Path folder) {
    return start(folder, "127.0.0.1", false);
  }

  /**
   * The same with more to choose.
   *
   * @param address of this machine, at which it listens
   * @param readOnly whether it refuses to write
   */
  public static S3Server start(Path folder, String address, boolean readOnly) {
    try {
      Files.createDirectories(folder);
      S3Server server = new S3Server(folder.toAbsolutePath(), address, freePort(address), readOnly);
      server.startAgain();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the S3 server", e);
    }
  }

  /** Whether this checkout has built the list of the server's jars. */
  public static boolean isBuilt() {
    return classPath().isPresent();
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://" + address + ":" + port);
  }

  /** Starts it at the same address, with the buckets that are there. */
  public void startAgain() {
    try {
      Process started =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
              .start();
      process = started;
      await(started);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start the S3 server", e);
    }
  }

  /** Ends it as a power cut would. */
  public void kill() {
    Process running = requireNonNull(process, "not started");
    running.destroyForcibly();
    running.onExit().join();
  }

  @Override
  public void close() {
    kill();
  }

  private List<String> command() {
    String jars =
        classPath()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot start the S3 server: its jars are not listed in '%s' (build with 'mvn package', from a checkout)"
                            .formatted(CLASS_PATH)));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
        "-cp",
        jars,
        MAIN,
        folder.toString(),
        endpoint().toString(),
        ACCESS_KEY,
        SECRET_KEY,
        Boolean.toString(readOnly));
  }

  private static Optional<String> classPath() {
    Path start = Path.of(System.getProperty("novacat.home", "")).toAbsolutePath();
    return Stream.iterate(start, folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(CLASS_PATH))
        .filter(Files::isRegularFile)
        .findFirst()
        .map(S3Server::read);
  }

  private static String read(Path file) {
    try {
      Path classes = file.resolveSibling("classes");
      return classes + File.pathSeparator + Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path log() {
    return folder.resolveSibling(folder.getFileName() + ".log");
  }

  private void await(Process started) throws IOException {
    long start = System.nanoTime();
    while (!answers()) {
      if (!started.isAlive() || System.nanoTime() - start > START.toNanos()) {
        started.destroyForcibly();
        throw new IllegalStateException(
            "Cannot start the S3 server on port %s: %s (see '%s')"
                .formatted(port, started.isAlive() ? "no answer" : "it ended", log()));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort(String address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      return socket.getLocalPort();
    }
  }
}

package org.novacat.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.novacat.persistence.dynamodb.TableSettings;
import org.novacat.persistence.table.Table;

/**
 * Tables of one real DynamoDB server, started when first asked for and ended with the JVM. The
 * server is {@code dynoxide}, which {@code .ci/run} installs; without it the tests that ask are
 * skipped, and fail where {@code CI} says that it must be there.
 */
public final class DynamoServer {
  /** Names the server's binary; else it is looked for on the path. */
  public static final String BINARY = "NOVACAT_DYNAMODB_SERVER";

  /** Words that are no secret: the server asks for a signature and checks none. */
  public static final String KEY = "novacattest";

  /** Asked for by the client and not used by the server. */
  public static final String REGION = "us-east-1";

  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final long START_NANOS = 30_000_000_000L;
  private static @Nullable URI endpoint;

  private DynamoServer() {}

  /** Settings of a table that does not exist yet. */
  public static TableSettings unused() {
    return new TableSettings("Test" + NUMBER.incrementAndGet(), REGION, endpoint());
  }

  /** An empty table. */
  public static Table fresh() {
    TableSettings settings = unused();
    settings.init();
    return settings.open();
  }

  /** Where the server listens. */
  public static synchronized URI endpoint() {
    URI known = endpoint;
    if (known == null) {
      known = start(binary());
      endpoint = known;
      System.setProperty("aws.accessKeyId", KEY);
      System.setProperty("aws.secretAccessKey", KEY);
    }
    return known;
  }

  private static Path binary() {
    Optional<Path> found = find();
    if (found.isEmpty() && System.getenv("CI") != null) {
      throw new AssertionError("There is no DynamoDB server, which .ci/run should have installed");
    }
    Assumptions.assumeTrue(
        found.isPresent(),
        "skipped: no DynamoDB server (name dynoxide's binary in " + BINARY + ")");
    return found.orElseThrow();
  }

  private static Optional<Path> find() {
    Stream<Path> named = Stream.ofNullable(System.getenv(BINARY)).map(Path::of);
    Stream<Path> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
            .map(folder -> Path.of(folder, "dynoxide"));
    return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
  }

  private static URI start(Path binary) {
    try {
      int port = freePort();
      Process server =
          new ProcessBuilder(List.of(binary.toString(), "serve", "--port", Integer.toString(port)))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
      await(server, port);
      return URI.create("http://127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(Process server, int port) {
    long start = System.nanoTime();
    while (!answers(port)) {
      if (!server.isAlive() || System.nanoTime() - start > START_NANOS) {
        throw new AssertionError("The DynamoDB server does not answer on port " + port);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}

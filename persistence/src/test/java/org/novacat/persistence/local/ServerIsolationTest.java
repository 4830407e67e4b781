package org.novacat.persistence.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the server's process is from ours and from the world. */
class ServerIsolationTest {
  @TempDir static Path folder;

  private static DynamoDbLocal server;

  @BeforeAll
  static void start() {
    server = DynamoDbLocal.ensureRunning(folder, LocalServerOptions.defaults());
  }

  @AfterAll
  static void stop() {
    server.close();
    DynamoDbLocal.stop(folder);
  }

  @Test
  void server_listensOnLoopbackOnly() throws Exception {
    List<InetAddress> outside =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(a -> a instanceof Inet4Address && !a.isLoopbackAddress())
            .toList();
    assumeTrue(!outside.isEmpty(), "this machine has no address but loopback");

    for (InetAddress address : outside) {
      assertThatThrownBy(() -> new Socket(address, server.endpoint().getPort()).close())
          .isInstanceOf(ConnectException.class);
    }
    new Socket(Control.loopback(), server.endpoint().getPort()).close();
  }

  @Test
  void server_getsNoneOfOurEnvironmentButWhatAJvmNeeds() throws Exception {
    Path environment = proc("environ");

    Set<String> names =
        Arrays.stream(Files.readString(environment, UTF_8).split("\0"))
            .map(entry -> entry.split("=", 2)[0])
            .collect(Collectors.toSet());

    assertThat(System.getenv()).as("control: we do have others").containsKey("NOVACAT_SHARED_DATA");
    assertThat(names)
        .contains("PATH", "DDB_LOCAL_TELEMETRY")
        .isSubsetOf("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "DDB_LOCAL_TELEMETRY");
  }

  @Test
  void server_leadsASessionOfItsOwn() throws Exception {
    String[] facts = Files.readString(proc("stat"), UTF_8).replaceAll(".*\\) ", "").split(" ");

    String session = facts[3];

    assertThat(session).isEqualTo(Long.toString(server.pid()));
  }

  @Test
  void server_writesNothingButItsDataAndOurFiles() throws Exception {
    try (Things things = new Things(server.endpoint());
        var files = Files.list(folder)) {
      things.create().put("nova");
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "server.lock",
              "start.lock",
              "server.log",
              "server.properties",
              "shared-local-instance.db");
    }
  }

  @Test
  void withoutSetsid_theTerminalsSignalsAreIgnored() throws Exception {
    Path status = Path.of("/proc/self/status");
    assumeTrue(Files.exists(status), "this system has no /proc");

    List<String> detached = ServerCommand.detached("sh"::equals);
    List<String> bare = ServerCommand.detached(program -> false);

    assertThat(ignored(detached)).containsAll(Set.of(1, 2, 3, 20));
    assertThat(ignored(bare)).as("control").doesNotContain(2);
  }

  private static Path proc(String file) {
    Path path = Path.of("/proc", Long.toString(server.pid()), file);
    assumeTrue(Files.exists(path), "this system has no /proc");
    return path;
  }

  /** The signals that a program started so ignores. */
  private static Set<Integer> ignored(List<String> prefix) throws Exception {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("grep", "SigIgn", "/proc/self/status"));
    Process process = new ProcessBuilder(command).start();
    String line = new String(process.getInputStream().readAllBytes(), UTF_8);
    long mask = Long.parseUnsignedLong(line.replaceAll("\\s|SigIgn:", ""), 16);
    return IntStream.rangeClosed(1, 31)
        .filter(signal -> (mask >> (signal - 1) & 1) == 1)
        .boxed()
        .collect(Collectors.toSet());
  }
}

package org.novacat.persistence.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DynamoDbLocalTest {
  private static final LocalServerOptions OPTIONS = LocalServerOptions.defaults();
  private static final Duration LONG = OPTIONS.idleAfter();
  private static final Duration SHORT = Duration.ofMillis(200);

  @TempDir Path folder;

  @AfterEach
  void stop() {
    DynamoDbLocal.stop(folder);
  }

  @Test
  void emptyFolder_serverIsStartedAndServes() {
    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint()).create().put("nova")) {
      assertThat(things.has("nova")).isTrue();
      assertThat(things.has("other")).isFalse();
    }
  }

  @Test
  void missingFolder_isMade() {
    Path deep = folder.resolve("new/dynamodb");

    try (DynamoDbLocal server = DynamoDbLocal.ensureRunning(deep, OPTIONS)) {
      assertThat(Await.isAlive(server.pid())).isTrue();
    }

    assertThat(DynamoDbLocal.stop(deep)).isTrue();
  }

  @Test
  void folderByAnotherSpelling_hasTheSameServer() throws IOException {
    Path link =
        Files.createSymbolicLink(
            folder.resolve("link"), Files.createDirectory(folder.resolve("real")));

    try (DynamoDbLocal one = DynamoDbLocal.ensureRunning(folder.resolve("real"), OPTIONS);
        DynamoDbLocal other = DynamoDbLocal.ensureRunning(link.resolve("../link"), OPTIONS)) {
      assertThat(other.pid()).isEqualTo(one.pid());
    }

    assertThat(DynamoDbLocal.stop(link)).isTrue();
  }

  @Test
  void twoFolders_haveServersAndDataOfTheirOwn() throws IOException {
    Path other = Files.createDirectory(folder.resolve("other"));

    try (DynamoDbLocal one = start();
        DynamoDbLocal two = DynamoDbLocal.ensureRunning(other, OPTIONS);
        Things ones = new Things(one.endpoint()).create().put("nova");
        Things twos = new Things(two.endpoint()).create()) {
      assertThat(ones.has("nova")).isTrue();
      assertThat(twos.has("nova")).isFalse();
    }

    assertThat(DynamoDbLocal.stop(other)).isTrue();
  }

  @Test
  void anotherDriver_getsTheSameServer() throws Exception {
    try (DynamoDbLocal server = start();
        Driver driver = Driver.start(folder, LONG)) {
      assertThat(driver.serverPid()).isEqualTo(server.pid());
      assertThat(driver.endpoint()).isEqualTo(server.endpoint());
    }
  }

  @Test
  void manyDriversAndThreadsAtOnce_startOneServer() throws Exception {
    Set<Long> pids = new HashSet<>();
    List<Driver> drivers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      drivers.add(Driver.start(folder, LONG));
    }

    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<DynamoDbLocal>> claims = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      claims.add(threads.submit(this::start));
    }
    threads.shutdown();
    for (Future<DynamoDbLocal> claim : claims) {
      try (DynamoDbLocal server = claim.get()) {
        pids.add(server.pid());
      }
    }
    for (Driver driver : drivers) {
      pids.add(driver.serverPid());
      driver.close();
    }

    assertThat(pids).hasSize(1);
    assertThat(serversOf(folder)).isEqualTo(pids);
  }

  @Test
  void secondServerOnOneFolder_endsAtOnce() throws Exception {
    try (DynamoDbLocal first = start()) {
      Process second = ServerCommand.start(ServerFolder.at(folder), OPTIONS);

      assertThat(second.waitFor()).isEqualTo(ServerMain.FOLDER_IS_TAKEN);
      try (DynamoDbLocal again = start()) {
        assertThat(again.pid()).isEqualTo(first.pid());
      }
    }
  }

  @Test
  void serverWhoseStarterDiedBeforeItAnswered_isUsed() throws Exception {
    Process orphan = ServerCommand.start(ServerFolder.at(folder), OPTIONS);

    try (DynamoDbLocal server = start()) {
      Await.until("one server is left", () -> serversOf(folder).size() == 1);
      assertThat(serversOf(folder)).containsExactly(server.pid());
      assertThat(orphan.isAlive()).isEqualTo(orphan.pid() == server.pid());
    }
  }

  @Test
  void killedServer_isReplacedAndTheDataAreThere() throws Exception {
    long first;
    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint())) {
      things.create().put("nova");
      first = server.pid();
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      Await.untilDead(first);
    }

    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint())) {
      assertThat(server.pid()).isNotEqualTo(first);
      assertThat(things.has("nova")).isTrue();
    }
  }

  @Test
  void stoppedServer_isGoneAndTheDataAreThere() throws Exception {
    long first;
    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint())) {
      things.create().put("nova");
      first = server.pid();
    }

    assertThat(DynamoDbLocal.stop(folder)).isTrue();

    Await.untilDead(first);
    assertThat(DynamoDbLocal.stop(folder)).isFalse();
    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint())) {
      assertThat(things.has("nova")).isTrue();
    }
  }

  @Test
  void terminatedServer_endsInOrder() throws Exception {
    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint())) {
      things.create().put("nova");
      ProcessHandle.of(server.pid()).orElseThrow().destroy();
      Await.untilDead(server.pid());
    }

    assertThat(new ServerFolder(folder).record()).doesNotExist();
    try (DynamoDbLocal server = start();
        Things things = new Things(server.endpoint())) {
      assertThat(things.has("nova")).isTrue();
    }
  }

  @Test
  void unusedServer_endsByItself() throws Exception {
    DynamoDbLocal server = DynamoDbLocal.ensureRunning(folder, OPTIONS.withIdleAfter(SHORT));

    server.close();

    Await.untilDead(server.pid());
    assertThat(new ServerFolder(folder).record()).doesNotExist();
  }

  @Test
  void killedDriver_leavesTheServerToOthers() throws Exception {
    Driver driver = Driver.start(folder, LONG);
    long pid = driver.serverPid();

    driver.kill();

    try (DynamoDbLocal server = start()) {
      assertThat(server.pid()).isEqualTo(pid);
    }
  }

  @Test
  void killedDriver_holdsNoClaimAnyMore() throws Exception {
    Driver driver = Driver.start(folder, SHORT);
    long pid = driver.serverPid();

    driver.kill();

    Await.untilDead(pid);
  }

  @Test
  void interruptedDriver_leavesTheServerRunning() throws Exception {
    Driver driver = Driver.start(folder, LONG);
    long pid = driver.serverPid();

    driver.interrupt();

    try (DynamoDbLocal server = start()) {
      assertThat(server.pid()).isEqualTo(pid);
    }
  }

  @Test
  void removedFolder_endsItsServer() throws Exception {
    Path passing = folder.resolve("passing");
    DynamoDbLocal server = DynamoDbLocal.ensureRunning(passing, OPTIONS);

    try (var files = Files.list(passing)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }

    Await.untilDead(server.pid());
    server.close();
  }

  @Test
  void recordOfAnotherProcess_isNotBelieved() throws Exception {
    long ourselves = ProcessHandle.current().pid();
    new ServerRecord(1, 1, ourselves, "stale").write(new ServerFolder(folder));

    try (DynamoDbLocal server = start()) {
      assertThat(server.pid()).isNotEqualTo(ourselves);
    }
  }

  @Test
  void recordWithAnotherToken_isNotBelieved() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    try (DynamoDbLocal theirs = DynamoDbLocal.ensureRunning(other, OPTIONS)) {
      ServerRecord record = ServerRecord.read(new ServerFolder(other)).orElseThrow();
      new ServerRecord(record.port(), record.controlPort(), record.pid(), "stale")
          .write(new ServerFolder(folder));

      try (DynamoDbLocal ours = start()) {
        assertThat(ours.pid()).isNotEqualTo(theirs.pid());
      }
    }
    DynamoDbLocal.stop(other);
  }

  @Test
  void hangingServer_isNotReplacedButReported() throws Exception {
    try (DynamoDbLocal server = start()) {
      signal("STOP", server.pid());

      assertThatThrownBy(
              () ->
                  DynamoDbLocal.ensureRunning(
                      folder, OPTIONS.withStartWithin(Duration.ofMillis(100))))
          .isInstanceOf(LocalServerException.class)
          .hasMessageContainingAll(
              "Cannot reach DynamoDB Local in '" + folder, "process " + server.pid());
      signal("CONT", server.pid());
      try (DynamoDbLocal again = start()) {
        assertThat(again.pid()).isEqualTo(server.pid());
      }
    }
  }

  @Test
  void jarsThatAreNoServer_saysWhatTheProcessSaid() throws IOException {
    Path jars = Files.createDirectory(folder.resolve("jars"));
    Files.createFile(jars.resolve("DynamoDBLocal-0.jar"));

    assertThatThrownBy(() -> DynamoDbLocal.ensureRunning(folder, OPTIONS.withJars(jars)))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContainingAll(
            "Cannot start DynamoDB Local in '" + folder, "code 1", "ClassNotFoundException");
  }

  @Test
  void folderThatIsAFile_isRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DynamoDbLocal.ensureRunning(file, OPTIONS))
        .isInstanceOf(LocalServerException.class)
        .hasMessageContainingAll("Cannot use '" + file, "choose a folder");
  }

  private DynamoDbLocal start() {
    return DynamoDbLocal.ensureRunning(folder, OPTIONS);
  }

  private static Set<Long> serversOf(Path folder) throws IOException {
    Set<Long> pids = new HashSet<>();
    for (ProcessHandle process : ProcessHandle.allProcesses().toList()) {
      List<String> arguments = process.info().arguments().map(List::of).orElse(List.of());
      if (arguments.contains(ServerMain.class.getName())
          && arguments.contains(folder.toRealPath().toString())) {
        pids.add(process.pid());
      }
    }
    return pids;
  }

  private static void signal(String name, long pid) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
  }
}

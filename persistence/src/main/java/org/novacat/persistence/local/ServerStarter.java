package org.novacat.persistence.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.novacat.persistence.store.ProcessLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one caller to a claim on the folder's server. Each turn of the loop looks at what is true
 * now and needs nothing from earlier turns, so that a starter or a server may die at any moment: a
 * server that answers is claimed; one that holds its lock and does not answer is starting or ending
 * and is waited for; where no server is, whoever gets the start lock starts one.
 */
final class ServerStarter {
  private static final Logger log = LoggerFactory.getLogger(ServerStarter.class);
  private static final long PAUSE_NANOS = 20_000_000;
  private static final int LINES_SHOWN = 4;

  private final ServerFolder folder;
  private final LocalServerOptions options;
  private final long deadline;

  ServerStarter(ServerFolder folder, LocalServerOptions options) {
    this.folder = folder;
    this.options = options;
    this.deadline = System.nanoTime() + options.startWithin().toNanos();
  }

  /**
   * Returns once a server has answered.
   *
   * @throws LocalServerException if the server ends at once, or none answers in time
   */
  DynamoDbLocal claim() throws IOException {
    do {
      Optional<DynamoDbLocal> claim = DynamoDbLocal.claimRunning(folder);
      if (claim.isEmpty()) {
        claim = startIfNoneRuns();
      }
      if (claim.isPresent()) {
        return claim.get();
      }
    } while (pause());
    throw noAnswer();
  }

  private Optional<DynamoDbLocal> startIfNoneRuns() throws IOException {
    Optional<ProcessLock> turn = ProcessLock.tryAcquire(folder.startLock());
    if (turn.isEmpty()) {
      return Optional.empty();
    }
    try {
      return ProcessLock.isHeld(folder.serverLock()) ? Optional.empty() : start();
    } finally {
      turn.get().close();
    }
  }

  private Optional<DynamoDbLocal> start() throws IOException {
    Process process = ServerCommand.start(folder, options);
    do {
      Optional<DynamoDbLocal> claim = DynamoDbLocal.claimRunning(folder);
      if (claim.isPresent()) {
        report(claim.get());
        return claim;
      }
      if (!process.isAlive()) {
        return afterEnd(process.exitValue());
      }
    } while (pause());
    process.destroyForcibly();
    throw noAnswer();
  }

  /**
   * Another server got the folder first, or the process was only the one that detached the server:
   * the loop looks again. Any other end is the end.
   */
  private Optional<DynamoDbLocal> afterEnd(int exitCode) throws IOException {
    if (exitCode == ServerMain.FOLDER_IS_TAKEN || exitCode == 0) {
      return Optional.empty();
    }
    throw new LocalServerException(
        "Cannot start DynamoDB Local in '%s': its process ended with code %d: %s (see '%s')"
            .formatted(folder.path(), exitCode, lastWords(), folder.log()));
  }

  /** What the process said last, without the frames of its stack traces. */
  private String lastWords() throws IOException {
    List<String> said =
        Files.readAllLines(folder.log()).stream().filter(line -> !line.startsWith("\t")).toList();
    return String.join(" | ", said.subList(Math.max(0, said.size() - LINES_SHOWN), said.size()));
  }

  private boolean pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
    return System.nanoTime() < deadline;
  }

  private LocalServerException noAnswer() {
    String holder = ServerRecord.read(folder).map(r -> " of process " + r.pid()).orElse("");
    return new LocalServerException(
        "Cannot reach DynamoDB Local in '%s': no answer%s within %s (see '%s'; if a server hangs, end its process)"
            .formatted(folder.path(), holder, options.startWithin(), folder.log()));
  }

  private void report(DynamoDbLocal started) {
    log.atInfo()
        .addKeyValue("folder", folder.path())
        .addKeyValue("endpoint", started.endpoint())
        .addKeyValue("pid", started.pid())
        .log("Started DynamoDB Local");
  }
}

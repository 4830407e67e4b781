package org.novacat.persistence.local;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.novacat.persistence.store.ProcessLock;

/** Ends a server and waits until it is gone. */
final class ServerStopper {
  private static final Duration LONGEST_END = Duration.ofSeconds(30);
  private static final long PAUSE_NANOS = 20_000_000;

  private ServerStopper() {}

  /**
   * False if the server of that record does not answer.
   *
   * @throws LocalServerException if it answers, and does not end
   */
  static boolean stop(ServerFolder folder, ServerRecord server) {
    if (!asked(server)) {
      return false;
    }
    try {
      awaitRelease(folder, server);
      return true;
    } catch (IOException e) {
      throw new LocalServerException(
          "Cannot stop DynamoDB Local in '%s': %s".formatted(folder.path(), e), e);
    }
  }

  private static boolean asked(ServerRecord server) {
    try {
      Control.ask(server, Control.STOP).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void awaitRelease(ServerFolder folder, ServerRecord server) throws IOException {
    long deadline = System.nanoTime() + LONGEST_END.toNanos();
    while (ProcessLock.isHeld(folder.serverLock())) {
      if (System.nanoTime() > deadline) {
        throw new LocalServerException(
            "Cannot stop DynamoDB Local in '%s': process %d still holds it after %s (end the process; the data are safe)"
                .formatted(folder.path(), server.pid(), LONGEST_END));
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}

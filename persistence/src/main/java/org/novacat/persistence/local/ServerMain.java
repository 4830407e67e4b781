package org.novacat.persistence.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.novacat.persistence.store.ProcessLock;

/**
 * The main class of the server's JVM: holds the folder's lock, serves, and ends when told to, when
 * nobody has used it for a while, or when its folder is no longer its own.
 */
final class ServerMain {
  /** Exit code when another server holds the folder. */
  static final int FOLDER_IS_TAKEN = 3;

  private static final int FAILED = 1;
  private static final Duration LONGEST_TICK = Duration.ofSeconds(1);

  private final ServerFolder folder;
  private final Duration tick;
  private final Usage usage;
  private final CountDownLatch stop = new CountDownLatch(1);

  private ServerMain(ServerFolder folder, Duration idleAfter) {
    this.folder = folder;
    Duration quarter = idleAfter.dividedBy(4);
    this.tick = quarter.compareTo(LONGEST_TICK) < 0 ? quarter : LONGEST_TICK;
    this.usage = new Usage(idleAfter, System.nanoTime());
  }

  /**
   * Serves until the end, then ends the JVM, whatever threads the engine may have left.
   *
   * @param arguments the folder, and the idle time in milliseconds
   */
  public static void main(String[] arguments) {
    Runtime.getRuntime().halt(run(Path.of(arguments[0]), Long.parseLong(arguments[1])));
  }

  private static int run(Path path, long idleMillis) {
    try {
      ServerFolder folder = ServerFolder.at(path);
      Optional<ProcessLock> lock = ProcessLock.tryAcquire(folder.serverLock());
      if (lock.isEmpty()) {
        System.err.println("another server holds " + folder.serverLock());
        return FOLDER_IS_TAKEN;
      }
      try {
        new ServerMain(folder, Duration.ofMillis(idleMillis)).serve();
      } finally {
        lock.get().close();
      }
      return 0;
    } catch (IOException | ReflectiveOperationException | InterruptedException e) {
      e.printStackTrace();
      return FAILED;
    }
  }

  private void serve() throws IOException, ReflectiveOperationException, InterruptedException {
    String token = UUID.randomUUID().toString();
    try (Engine engine = Engine.start(folder.path());
        ControlPort control = ControlPort.open(token, usage, stop)) {
      long pid = ProcessHandle.current().pid();
      ServerRecord self = new ServerRecord(engine.port(), control.number(), pid, token);
      endInOrderWhenTerminated();
      self.write(folder);
      while (!stop.await(tick.toMillis(), TimeUnit.MILLISECONDS)
          && isOurs(self)
          && !usage.endIfIdle(engine.requests(), System.nanoTime())) {}
      forget(self);
    }
  }

  /** On SIGTERM the main thread gets the time to close the database. */
  private void endInOrderWhenTerminated() {
    Thread main = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              stop.countDown();
              try {
                main.join();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** False once the folder was removed, or emptied and taken over by a server with a new lock. */
  private boolean isOurs(ServerRecord self) {
    return ServerRecord.read(folder).filter(self::equals).isPresent();
  }

  private void forget(ServerRecord self) throws IOException {
    if (isOurs(self)) {
      Files.deleteIfExists(folder.record());
    }
  }
}

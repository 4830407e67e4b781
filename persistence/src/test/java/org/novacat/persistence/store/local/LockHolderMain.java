package org.novacat.persistence.store.local;

import java.nio.file.Path;
import java.util.Optional;

/** Another process that tries for a lock, says what came of it, and keeps what it got. */
final class LockHolderMain {
  private LockHolderMain() {}

  /**
   * Holds the lock, if it gets it, until its standard input ends.
   *
   * @param arguments the lock's file
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    Optional<ProcessLock> lock = ProcessLock.tryAcquire(Path.of(arguments[0]));
    System.out.println(lock.isPresent() ? "held" : "refused");
    while (System.in.read() != -1) {}
    lock.ifPresent(ProcessLock::close);
  }
}

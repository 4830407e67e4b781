package org.novacat.jobs.register;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.store.ContentBroken;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.table.TransientStoreException;

/**
 * The boundary around one file: whatever goes wrong within it becomes that file's rejection. Only
 * failures of table and store pass, because they would meet every other file too. Where memory runs
 * out, the file is tried once more while no other is under way. Safe for many threads.
 */
final class OneFile {
  private static final long MIB = 1 << 20;

  /** Shared by files side by side, held whole by one that needs all the memory. */
  private final ReadWriteLock memory = new ReentrantReadWriteLock(true);

  /** What is done with the file. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws RejectedException;
  }

  /**
   * Does the work.
   *
   * @param refused what a rejection is in terms of the result
   */
  <T> T within(String where, Work<T> work, Function<Rejection, T> refused) {
    try {
      return bounded(where, work, refused);
    } catch (OutOfMemoryError tooManyAtOnce) {
      return alone(where, work, refused);
    }
  }

  private <T> T bounded(String where, Work<T> work, Function<Rejection, T> refused) {
    memory.readLock().lock();
    try {
      return caught(where, work, refused);
    } finally {
      memory.readLock().unlock();
    }
  }

  private <T> T alone(String where, Work<T> work, Function<Rejection, T> refused) {
    memory.writeLock().lock();
    try {
      return caught(where, work, refused);
    } catch (OutOfMemoryError e) {
      return refused.apply(
          new Rejection(
              where,
              RejectCode.OUT_OF_MEMORY,
              "Cannot register '%s': %s MiB of memory do not suffice, not even for it alone (give more with NOVACAT_JAVA_OPTS=-Xmx8g)"
                  .formatted(where, Runtime.getRuntime().maxMemory() / MIB)));
    } finally {
      memory.writeLock().unlock();
    }
  }

  private static <T> T caught(String where, Work<T> work, Function<Rejection, T> refused) {
    try {
      return work.run();
    } catch (RejectedException e) {
      return refused.apply(e.rejection(where));
    } catch (ContentBroken e) {
      return refused.apply(
          new Rejection(where, RejectCode.SOURCE_UNREACHABLE, String.valueOf(e.getMessage())));
    } catch (StoreException | PersistenceException | TransientStoreException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      return refused.apply(
          new Rejection(
              where,
              RejectCode.SOURCE_FAILED,
              "Cannot register '%s': %s (a fault of novacat: report it with this file)"
                  .formatted(where, e)));
    }
  }
}

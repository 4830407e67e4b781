package org.novacat.jobs.spark;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.novacat.jobs.spark.TimeLimit.StuckThreadsError;

/**
 * Keeps a file that needs more memory than there is from ending a run, and other files from being
 * blamed for it. Spark ends the JVM of a task that throws {@link OutOfMemoryError}, and which of
 * the files under way throws it is chance.
 *
 * <p>So a file that ran out of memory, or of stack, is tried once more when no other file is under
 * way in this JVM; the others wait until it has ended. Only when it fails alone is it given up, and
 * that is no verdict on it: it is to be left as it was, named, and tried again by the next run.
 */
public final class FileGuard {
  private static final long MIB = 1L << 20;

  /** Held to read by files beside others, to write by one alone; first come, first served. */
  private static final ReadWriteLock UNDER_WAY = new ReentrantReadWriteLock(true);

  private FileGuard() {}

  /**
   * Does the work on one file.
   *
   * @param work may be done twice, so what it writes must be the same each time; it must not begin
   *     the guarded work on another file
   * @param postponed what the file ends as when memory does not suffice for it alone, or the
   *     threads of others do not stop; it is given why
   */
  public static <T> T run(Supplier<T> work, Function<Postponement, T> postponed) {
    try {
      return holding(UNDER_WAY.readLock(), work);
    } catch (OutOfMemoryError | StackOverflowError e) {
      return alone(work, postponed);
    } catch (StuckThreadsError e) {
      return postponed.apply(stuck(e));
    }
  }

  private static <T> T alone(Supplier<T> work, Function<Postponement, T> postponed) {
    try {
      return holding(UNDER_WAY.writeLock(), work);
    } catch (OutOfMemoryError e) {
      return postponed.apply(outOfMemory(heapTooSmall(e)));
    } catch (StuckThreadsError e) {
      return postponed.apply(stuck(e));
    } catch (StackOverflowError e) {
      return postponed.apply(
          outOfMemory(
              "Cannot work on file: it nests deeper than the stack of a thread (give a larger one,"
                  + " e.g. NOVACAT_JAVA_OPTS=-Xss8m, and run again)"));
    }
  }

  private static Postponement outOfMemory(String why) {
    return new Postponement(PostponedCode.OUT_OF_MEMORY, why);
  }

  private static Postponement stuck(StuckThreadsError e) {
    return new Postponement(PostponedCode.THREADS_STUCK, String.valueOf(e.getMessage()));
  }

  private static String heapTooSmall(OutOfMemoryError e) {
    long heap = Runtime.getRuntime().maxMemory() / MIB;
    return ("Cannot work on file: the heap of %s MiB is too small for it, even alone: %s (give a"
            + " larger one, e.g. NOVACAT_JAVA_OPTS=-Xmx%sm, and run again)")
        .formatted(heap, e.getMessage(), 2 * heap);
  }

  private static <T> T holding(Lock lock, Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}

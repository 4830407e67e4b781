package org.novacat.jobs.spark;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends the wait for work on one file after a time.
 *
 * <p>The work is done by a thread of its own. When its time is over that thread is interrupted, and
 * readers and loops that look for it end within moments. Work that does not look goes on until it
 * ends by itself and keeps a core busy, but what it finds is not used any more; it never holds the
 * process. There are at most {@link #MOST_ABANDONED} such threads in a JVM: while there are, no
 * further file is begun.
 *
 * <p>Work given to it computes. It writes to no store, so that work which has been given up writes
 * nothing behind the back of the verdict; and it reads from none, whose slowness is not the file's.
 */
public final class TimeLimit {
  /** Time for one file where nothing else is said. */
  public static final Duration DEFAULT = Duration.ofSeconds(60);

  /** Threads of files that ran out of time and do not stop. */
  static final int MOST_ABANDONED = 16;

  /** Time to notice the interruption. */
  private static final long GRACE_MILLIS = 1000;

  private static final Set<Thread> ABANDONED = ConcurrentHashMap.newKeySet();

  private TimeLimit() {}

  /**
   * Does the work and waits for it.
   *
   * @param limit by the clock on the wall
   * @param timedOut what the file ends as when the work takes longer
   * @throws StuckThreadsError when too many threads of other files do not stop; like the want of
   *     memory it is no verdict on this file, and {@link FileGuard} treats it so
   * @throws CancellationException when the waiting thread is interrupted; the work is, too
   */
  public static <T> T run(Duration limit, Supplier<T> work, Function<Duration, T> timedOut) {
    checkAbandoned();
    FileThread<T> thread = new FileThread<>(work);
    thread.start();
    try {
      if (thread.endsWithin(TimeUnit.MILLISECONDS.convert(limit))) {
        return thread.result();
      }
      abandon(thread);
      return timedOut.apply(limit);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while working on a file");
    }
  }

  private static void checkAbandoned() {
    if (abandoned() >= MOST_ABANDONED) {
      throw new StuckThreadsError(MOST_ABANDONED);
    }
  }

  /** Threads that were given up and have not stopped. */
  static int abandoned() {
    ABANDONED.removeIf(thread -> !thread.isAlive());
    return ABANDONED.size();
  }

  private static void abandon(FileThread<?> thread) throws InterruptedException {
    thread.interrupt();
    if (!thread.endsWithin(GRACE_MILLIS)) {
      ABANDONED.add(thread);
    }
  }

  /** Does the work on one file, and keeps what came of it. */
  private static final class FileThread<T> extends Thread {
    private final Supplier<T> work;
    private @Nullable T value;
    private @Nullable Throwable failure;

    FileThread(Supplier<T> work) {
      super("novacat-file");
      this.work = work;
      setDaemon(true);
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // errors are what the caller has to hear of
    public void run() {
      try {
        value = work.get();
      } catch (Throwable e) {
        failure = e;
      }
    }

    boolean endsWithin(long millis) throws InterruptedException {
      join(Math.max(1, millis));
      return !isAlive();
    }

    /** After the thread has ended. */
    @SuppressWarnings("NullAway") // null only where the work gives null
    T result() {
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      return value;
    }
  }

  /**
   * No further file is begun in this JVM, because the threads of too many others do not stop. It is
   * no verdict on the file that meets it.
   */
  static final class StuckThreadsError extends Error {
    private static final long serialVersionUID = 1;

    StuckThreadsError(int threads) {
      super(
          "Cannot begin file: the work on %s others, which ran out of time, does not stop (run again, in a new process; raise --max-file-seconds if you trust those that the report names as timed out)"
              .formatted(threads));
    }
  }
}

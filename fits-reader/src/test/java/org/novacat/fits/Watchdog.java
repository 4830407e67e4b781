package org.novacat.fits;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Runs tasks one at a time in a thread of its own and gives up on one that does not come to an end.
 * What is measured is the thread's time on the processor: a busy machine makes no task look stuck.
 */
final class Watchdog implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  private final Duration limit;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "watched");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Thread worker = Thread.currentThread();
  private volatile long startNanos;

  Watchdog(Duration limit) {
    this.limit = limit;
  }

  /**
   * What the task returns.
   *
   * @throws AssertionError when it takes longer than the limit, with the place where it is; it goes
   *     on in its thread, and nothing more can be run
   */
  <T> T call(Callable<T> task) throws InterruptedException {
    startNanos = Long.MAX_VALUE;
    Future<T> result = executor.submit(() -> started(task));
    while (true) {
      try {
        return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        look();
      } catch (ExecutionException e) {
        throw new AssertionError("Watched task failed: " + e.getCause(), e.getCause());
      }
    }
  }

  private <T> T started(Callable<T> task) throws Exception {
    worker = Thread.currentThread();
    startNanos = processorNanos();
    return task.call();
  }

  private void look() {
    if (startNanos != Long.MAX_VALUE && processorNanos() - startNanos > limit.toNanos()) {
      String stack =
          Arrays.stream(worker.getStackTrace())
              .map(frame -> "\n  at " + frame)
              .collect(Collectors.joining());
      throw new AssertionError("Watched task took more than %s%s".formatted(limit, stack));
    }
  }

  private long processorNanos() {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(worker.getId());
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}

package org.novacat.persistence.table;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads that are spread over a bounded number of threads. */
public final class Parallel {
  private static final int THREADS = 8;

  private Parallel() {}

  /**
   * What {@code part} makes of the items of each part of a scan, in the order of the parts. It is
   * called by several threads at once.
   */
  public static <T> List<T> scan(Table table, Scan scan, Function<Stream<RawItem>, T> part) {
    List<Scan> parts = table.split(scan, THREADS);
    return parts(parts.size(), number -> part.apply(Pages.of(table, parts.get(number))));
  }

  /**
   * What {@code part} gives for 0 to {@code count} − 1, in this order.
   *
   * @throws RuntimeException what {@code part} threw first; the others are stopped
   */
  public static <T> List<T> parts(int count, IntFunction<T> part) {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS, Parallel::daemon);
    try {
      List<Future<T>> parts =
          IntStream.range(0, count)
              .mapToObj(number -> threads.submit(() -> part.apply(number)))
              .toList();
      return parts.stream().map(Parallel::result).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T result(Future<T> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while reading the table");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a thread that read the table died", e.getCause());
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-scan");
    thread.setDaemon(true);
    return thread;
  }
}

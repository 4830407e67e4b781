package org.novacat.jobs.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Applies a function to many values in several threads and yields the results in the values' order.
 * No more than a window of values is under way or waiting to be taken, so memory stays flat.
 */
public final class OrderedParallel<A, B> implements Iterator<B>, AutoCloseable {
  private static final int WINDOW_PER_THREAD = 4;

  private final Iterator<? extends A> values;
  private final Function<A, B> function;
  private final int window;
  private final ExecutorService threads;
  private final Deque<Future<B>> underWay = new ArrayDeque<>();

  /** Nothing runs before the first question. */
  public OrderedParallel(Iterator<? extends A> values, int threads, Function<A, B> function) {
    this.values = values;
    this.function = function;
    this.window = threads * WINDOW_PER_THREAD;
    this.threads =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "novacat-io");
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  public boolean hasNext() {
    while (underWay.size() < window && values.hasNext()) {
      A value = values.next();
      underWay.add(threads.submit(() -> function.apply(value)));
    }
    return !underWay.isEmpty();
  }

  /**
   * Waits for the next result.
   *
   * @throws RuntimeException what the function threw
   * @throws CancellationException when the thread is interrupted
   */
  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException("all values are done");
    }
    try {
      return underWay.removeFirst().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for a result");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a worker thread died", e.getCause());
    }
  }

  /** Stops what runs. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}

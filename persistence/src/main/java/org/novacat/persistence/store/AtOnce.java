package org.novacat.persistence.store;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Several requests to a store under way together: each waits for the network, none for another. */
public final class AtOnce {
  /** Its threads go when nothing was asked for a minute, and with the process. */
  private static final ExecutorService THREADS = Executors.newCachedThreadPool(AtOnce::daemon);

  private AtOnce() {}

  /**
   * What each gives, in their order. Returns, or throws, when all have ended.
   *
   * @throws RuntimeException what the first of them threw that failed
   * @throws CancellationException when this thread is interrupted; requests that are under way go
   *     on
   */
  public static <T> List<T> all(List<Supplier<T>> requests) {
    List<Future<T>> under = requests.stream().map(one -> THREADS.submit(one::get)).toList();
    try {
      for (Future<T> one : under) {
        ended(one);
      }
      return under.stream().map(AtOnce::result).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while asking a store");
    }
  }

  private static void ended(Future<?> request) throws InterruptedException {
    try {
      request.get();
    } catch (ExecutionException e) {
      // Told below, when all have ended.
    }
  }

  private static <T> T result(Future<T> ended) {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause(); // a Supplier throws no other
    } catch (InterruptedException e) {
      throw new IllegalStateException("it has ended", e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-store");
    thread.setDaemon(true);
    return thread;
  }
}

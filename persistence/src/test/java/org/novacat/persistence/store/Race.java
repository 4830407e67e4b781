package org.novacat.persistence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Several threads that do the same at the same time. */
public final class Race {
  /** What one contender does; it may throw anything. */
  @FunctionalInterface
  public interface Contender<T> {
    T run(int who) throws Exception;
  }

  private final CyclicBarrier barrier;

  public Race(int contenders) {
    barrier = new CyclicBarrier(contenders);
  }

  /** Waits until all contenders have come here. */
  public void meet() throws Exception {
    barrier.await(1, TimeUnit.MINUTES);
  }

  /**
   * Lets {@code contenders} threads run {@code body} from one moment on; their results by number.
   */
  public static <T> List<T> run(int contenders, Contender<T> body) throws Exception {
    Race start = new Race(contenders);
    ExecutorService threads = Executors.newFixedThreadPool(contenders);
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < contenders; i++) {
        int who = i;
        futures.add(
            threads.submit(
                () -> {
                  start.meet();
                  return body.run(who);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get(2, TimeUnit.MINUTES));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}

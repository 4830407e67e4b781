package org.novacat.fits.spark.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Asks a store many things at a time, so that waiting for one does not add up. */
public final class ParallelFiles {
  private static final int THREADS = 16;

  private ParallelFiles() {}

  /** A step that may fail as stores do. */
  @FunctionalInterface
  public interface Step<A, B> {
    B apply(A input) throws IOException;
  }

  /**
   * What the step gives for each input, in their order.
   *
   * @throws UncheckedIOException when the store fails for one
   */
  public static <A, B> List<B> map(List<A> inputs, Step<A, B> step) {
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.max(1, Math.min(THREADS, inputs.size())));
    try {
      List<Future<B>> running = new ArrayList<>();
      inputs.forEach(input -> running.add(threads.submit(() -> step.apply(input))));
      List<B> results = new ArrayList<>();
      for (Future<B> one : running) {
        results.add(one.get());
      }
      return results;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reading headers", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof IOException io
        ? new UncheckedIOException("Cannot read headers: " + io.getMessage(), io)
        : new IllegalStateException("Cannot read headers", cause);
  }
}

package org.novacat.jobs.spark;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.RDD;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.Function1;
import scala.Function2;
import scala.collection.JavaConverters;
import scala.runtime.BoxedUnit;

/**
 * Bins of work on the executors, and their results as an iterator that yields each as soon as its
 * task ends, while others still run. Bins come in waves, one Spark job a wave; two waves are under
 * way at a time, so that no core waits for a straggler, and the driver never holds the work or the
 * results of more than two.
 *
 * <p>Used by one thread. Closing it cancels what runs.
 *
 * @param <B> a bin
 * @param <R> the result of one
 */
public final class Waves<B extends Serializable, R> implements Iterator<R>, AutoCloseable {
  private static final int UNDER_WAY = 2;

  /** With so many results not taken yet, no further wave begins. */
  private static final int MOST_WAITING = 16;

  private static final long POLL_MILLIS = 20;

  private final JavaSparkContext spark;
  private final Iterator<List<B>> waves;
  private final Work<B, R> work;
  private final BooleanSupplier stop;
  private final Task<R> task;
  private final Deque<SimpleFutureAction<BoxedUnit>> underWay = new ArrayDeque<>();
  private final BlockingQueue<Ran<R>> results = new LinkedBlockingQueue<>();
  private @Nullable Ran<R> next;

  /** What an executor does with one bin. */
  public interface Work<B, R> extends Function<B, R>, Serializable {}

  /**
   * What the tasks are called, and who hears of them.
   *
   * @param name without {@code #}
   * @param begun bins of this name that waves before these have begun; grows
   * @param ran told of each invocation that sent something back, before that is yielded
   */
  public record Task<R>(String name, AtomicInteger begun, BiConsumer<Invocation, R> ran) {}

  /** What a task sends back; the bin is filled in by the driver, who knows it. */
  private record Ran<R>(Invocation invocation, R result) implements Serializable {
    Ran<R> of(int bin) {
      return new Ran<>(
          new Invocation(bin, invocation.attempt(), invocation.at(), invocation.took()), result);
    }
  }

  /** The work with the clock beside it. */
  private record Timed<B, R>(Work<B, R> work) implements Function<B, Ran<R>> {
    @Override
    public Ran<R> call(B bin) throws Exception {
      Instant at = Instant.now();
      long nanos = System.nanoTime();
      R result = work.call(bin);
      Duration took = Duration.ofNanos(System.nanoTime() - nanos);
      return new Ran<>(new Invocation(1, TaskContext.get().attemptNumber() + 1, at, took), result);
    }
  }

  /**
   * Nothing runs before the first question.
   *
   * @param waves lists of bins, asked for only when there is room for one; it may say that there is
   *     none for now, and then this iterator says so too
   * @param stop asked now and then; once true, the iterator ends
   */
  public Waves(
      JavaSparkContext spark,
      Iterator<List<B>> waves,
      Work<B, R> work,
      BooleanSupplier stop,
      Task<R> task) {
    this.spark = spark;
    this.waves = waves;
    this.work = work;
    this.stop = stop;
    this.task = task;
  }

  /**
   * Waits for the next result.
   *
   * @throws IllegalStateException when a task failed more often than Spark retries
   * @throws CancellationException when the thread is interrupted
   */
  @Override
  public boolean hasNext() {
    while (next == null && !stop.getAsBoolean()) {
      submitWhileThereIsRoom();
      next = results.poll();
      if (next == null && underWay.isEmpty()) {
        return false;
      }
      if (next == null) {
        waitForOne();
      }
    }
    return next != null && !stop.getAsBoolean();
  }

  @Override
  public R next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException("all waves have ended");
    }
    Ran<R> ran = next;
    next = null;
    task.ran().accept(ran.invocation(), ran.result());
    return ran.result();
  }

  private void submitWhileThereIsRoom() {
    while (!underWay.isEmpty() && underWay.getFirst().isCompleted()) {
      settle(underWay.removeFirst());
    }
    while (underWay.size() < UNDER_WAY && results.size() < MOST_WAITING && waves.hasNext()) {
      List<B> bins = waves.next();
      if (!bins.isEmpty()) {
        underWay.add(submit(bins));
      }
    }
  }

  private void waitForOne() {
    try {
      next = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while tasks were running");
    }
  }

  private static void settle(SimpleFutureAction<BoxedUnit> wave) {
    try {
      wave.get();
    } catch (SparkException e) {
      throw new IllegalStateException("Cannot finish a wave: a task failed for good", e);
    }
  }

  private SimpleFutureAction<BoxedUnit> submit(List<B> bins) {
    int first = task.begun().getAndAdd(bins.size()) + 1;
    FailedTasks.announce(spark, task.name(), first);
    RDD<Ran<R>> rdd = spark.parallelize(bins, bins.size()).map(new Timed<>(work)).rdd();
    List<Object> partitions = List.copyOf(IntStream.range(0, bins.size()).boxed().toList());
    BlockingQueue<Ran<R>> arrived = results;
    return spark
        .sc()
        .submitJob(
            rdd,
            (Function1<scala.collection.Iterator<Ran<R>>, Ran<R>> & Serializable)
                rows -> rows.next(),
            JavaConverters.asScalaBuffer(partitions).toSeq(),
            (Function2<Object, Ran<R>, BoxedUnit> & Serializable)
                (partition, ran) -> {
                  arrived.add(ran.of(first + (Integer) partition));
                  return BoxedUnit.UNIT;
                },
            (Function0<BoxedUnit> & Serializable) () -> BoxedUnit.UNIT);
  }

  @Override
  public void close() {
    underWay.forEach(SimpleFutureAction::cancel);
    underWay.clear();
  }
}

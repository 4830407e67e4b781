package org.novacat.jobs.spark;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkException;
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
  private final Deque<SimpleFutureAction<BoxedUnit>> underWay = new ArrayDeque<>();
  private final BlockingQueue<R> results = new LinkedBlockingQueue<>();
  private @Nullable R next;

  /** What an executor does with one bin. */
  public interface Work<B, R> extends Function<B, R>, Serializable {}

  /**
   * Nothing runs before the first question.
   *
   * @param waves lists of bins, asked for only when there is room for one; it may say that there is
   *     none for now, and then this iterator says so too
   * @param stop asked now and then; once true, the iterator ends
   */
  public Waves(
      JavaSparkContext spark, Iterator<List<B>> waves, Work<B, R> work, BooleanSupplier stop) {
    this.spark = spark;
    this.waves = waves;
    this.work = work;
    this.stop = stop;
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
    R result = next;
    next = null;
    return result;
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
    RDD<R> rdd = spark.parallelize(bins, bins.size()).map(work).rdd();
    List<Object> partitions = List.copyOf(IntStream.range(0, bins.size()).boxed().toList());
    BlockingQueue<R> arrived = results;
    return spark
        .sc()
        .submitJob(
            rdd,
            (Function1<scala.collection.Iterator<R>, R> & Serializable) rows -> rows.next(),
            JavaConverters.asScalaBuffer(partitions).toSeq(),
            (Function2<Object, R, BoxedUnit> & Serializable)
                (partition, result) -> {
                  arrived.add(result);
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

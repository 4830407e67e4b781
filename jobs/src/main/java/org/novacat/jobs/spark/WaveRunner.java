package org.novacat.jobs.spark;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.rdd.RDD;
import scala.Function0;
import scala.Function1;
import scala.Function2;
import scala.collection.JavaConverters;
import scala.runtime.BoxedUnit;

/**
 * Runs bins of work on the executors and hands each bin's result to the caller as soon as its task
 * ends, while others still run. Bins come in waves, one Spark job a wave; two waves are under way
 * at a time, so that no core waits for a straggler, and the driver never holds the plan or the
 * results of more than two.
 */
public final class WaveRunner {
  private static final int WAVES_UNDER_WAY = 2;
  private static final long POLL_MILLIS = 20;

  private final JavaSparkContext spark;

  public WaveRunner(JavaSparkContext spark) {
    this.spark = spark;
  }

  /** What an executor does with one bin. */
  public interface Work<B, R> extends Function<B, R>, Serializable {}

  /**
   * Runs all waves.
   *
   * @param waves lists of bins, asked for only when there is room for one
   * @param onResult called in the calling thread, once for each bin, in the order in which they end
   * @throws InterruptedException when the calling thread is interrupted; what runs is cancelled
   * @throws IllegalStateException when a task failed more often than Spark retries
   */
  public <B extends Serializable, R> void run(
      Iterator<List<B>> waves, Work<B, R> work, Consumer<R> onResult) throws InterruptedException {
    BlockingQueue<R> results = new LinkedBlockingQueue<>();
    Deque<SimpleFutureAction<BoxedUnit>> underWay = new ArrayDeque<>();
    try {
      while (waves.hasNext() || !underWay.isEmpty()) {
        while (underWay.size() < WAVES_UNDER_WAY && waves.hasNext()) {
          underWay.add(submit(waves.next(), work, results));
        }
        drain(results, onResult);
        if (underWay.getFirst().isCompleted()) {
          await(underWay.removeFirst());
        }
      }
      for (R result = results.poll(); result != null; result = results.poll()) {
        onResult.accept(result);
      }
    } finally {
      underWay.forEach(SimpleFutureAction::cancel);
    }
  }

  private static <R> void drain(BlockingQueue<R> results, Consumer<R> onResult)
      throws InterruptedException {
    R result = results.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    while (result != null) {
      onResult.accept(result);
      result = results.poll();
    }
  }

  private static void await(SimpleFutureAction<BoxedUnit> wave) throws InterruptedException {
    try {
      wave.get();
    } catch (SparkException e) {
      throw new IllegalStateException("Cannot finish a wave: a task failed for good", e);
    }
  }

  private <B extends Serializable, R> SimpleFutureAction<BoxedUnit> submit(
      List<B> bins, Work<B, R> work, BlockingQueue<R> results) {
    RDD<R> rdd = spark.parallelize(bins, bins.size()).map(work).rdd();
    List<Object> partitions = List.copyOf(IntStream.range(0, bins.size()).boxed().toList());
    return spark
        .sc()
        .submitJob(
            rdd,
            (Function1<scala.collection.Iterator<R>, R> & Serializable) rows -> rows.next(),
            JavaConverters.asScalaBuffer(partitions).toSeq(),
            (Function2<Object, R, BoxedUnit> & Serializable)
                (partition, result) -> {
                  results.add(result);
                  return BoxedUnit.UNIT;
                },
            (Function0<BoxedUnit> & Serializable) () -> BoxedUnit.UNIT);
  }
}

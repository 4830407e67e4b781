package org.novacat.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class WaveRunnerTest {
  private final JavaSparkContext spark =
      new JavaSparkContext(Sparks.session("test").sparkContext());
  private final WaveRunner runner = new WaveRunner(spark);

  @Test
  void everyBin_givesItsResultOnce() throws InterruptedException {
    List<Integer> results = new ArrayList<>();

    runner.run(waves(10, 7).iterator(), bin -> bin * 2, results::add);

    assertThat(results)
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 70).mapToObj(i -> i * 2).toList());
  }

  @Test
  void noWaves_isNoWork() throws InterruptedException {
    List<Integer> results = new ArrayList<>();

    runner.run(waves(0, 1).iterator(), bin -> bin, results::add);

    assertThat(results).isEmpty();
  }

  @Test
  void waves_areAskedForOnlyWhenThereIsRoom() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    Iterator<List<Integer>> all = waves(20, 3).iterator();
    Iterator<List<Integer>> counted =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public List<Integer> next() {
            ahead.add(asked.incrementAndGet() - finished.get() / 3);
            return all.next();
          }
        };

    runner.run(counted, bin -> bin, result -> finished.incrementAndGet());

    assertThat(ahead).hasSize(20).allMatch(waves -> waves <= 3);
  }

  @Test
  void taskThatFailsForGood_isThrown() {
    assertThatThrownBy(
            () ->
                runner.run(
                    waves(1, 2).iterator(),
                    bin -> {
                      throw new IllegalArgumentException("bin " + bin);
                    },
                    result -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot finish a wave: a task failed for good")
        .hasStackTraceContaining("IllegalArgumentException: bin");
  }

  private static List<List<Integer>> waves(int count, int size) {
    return IntStream.range(0, count)
        .mapToObj(wave -> IntStream.range(wave * size, (wave + 1) * size).boxed().toList())
        .toList();
  }
}

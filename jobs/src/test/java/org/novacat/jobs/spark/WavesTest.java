package org.novacat.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;

class WavesTest {
  private final JavaSparkContext spark =
      new JavaSparkContext(Sparks.session("test").sparkContext());
  private final List<Invocation> invocations = new ArrayList<>();
  private final Waves.Task<Integer> task =
      new Waves.Task<>(
          "Double", new AtomicInteger(), (invocation, result) -> invocations.add(invocation));

  @Test
  void everyBin_givesItsResultOnce() {
    assertThat(results(waves(10, 7), bin -> bin * 2, WavesTest::never))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 70).mapToObj(i -> i * 2).toList());
  }

  @Test
  void everyInvocation_isToldWithTheNumberOfItsBin() {
    results(waves(3, 2), bin -> bin, WavesTest::never);
    results(waves(1, 2), bin -> bin, WavesTest::never);

    assertThat(invocations)
        .extracting(Invocation::bin)
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(invocations).allMatch(one -> one.attempt() == 1 && !one.took().isNegative());
  }

  @Test
  void invocationsThatFail_areHeardOf_thoughTheySendNothingBack() throws Exception {
    FailedTasks failed = new FailedTasks();
    List<FailedTasks.FailedTask> heard = new ArrayList<>();
    spark.sc().addSparkListener(failed);
    Waves.Work<Integer, Integer> failing =
        bin -> {
          throw new IllegalArgumentException("bin " + bin);
        };

    assertThatThrownBy(() -> results(waves(1, 1), failing, WavesTest::never))
        .isInstanceOf(IllegalStateException.class);
    spark.sc().listenerBus().waitUntilEmpty();
    heard.addAll(failed.take());

    assertThat(heard).hasSize(1);
    assertThat(heard.get(0).task()).isEqualTo("Double");
    assertThat(heard.get(0).invocation().bin()).isEqualTo(1);
    assertThat(heard.get(0).why()).contains("IllegalArgumentException: bin 0");
    assertThat(invocations).isEmpty();
  }

  @Test
  void noWaves_isNoWork() {
    assertThat(results(Stream.of(), bin -> bin, WavesTest::never)).isEmpty();
  }

  @Test
  void waves_areAskedForOnlyWhenThereIsRoom() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger finished = new AtomicInteger();
    List<Integer> ahead = new ArrayList<>();
    Stream<List<Integer>> counted =
        waves(20, 3).peek(wave -> ahead.add(asked.incrementAndGet() - finished.get() / 3));

    try (Waves<Integer, Integer> waves =
        new Waves<>(spark, counted.iterator(), bin -> bin, WavesTest::never, task)) {
      waves.forEachRemaining(result -> finished.incrementAndGet());
    }

    // Two under way, one more that has ended but whose results are being taken, and the iterator
    // of a stream looks one ahead.
    assertThat(ahead).hasSize(20).allMatch(waves -> waves <= 4);
  }

  @Test
  void stop_endsTheIteratorBeforeAllWaves() {
    AtomicInteger taken = new AtomicInteger();

    try (Waves<Integer, Integer> waves =
        new Waves<>(spark, waves(50, 2).iterator(), bin -> bin, () -> taken.get() >= 4, task)) {
      waves.forEachRemaining(result -> taken.incrementAndGet());
    }

    assertThat(taken).hasValue(4);
  }

  @Test
  void taskThatFailsForGood_isThrown() {
    Waves.Work<Integer, Integer> failing =
        bin -> {
          throw new IllegalArgumentException("bin " + bin);
        };

    assertThatThrownBy(() -> results(waves(1, 2), failing, WavesTest::never))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Cannot finish a wave: a task failed for good")
        .hasStackTraceContaining("IllegalArgumentException: bin");
  }

  private List<Integer> results(
      Stream<List<Integer>> bins, Waves.Work<Integer, Integer> work, BooleanSupplier stop) {
    List<Integer> results = new ArrayList<>();
    Iterator<List<Integer>> iterator = bins.iterator();
    try (Waves<Integer, Integer> waves = new Waves<>(spark, iterator, work, stop, task)) {
      waves.forEachRemaining(results::add);
    }
    return results;
  }

  private static Stream<List<Integer>> waves(int count, int size) {
    return IntStream.range(0, count)
        .mapToObj(wave -> IntStream.range(wave * size, (wave + 1) * size).boxed().toList());
  }

  private static boolean never() {
    return false;
  }
}

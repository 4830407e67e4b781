package org.novacat.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novacat.jobs.spark.TimeLimit.StuckThreadsError;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FileGuardTest {
  private static String postponed(Postponement why) {
    return "postponed: " + why.why();
  }

  @Test
  void workThatEnds_isDoneOnce() {
    AtomicInteger tries = new AtomicInteger();

    assertThat(FileGuard.run(() -> "done " + tries.incrementAndGet(), FileGuardTest::postponed))
        .isEqualTo("done 1");
  }

  @Test
  void workThatRunsOutOfMemoryBesideOthers_isDoneAlone() {
    AtomicInteger tries = new AtomicInteger();

    String ended =
        FileGuard.run(
            () -> {
              if (tries.incrementAndGet() == 1) {
                throw new OutOfMemoryError("Java heap space");
              }
              return "done";
            },
            FileGuardTest::postponed);

    assertThat(ended).isEqualTo("done");
    assertThat(tries).hasValue(2);
  }

  @Test
  void workThatNeedsMoreThanTheHeap_isPostponedAndSaysWhatToDo() {
    String ended =
        FileGuard.run(
            () -> {
              byte[] larger = new byte[Integer.MAX_VALUE]; // than any array of this JVM
              return "done " + larger.length;
            },
            FileGuardTest::postponed);

    assertThat(ended)
        .startsWith("postponed: Cannot work on file: the heap of ")
        .contains("even alone: Requested array size exceeds VM limit")
        .contains("NOVACAT_JAVA_OPTS=-Xmx%sm".formatted(2 * heapMib()));
  }

  @Test
  void workThatNestsTooDeep_isPostponedAndSaysWhatToDo() {
    assertThat(FileGuard.run(() -> "" + depth(0), FileGuardTest::postponed))
        .contains("nests deeper than the stack")
        .contains("-Xss8m");
  }

  /** More memory would not help, and neither would a second try: they are as stuck then. */
  @Test
  void workBesideTooManyStuckThreads_isPostponedAndSaysSo() {
    AtomicInteger tries = new AtomicInteger();

    String ended =
        FileGuard.run(
            () -> {
              tries.incrementAndGet();
              throw new StuckThreadsError(16);
            },
            FileGuardTest::postponed);

    assertThat(ended)
        .startsWith("postponed: Cannot begin file: the work on 16 others")
        .doesNotContain("heap");
    assertThat(tries).hasValue(1);
  }

  /** The control: without the guard it is thrown, which Spark answers by ending the JVM. */
  @Test
  void exceptionsAndOtherErrors_areThrown() {
    assertThatThrownBy(
            () ->
                FileGuard.run(
                    () -> {
                      throw new IllegalStateException("a fault");
                    },
                    FileGuardTest::postponed))
        .hasMessage("a fault");
    assertThatThrownBy(() -> depth(0)).isInstanceOf(StackOverflowError.class);
  }

  @Test
  void secondTry_waitsForTheOthersAndKeepsThemOut() throws Exception {
    CountDownLatch otherBegan = new CountDownLatch(1);
    CountDownLatch firstTryFailed = new CountDownLatch(1);
    AtomicInteger underWay = new AtomicInteger();
    AtomicInteger besideSecondTry = new AtomicInteger(-1);
    AtomicInteger tries = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(2);

    Future<String> other =
        threads.submit(
            () ->
                FileGuard.run(
                    () -> {
                      underWay.incrementAndGet();
                      otherBegan.countDown();
                      await(firstTryFailed);
                      underWay.decrementAndGet();
                      return "other";
                    },
                    FileGuardTest::postponed));
    await(otherBegan);
    Future<String> large =
        threads.submit(
            () ->
                FileGuard.run(
                    () -> {
                      if (tries.incrementAndGet() == 1) {
                        firstTryFailed.countDown();
                        throw new OutOfMemoryError("Java heap space");
                      }
                      besideSecondTry.set(underWay.get());
                      return "large";
                    },
                    FileGuardTest::postponed));

    assertThat(List.of(other.get(), large.get())).containsExactly("other", "large");
    assertThat(besideSecondTry).hasValue(0);
    threads.shutdownNow();
  }

  /** Deeper than any stack. */
  private static int depth(int from) {
    return from == Integer.MAX_VALUE ? 0 : 1 + depth(from + 1);
  }

  private static long heapMib() {
    return Runtime.getRuntime().maxMemory() >> 20;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

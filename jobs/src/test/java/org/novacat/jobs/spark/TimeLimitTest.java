package org.novacat.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.novacat.jobs.spark.TimeLimit.StuckThreadsError;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TimeLimitTest {
  private static final Duration SHORT = Duration.ofMillis(50);

  private static String timedOut(Duration limit) {
    return "timed out after " + limit;
  }

  private final CountDownLatch end = new CountDownLatch(1);

  /** Other tests of this JVM begin with none. */
  @AfterEach
  void letStubbornWorkEnd() {
    end.countDown();
    while (TimeLimit.abandoned() > 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void workThatEndsInTime_givesItsValue() {
    assertThat(TimeLimit.run(TimeLimit.DEFAULT, () -> "done", TimeLimitTest::timedOut))
        .isEqualTo("done");
  }

  /** The control: the same work under no such limit ends with its value. */
  @Test
  void longestLimit_isNoLimit() {
    assertThat(
            TimeLimit.run(
                Duration.ofSeconds(Long.MAX_VALUE), () -> "done", TimeLimitTest::timedOut))
        .isEqualTo("done");
  }

  @Test
  void workThatLooksForTheInterruption_endsWithTheLimit() throws InterruptedException {
    CountDownLatch noticed = new CountDownLatch(1);

    String ended =
        TimeLimit.run(
            SHORT,
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              noticed.countDown();
              return "too late";
            },
            TimeLimitTest::timedOut);

    assertThat(ended).isEqualTo("timed out after PT0.05S");
    noticed.await();
  }

  @Test
  void workThatDoesNotStop_isGivenUp() {
    assertThat(TimeLimit.run(SHORT, this::stubborn, TimeLimitTest::timedOut))
        .isEqualTo("timed out after PT0.05S");
  }

  @Test
  void threadsThatDoNotStop_haveABoundWhichIsNoVerdict() {
    for (int i = 0; i < TimeLimit.MOST_ABANDONED; i++) {
      TimeLimit.run(Duration.ofMillis(1), this::stubborn, TimeLimitTest::timedOut);
    }

    assertThatThrownBy(
            () -> TimeLimit.run(TimeLimit.DEFAULT, () -> "next", TimeLimitTest::timedOut))
        .isInstanceOf(StuckThreadsError.class)
        .hasMessageStartingWith("Cannot begin file: the work on 16 others");
  }

  @Test
  void errorsAndExceptions_areThoseOfTheWork() {
    assertThatThrownBy(
            () ->
                TimeLimit.run(TimeLimit.DEFAULT, TimeLimitTest::exhausted, TimeLimitTest::timedOut))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("Java heap space");
  }

  @Test
  void interruptedWait_interruptsTheWork() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> TimeLimit.run(TimeLimit.DEFAULT, this::stubborn, TimeLimitTest::timedOut))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static String exhausted() {
    throw new OutOfMemoryError("Java heap space");
  }

  /** Ends with the test, whoever interrupts it. */
  private String stubborn() {
    while (true) {
      try {
        end.await();
        return "too late";
      } catch (InterruptedException e) {
        // This is what is tested.
      }
    }
  }
}

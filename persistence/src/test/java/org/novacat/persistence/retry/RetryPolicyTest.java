package org.novacat.persistence.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.novacat.layouts.testing.Seeded;

class RetryPolicyTest {
  @Test
  void workflowSteps_wait2And10And30Seconds() {
    assertThat(waits(RetryPolicy.WORKFLOW_STEP))
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @MethodSource("jittered")
  void jitteredWaits_neverExceedTheirStep(RetryPolicy policy) {
    Seeded.cases(
        200,
        random -> {
          int retry = 1 + random.nextInt(30);
          Duration full = policy.firstWait().multipliedBy(1L << Math.min(retry - 1, 20));
          Duration most = full.compareTo(policy.longestWait()) < 0 ? full : policy.longestWait();
          assertThat(policy.waitBefore(retry, random)).isBetween(Duration.ZERO, most);
        });
  }

  static Stream<RetryPolicy> jittered() {
    return Stream.of(RetryPolicy.PROMPT, RetryPolicy.PATIENT);
  }

  private static List<Duration> waits(RetryPolicy policy) {
    return IntStream.rangeClosed(1, policy.retries())
        .mapToObj(retry -> policy.waitBefore(retry, new Random(1)))
        .toList();
  }
}

package org.novacat.persistence.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UsageTest {
  private static final long NO_REQUESTS = 0;

  /** A clock that began long before, as System.nanoTime may: below zero. */
  private static final long START = -Duration.ofHours(1).toNanos();

  private final Usage usage = new Usage(Duration.ofSeconds(10), START);

  @Test
  void nobodyComes_endsAfterTheIdleTime() {
    assertThat(usage.endIfIdle(NO_REQUESTS, at(9.9))).isFalse();
    assertThat(usage.endIfIdle(NO_REQUESTS, at(10))).isTrue();
  }

  @Test
  void openLease_keepsTheServerForAnyTime() {
    usage.begin();

    assertThat(usage.endIfIdle(NO_REQUESTS, at(1_000))).isFalse();
  }

  @Test
  void closedLease_startsTheIdleTime() {
    usage.begin();
    usage.end(at(100));

    assertThat(usage.endIfIdle(NO_REQUESTS, at(109))).isFalse();
    assertThat(usage.endIfIdle(NO_REQUESTS, at(110))).isTrue();
  }

  @Test
  void oneOfTwoLeasesClosed_keepsTheServer() {
    usage.begin();
    usage.begin();
    usage.end(at(100));

    assertThat(usage.endIfIdle(NO_REQUESTS, at(1_000))).isFalse();
  }

  @Test
  void requestsWithoutALease_startTheIdleTimeAnew() {
    assertThat(usage.endIfIdle(1, at(9))).isFalse();
    assertThat(usage.endIfIdle(1, at(18))).isFalse();
    assertThat(usage.endIfIdle(1, at(19))).isTrue();
  }

  @Test
  void afterTheDecisionToEnd_nobodyGetsALease() {
    assertThat(usage.begin()).isTrue();
    usage.end(at(0));
    assertThat(usage.endIfIdle(NO_REQUESTS, at(10))).isTrue();

    assertThat(usage.begin()).isFalse();
    assertThat(usage.endIfIdle(5, at(10.1))).isTrue();
  }

  private static long at(double seconds) {
    return START + (long) (seconds * 1e9);
  }
}

package org.novacat.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WatchdogTest {
  @Test
  void taskThatEnds_givesItsResult() throws InterruptedException {
    try (Watchdog watchdog = new Watchdog(Duration.ofSeconds(30))) {
      assertThat(watchdog.<Integer>call(() -> 1)).isEqualTo(1);
      assertThat(watchdog.<Integer>call(() -> 2)).isEqualTo(2);
    }
  }

  @Test
  void taskThatRunsOn_isGivenUp_withThePlaceWhereItIs() {
    AtomicBoolean stop = new AtomicBoolean();
    try (Watchdog watchdog = new Watchdog(Duration.ofMillis(50))) {
      assertThatThrownBy(() -> watchdog.call(() -> spin(stop)))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("more than PT0.05S")
          .hasMessageContaining("WatchdogTest.spin");
    } finally {
      stop.set(true);
    }
  }

  @Test
  void taskThatFails_failsTheCaller() {
    try (Watchdog watchdog = new Watchdog(Duration.ofSeconds(30))) {
      assertThatThrownBy(
              () ->
                  watchdog.call(
                      () -> {
                        throw new IllegalStateException("broken");
                      }))
          .isInstanceOf(AssertionError.class)
          .hasRootCauseMessage("broken");
    }
  }

  private static boolean spin(AtomicBoolean stop) {
    while (!stop.get()) {
      Thread.onSpinWait();
    }
    return true;
  }
}

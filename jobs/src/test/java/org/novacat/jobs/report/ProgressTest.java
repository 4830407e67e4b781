package org.novacat.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong clock = new AtomicLong();

  @Test
  void terminal_showsRateAndTimeLeft() {
    try (Progress progress = new Progress(out, true, "spectra", 2000, clock::get)) {
      clock.set(10_000_000_000L);
      progress.add(500);
    }

    assertThat(printed()).contains("500 of 2,000 spectra  25%  50/s  0:30 left");
  }

  @Test
  void quickSteps_areShownAtMostFiveTimesASecond() {
    Progress progress = new Progress(out, true, "spectra", 100, clock::get);

    for (int i = 1; i <= 100; i++) {
      clock.set(i * 10_000_000L);
      progress.add(1);
    }

    assertThat(printed().split("\r")).hasSizeLessThanOrEqualTo(7);
  }

  @Test
  void noTerminal_showsNothing() {
    try (Progress progress = new Progress(out, false, "spectra", 10, clock::get)) {
      progress.add(10);
    }

    assertThat(bytes.size()).isZero();
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

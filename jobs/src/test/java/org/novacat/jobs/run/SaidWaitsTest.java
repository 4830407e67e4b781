package org.novacat.jobs.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.novacat.jobs.run.StoreCommand.SaidWaits;
import org.novacat.persistence.retry.Waiting;

class SaidWaitsTest {
  private final StringWriter err = new StringWriter();
  private final SaidWaits waits = new SaidWaits(new PrintWriter(err));

  @Test
  void wait_isOneSentence_andItsEndAnother() {
    waits.waits(
        new Waiting(
            "the table to write a / b",
            "another process is writing to 'x'",
            Duration.ofSeconds(10),
            Duration.ofSeconds(590)));
    waits.goesOn(Duration.ofSeconds(43));

    assertThat(err)
        .hasToString(
            """
            Waiting for the table to write a / b: another process is writing to 'x' (for 10 s now, at most 9 min 50 s longer)
            Going on after 43 s of waiting.
            """);
  }
}

package org.novacat.jobs.run;

import java.io.PrintWriter;
import java.time.Duration;
import org.novacat.jobs.report.Progress;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waiting;

/** Says on standard error what a run waits for. */
final class SaidWaits implements WaitListener {
  private final PrintWriter err;

  SaidWaits(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void waits(Waiting waiting) {
    say(
        "Waiting for %s: %s (for %s now, at most %s longer)"
            .formatted(
                waiting.what(), waiting.why(), words(waiting.soFar()), words(waiting.atMost())));
  }

  @Override
  public void goesOn(Duration after) {
    say("Going on after %s of waiting.".formatted(words(after)));
  }

  private void say(String sentence) {
    err.println(Progress.clearLine() + sentence);
    err.flush();
  }

  private static String words(Duration time) {
    String seconds = time.toSecondsPart() + " s";
    return time.toMinutes() == 0 ? seconds : time.toMinutes() + " min " + seconds;
  }
}

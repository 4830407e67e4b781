package org.novacat.jobs.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.item.Attempt;
import org.novacat.persistence.item.AttemptOutcome;

/** Records the invocations of tasks, a hundred at a time. Used by the driver's one thread. */
final class AttemptLog {
  private static final int MOST_AT_ONCE = 100;

  private final Consumer<List<Attempt>> recorder;
  private final List<Attempt> waiting = new ArrayList<>();

  /** A log that hands its entries to {@code recorder}. */
  AttemptLog(Consumer<List<Attempt>> recorder) {
    this.recorder = recorder;
  }

  /** A task that postponed a product has failed in a way that may pass. */
  void add(BinResult result) {
    TaskOutcome.Postponed postponed = firstPostponed(result);
    BinResult.Invocation invocation = result.invocation();
    waiting.add(
        new Attempt(
            String.format(Locale.ROOT, "ValidateSpectra.%06d", invocation.bin()),
            invocation.attempt(),
            invocation.at(),
            invocation.took(),
            postponed == null ? AttemptOutcome.SUCCEEDED : AttemptOutcome.RETRYABLE_FAILURE,
            postponed == null ? null : postponed.product(),
            postponed == null ? null : postponed.fault()));
    if (waiting.size() >= MOST_AT_ONCE) {
      flush();
    }
  }

  private static TaskOutcome.@Nullable Postponed firstPostponed(BinResult result) {
    for (TaskOutcome outcome : result.outcomes()) {
      if (outcome instanceof TaskOutcome.Postponed postponed) {
        return postponed;
      }
    }
    return null;
  }

  /** Records what waits. */
  void flush() {
    if (!waiting.isEmpty()) {
      recorder.accept(List.copyOf(waiting));
      waiting.clear();
    }
  }
}

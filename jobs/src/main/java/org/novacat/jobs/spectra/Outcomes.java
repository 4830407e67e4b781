package org.novacat.jobs.spectra;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.product.ProfileChoice;
import org.novacat.persistence.product.QuarantineFacts;

/** What tasks found, in the words of the table wrapper. */
final class Outcomes {
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  private Outcomes() {}

  /**
   * The outcome to record.
   *
   * @param now when a postponed product's wait begins
   */
  static ValidationOutcome of(PlannedProduct planned, TaskOutcome found, Instant now) {
    if (found instanceof TaskOutcome.Validated validated) {
      return valid(planned, validated);
    }
    if (found instanceof TaskOutcome.Refused refused) {
      return quarantined(planned, refused);
    }
    TaskOutcome.Postponed postponed = (TaskOutcome.Postponed) found;
    return new ValidationOutcome.RetryLater(
        planned.ref(), postponed.fault(), now.plus(pause(planned, postponed)));
  }

  /** A larger heap is there with the next run, a store may need its time. */
  private static Duration pause(PlannedProduct planned, TaskOutcome.Postponed postponed) {
    return postponed.postponement().code() == PostponedCode.STORE_FAILED
        ? backoff(planned.attemptsBefore())
        : Duration.ZERO;
  }

  /** A wait that doubles with each try before, up to a day. */
  static Duration backoff(long attemptsBefore) {
    int doublings = (int) Math.min(attemptsBefore, 20);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private static ValidationOutcome valid(PlannedProduct planned, TaskOutcome.Validated found) {
    return new ValidationOutcome.Valid(
        planned.ref(),
        planned.sha256(),
        profile(found.profile(), found.notes()),
        found.summary(),
        NovaCatKeys.derivedFolder(planned.nova(), planned.product()),
        found.objects());
  }

  private static ValidationOutcome quarantined(PlannedProduct planned, TaskOutcome.Refused found) {
    QuarantineFacts facts =
        new QuarantineFacts(
            found.reason(), found.detail(), found.message(), found.facts(), found.folder());
    boolean recognised = !found.profile().profile().isEmpty();
    return new ValidationOutcome.Quarantined(
        planned.ref(),
        planned.sha256(),
        facts,
        recognised ? profile(found.profile(), List.of()) : null,
        found.objects());
  }

  private static ProfileChoice profile(TaskOutcome.Reading reading, List<String> notes) {
    return new ProfileChoice(reading.profile(), reading.inputs(), notes, reading.headerSignature());
  }
}

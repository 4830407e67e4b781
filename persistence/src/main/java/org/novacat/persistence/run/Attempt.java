package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/**
 * One invocation of one task of a run, retries included.
 *
 * @param task e.g. {@code ValidateSpectra}; without {@code #}
 * @param number 1 for the first
 * @param at when it began
 * @param productId what it was about; null when about no product
 * @param errorFingerprint what kind of fault ended it; null when none did
 */
public record Attempt(
    String task,
    int number,
    Instant at,
    Duration took,
    AttemptOutcome outcome,
    @Nullable DataProductId productId,
    @Nullable String errorFingerprint) {
  private static final RecordType<Attempt> FIELDS =
      RecordType.of(Attempt.class)
          .required("task_name", Types.WORDS, Attempt::task)
          .required("attempt_number", Types.COUNT, Attempt::number)
          .required("attempted_at", Types.INSTANT, Attempt::at)
          .required("duration_ms", Types.MILLIS, Attempt::took)
          .required("outcome", Types.oneOf(AttemptOutcome.class), Attempt::outcome)
          .optional("data_product_id", Types.PRODUCT_ID, Attempt::productId)
          .optional("error_fingerprint", Types.WORDS, Attempt::errorFingerprint);
  private static final Field<JobRunId> JOB_RUN_ID = Field.required("job_run_id", Types.RUN_ID);

  /** As an item. */
  public static final Shape SHAPE =
      Shape.first(
          "Attempt",
          "as its JobRun",
          "ATTEMPT#<job_run_id>#<task_name>[:<data_product_id>]#<attempt_number>#<timestamp>",
          Stream.concat(FIELDS.fields().stream(), Stream.of(JOB_RUN_ID)).toList());

  public Attempt {
    requireNonNull(task, "task is null");
    requireNonNull(at, "at is null");
    requireNonNull(took, "took is null");
    requireNonNull(outcome, "outcome is null");
    if (task.isBlank() || task.contains("#") || number < 1) {
      throw new IllegalArgumentException(
          "Cannot record attempt %s of task '%s': a task has a name without '#', attempts count from 1"
              .formatted(number, task));
    }
  }

  /**
   * This as an item.
   *
   * @param partition of its run
   */
  RawItem item(String partition, JobRunId run, Stamp stamp) {
    String what = productId == null ? task : task + ":" + productId;
    ItemKey key = new ItemKey(partition, Keys.attempt(run, what, number, at));
    return Changes.orNew(SHAPE, key, stamp)
        .set(JOB_RUN_ID, run)
        .set(FIELDS, this)
        .item(stamp.fresh());
  }

  /** What an item holds. */
  public static Attempt read(RawItem item) {
    return FIELDS.read(SHAPE.read(item));
  }
}

package org.novacat.persistence.run;

import java.time.Duration;
import java.time.Instant;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/** Attempt as an item. */
public final class AttemptItem {
  public static final Field<JobRunId> JOB_RUN_ID = Field.required("job_run_id", Types.RUN_ID);
  public static final Field<String> TASK = Field.required("task_name", Types.WORDS);
  public static final Field<Long> NUMBER = Field.required("attempt_number", Types.WHOLE);
  public static final Field<Instant> AT = Field.required("attempted_at", Types.INSTANT);
  public static final Field<Long> TOOK = Field.required("duration_ms", Types.WHOLE);
  public static final Field<AttemptOutcome> OUTCOME =
      Field.required("outcome", Types.oneOf(AttemptOutcome.class));
  public static final Field<DataProductId> PRODUCT_ID =
      Field.optional("data_product_id", Types.PRODUCT_ID);
  public static final Field<String> ERROR = Field.optional("error_fingerprint", Types.WORDS);

  public static final Shape SHAPE =
      Shape.first(
          "Attempt",
          "as its JobRun",
          "ATTEMPT#<job_run_id>#<task_name>[:<data_product_id>]#<attempt_number>#<timestamp>",
          JOB_RUN_ID,
          TASK,
          NUMBER,
          AT,
          TOOK,
          OUTCOME,
          PRODUCT_ID,
          ERROR);

  private AttemptItem() {}

  /**
   * An attempt as an item.
   *
   * @param partition of its run
   */
  public static RawItem write(String partition, JobRunId run, Attempt attempt, Stamp stamp) {
    DataProductId product = attempt.productId();
    String task = product == null ? attempt.task() : attempt.task() + ":" + product;
    ItemKey key = new ItemKey(partition, Keys.attempt(run, task, attempt.number(), attempt.at()));
    return new ItemDraft(SHAPE, key, stamp.fresh())
        .with(JOB_RUN_ID, run)
        .with(TASK, attempt.task())
        .with(NUMBER, (long) attempt.number())
        .with(AT, attempt.at())
        .with(TOOK, attempt.took().toMillis())
        .with(OUTCOME, attempt.outcome())
        .with(PRODUCT_ID, product)
        .with(ERROR, attempt.errorFingerprint())
        .item();
  }

  public static Attempt read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new Attempt(
        fields.get(TASK),
        fields.get(NUMBER).intValue(),
        fields.get(AT),
        Duration.ofMillis(fields.get(TOOK)),
        fields.get(OUTCOME),
        fields.find(PRODUCT_ID),
        fields.find(ERROR));
  }
}

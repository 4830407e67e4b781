package org.novacat.persistence.run;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/** JobRun as an item, and its copy in the directory of all runs. */
public final class JobRunItem {
  public static final Field<JobRunId> JOB_RUN_ID = Field.required("job_run_id", Types.RUN_ID);
  public static final Field<String> WORKFLOW = Field.required("workflow_name", Types.TEXT);
  public static final Field<String> CORRELATION_ID = Field.required("correlation_id", Types.TEXT);
  public static final Field<NovaId> NOVA_ID = Field.optional("nova_id", Types.NOVA_ID);
  public static final Field<Instant> STARTED_AT = Field.required("started_at", Types.INSTANT);
  public static final Field<Instant> ENDED_AT = Field.optional("ended_at", Types.INSTANT);
  public static final Field<RunStatus> STATUS =
      Field.required("status", Types.oneOf(RunStatus.class));
  public static final Field<Map<String, String>> SUMMARY = Field.optional("summary", Types.FACTS);

  public static final Shape SHAPE =
      Shape.first(
          "JobRun",
          "<nova_id> or WORKFLOW#<correlation_id>",
          "JOBRUN#<workflow_name>#<started_at>#<job_run_id>",
          JOB_RUN_ID,
          WORKFLOW,
          CORRELATION_ID,
          NOVA_ID,
          STARTED_AT,
          ENDED_AT,
          STATUS,
          SUMMARY);

  private JobRunItem() {}

  public static ItemKey key(JobRun run) {
    return new ItemKey(
        partition(run.novaId(), run.correlationId()),
        Keys.jobRun(run.workflow(), run.startedAt(), run.id()));
  }

  /** Where the copy lies that lists the run among all, and keeps its id unique. */
  public static ItemKey listing(JobRunId id) {
    return Keys.runListing(id);
  }

  public static RawItem write(JobRun run, ItemKey key) {
    return new ItemDraft(SHAPE, key, run.meta())
        .with(JOB_RUN_ID, run.id())
        .with(WORKFLOW, run.workflow())
        .with(CORRELATION_ID, run.correlationId())
        .with(NOVA_ID, run.novaId())
        .with(STARTED_AT, run.startedAt())
        .with(ENDED_AT, run.endedAt())
        .with(STATUS, run.status())
        .with(SUMMARY, run.summary().isEmpty() ? null : run.summary())
        .item();
  }

  public static JobRun read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new JobRun(
        fields.get(JOB_RUN_ID),
        fields.get(WORKFLOW),
        fields.get(CORRELATION_ID),
        fields.find(NOVA_ID),
        fields.get(STARTED_AT),
        fields.find(ENDED_AT),
        fields.get(STATUS),
        fields.get(SUMMARY, Map.of()),
        fields.meta());
  }

  /** The partition of a run and its attempts. */
  public static String partition(@Nullable NovaId nova, String correlationId) {
    return Keys.partition(nova, correlationId);
  }
}

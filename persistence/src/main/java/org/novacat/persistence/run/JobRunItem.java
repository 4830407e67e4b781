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
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/** JobRun as an item, and its copy in the directory of all runs. */
public final class JobRunItem {
  public static final Field<JobRunId> JOB_RUN_ID = Field.required("job_run_id", Types.RUN_ID);
  public static final Field<String> WORKFLOW = Field.required("workflow_name", Types.TEXT);
  static final Field<String> KEY = Field.optional("idempotency_key", Types.TEXT);
  public static final Field<String> CORRELATION_ID = Field.required("correlation_id", Types.TEXT);
  public static final Field<NovaId> NOVA_ID = Field.optional("nova_id", Types.NOVA_ID);
  public static final Field<Instant> STARTED_AT = Field.required("started_at", Types.INSTANT);
  public static final Field<Instant> ENDED_AT = Field.optional("ended_at", Types.INSTANT);
  public static final Field<RunStatus> STATUS =
      Field.required("status", Types.oneOf(RunStatus.class));
  public static final Field<Map<String, String>> SUMMARY = Field.optional("summary", Types.FACTS);
  public static final Field<String> LOG_GROUP = Field.optional("log_group", Types.TEXT);
  public static final Field<String> LOG_STREAM = Field.optional("log_stream", Types.TEXT);
  public static final Field<String> LOG_RUN_ID = Field.optional("log_run_id", Types.TEXT);

  public static final Shape SHAPE =
      Shape.first(
          "JobRun",
          "<nova_id> or WORKFLOW#<correlation_id>",
          "JOBRUN#<workflow_name>#<started_at>#<job_run_id>",
          JOB_RUN_ID,
          WORKFLOW,
          KEY,
          CORRELATION_ID,
          NOVA_ID,
          STARTED_AT,
          ENDED_AT,
          STATUS,
          SUMMARY,
          LOG_GROUP,
          LOG_STREAM,
          LOG_RUN_ID);

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
    RunKey work = run.key();
    LogPointers logs = run.logs();
    return new ItemDraft(SHAPE, key, run.meta())
        .with(JOB_RUN_ID, run.id())
        .with(WORKFLOW, run.workflow())
        .with(KEY, work == null ? null : work.text())
        .with(CORRELATION_ID, run.correlationId())
        .with(NOVA_ID, run.novaId())
        .with(STARTED_AT, run.startedAt())
        .with(ENDED_AT, run.endedAt())
        .with(STATUS, run.status())
        .with(SUMMARY, run.summary().isEmpty() ? null : run.summary())
        .with(LOG_GROUP, logs == null ? null : logs.group())
        .with(LOG_STREAM, logs == null ? null : logs.stream())
        .with(LOG_RUN_ID, logs == null ? null : logs.runId())
        .item();
  }

  public static JobRun read(RawItem item) {
    Fields fields = SHAPE.read(item);
    String work = fields.find(KEY);
    return new JobRun(
        fields.get(JOB_RUN_ID),
        fields.get(WORKFLOW),
        work == null ? null : RunKey.stored(work),
        fields.get(CORRELATION_ID),
        fields.find(NOVA_ID),
        fields.get(STARTED_AT),
        fields.find(ENDED_AT),
        fields.get(STATUS),
        fields.get(SUMMARY, Map.of()),
        logs(fields),
        fields.meta());
  }

  private static @Nullable LogPointers logs(Fields fields) {
    String group = fields.find(LOG_GROUP);
    return group == null
        ? null
        : new LogPointers(group, fields.get(LOG_STREAM), fields.get(LOG_RUN_ID));
  }

  /** The partition of a run and its attempts. */
  public static String partition(@Nullable NovaId nova, String correlationId) {
    return Keys.partition(nova, correlationId);
  }
}

package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.log.LogPointers;
import org.novacat.persistence.table.ItemKey;

/**
 * One run of one job.
 *
 * @param workflow e.g. {@code ingest-spectra}
 * @param key what it set out to do; null for runs of before there were keys
 * @param novaId null unless the run is about one nova alone
 * @param endedAt null while it runs, and for ever when it was killed
 * @param summary of its report: names and figures
 * @param logs where its log lies; null where nobody keeps it
 */
public record JobRun(
    JobRunId id,
    String workflow,
    @Nullable RunKey key,
    String correlationId,
    @Nullable NovaId novaId,
    Instant startedAt,
    @Nullable Instant endedAt,
    RunStatus status,
    Map<String, String> summary,
    @Nullable LogPointers logs,
    ItemMeta meta)
    implements Stored {
  private static final RecordType<LogPointers> LOGS =
      RecordType.of(LogPointers.class)
          .required("log_group", Types.TEXT, LogPointers::group)
          .required("log_stream", Types.TEXT, LogPointers::stream)
          .required("log_run_id", Types.TEXT, LogPointers::runId);
  static final Field<Instant> ENDED_AT = Field.optional("ended_at", Types.INSTANT);
  static final Field<RunStatus> STATUS = Field.required("status", Types.oneOf(RunStatus.class));
  static final Field<Map<String, String>> SUMMARY = Field.optional("summary", Types.FACTS);

  /** As an item. */
  public static final ItemType<JobRun> ITEM =
      ItemType.of(
          "JobRun",
          "<nova_id> or WORKFLOW#<correlation_id>",
          "JOBRUN#<workflow_name>#<started_at>#<job_run_id>",
          RecordType.of(JobRun.class)
              .required("job_run_id", Types.RUN_ID, JobRun::id)
              .required("workflow_name", Types.TEXT, JobRun::workflow)
              .optional("idempotency_key", Types.text(RunKey::text, RunKey::stored), JobRun::key)
              .required("correlation_id", Types.TEXT, JobRun::correlationId)
              .optional("nova_id", Types.NOVA_ID, JobRun::novaId)
              .required("started_at", Types.INSTANT, JobRun::startedAt)
              .field(ENDED_AT, JobRun::endedAt)
              .field(STATUS, JobRun::status)
              .known(SUMMARY, JobRun::summary, Map.of())
              .perhaps(LOGS, JobRun::logs),
          run ->
              new ItemKey(
                  Keys.partition(run.novaId(), run.correlationId()),
                  Keys.jobRun(run.workflow(), run.startedAt(), run.id())));

  private static final String LOCK = "JobRun:";

  /** Under this name the summary has the SHA-256 of the plan that was kept. */
  public static final String PLAN = "plan_sha256";

  /** Under this name the summary has the SHA-256 of the report that was kept. */
  public static final String REPORT = "report_sha256";

  public JobRun {
    requireNonNull(id, "id is null");
    requireNonNull(workflow, "workflow is null");
    requireNonNull(correlationId, "correlationId is null");
    requireNonNull(startedAt, "startedAt is null");
    requireNonNull(status, "status is null");
    requireNonNull(meta, "meta is null");
    summary = Map.copyOf(summary);
  }

  /** A run holds this lock for as long as its process lives, which tells dead runs from others. */
  public static LockRequest lock(JobRunId run) {
    return LockRequest.mutex(LOCK + run);
  }

  /** Whether a lock is one of these. */
  public static boolean isLock(String key) {
    return key.startsWith(LOCK);
  }
}

package org.novacat.persistence.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.log.LogPointers;

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
    ItemMeta meta) {
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
}

package org.novacat.persistence.medallion;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.novacat.layouts.id.RunId;
import org.novacat.layouts.id.Slug;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.run.RunStatus;

/**
 * One run of a job that makes tables, and the names of what it wrote; with the slugs and the day
 * they give the keys.
 *
 * @param day in UTC
 * @param landing file name; "" while there is none, as of the others
 * @param rowsIn rows read, {@code rowsOut + rowsRejected} once it has ended well
 */
public record TableRun(
    Slug workflow,
    Slug job,
    LocalDate day,
    RunId id,
    RunStatus status,
    String landing,
    String bronze,
    String silver,
    String gold,
    long rowsIn,
    long rowsOut,
    long rowsRejected,
    ItemMeta meta) {
  public TableRun {
    requireNonNull(workflow, "workflow is null");
    requireNonNull(job, "job is null");
    requireNonNull(day, "day is null");
    requireNonNull(id, "id is null");
    requireNonNull(status, "status is null");
    requireNonNull(landing, "landing is null");
    requireNonNull(bronze, "bronze is null");
    requireNonNull(silver, "silver is null");
    requireNonNull(gold, "gold is null");
    requireNonNull(meta, "meta is null");
    if (status == RunStatus.SUCCEEDED && rowsIn != rowsOut + rowsRejected) {
      throw new IllegalArgumentException(
          "Cannot build table run '%s': %s rows in are not %s out and %s rejected"
              .formatted(id, rowsIn, rowsOut, rowsRejected));
    }
  }

  /** Who replaces the current table of a job holds this lock. */
  public static LockRequest lock(Slug workflow, Slug job) {
    return LockRequest.mutex("IngestTable:%s:%s".formatted(workflow, job));
  }
}

package org.novacat.persistence.medallion;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import org.novacat.layouts.id.RunId;
import org.novacat.layouts.id.Slug;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
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
    ItemMeta meta)
    implements Stored {
  /** As an item. */
  public static final ItemType<TableRun> ITEM =
      ItemType.of(
          "TableRun",
          "TABLE#<workflow_slug>#<job_slug>",
          "RUN#<yyyymmdd>#<run_id>",
          RecordType.of(TableRun.class)
              .required("workflow_slug", Types.SLUG, TableRun::workflow)
              .required("job_slug", Types.SLUG, TableRun::job)
              .required("run_date", Types.DAY, TableRun::day)
              .required("run_id", Types.text(RunId::text, RunId::new), TableRun::id)
              .required("status", Types.oneOf(RunStatus.class), TableRun::status)
              .known("landing_filename", Types.TEXT, TableRun::landing, "")
              .known("bronze_filename", Types.TEXT, TableRun::bronze, "")
              .known("silver_filename", Types.TEXT, TableRun::silver, "")
              .known("gold_filename", Types.TEXT, TableRun::gold, "")
              .required("rows_in", Types.WHOLE, TableRun::rowsIn)
              .required("rows_out", Types.WHOLE, TableRun::rowsOut)
              .required("rows_rejected", Types.WHOLE, TableRun::rowsRejected),
          run -> Keys.tableRun(run.workflow(), run.job(), run.day(), run.id()));

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

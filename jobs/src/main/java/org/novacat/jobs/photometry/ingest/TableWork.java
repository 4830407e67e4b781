package org.novacat.jobs.photometry.ingest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.build.BuiltTable;
import org.novacat.jobs.photometry.build.PlannedTable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.store.Archive;
import org.novacat.transforms.photometry.band.BandRegistry;

/**
 * A table that this run builds under the nova's lock. Closing it gives the lock up.
 *
 * @param before the item as it was read; null when there is none
 * @param inputs hash of all that the table is made from
 * @param queue entries of the work queue that this settles
 */
record TableWork(
    PlannedTable plan,
    @Nullable PhotometryTable before,
    ContentHash inputs,
    List<WorkItem> queue,
    Lease lease,
    LeaseKeeper keeper)
    implements AutoCloseable {
  TableWork {
    queue = List.copyOf(queue);
  }

  /** Whether item and objects are those that would be built; the objects are read for it. */
  boolean isCurrent(Archive archive) {
    return before == null
        ? plan.parts().isEmpty()
        : before.inputs().equals(inputs)
            && is(archive, NovaCatKeys.photometryTable(plan.nova()), before.object().sha256())
            && is(archive, NovaCatKeys.photometryMetadata(plan.nova()), before.metadata())
            && is(archive, NovaCatKeys.lightcurvePng(plan.nova()), before.plot());
  }

  private static boolean is(Archive archive, LayoutKey key, ContentHash recorded) {
    return archive.sha256(key.key()).filter(recorded::equals).isPresent();
  }

  /** The item to record. */
  PhotometryTable table(BuiltTable.Facts facts, Instant now, JobRunId run) {
    ItemMeta meta =
        before == null
            ? new ItemMeta(now, now, 1, run)
            : new ItemMeta(before.meta().createdAt(), now, before.meta().version() + 1, run);
    return new PhotometryTable(
        plan.nova(),
        facts.object(),
        facts.metadata(),
        facts.plot(),
        PhotometryColumn.SCHEMA_VERSION,
        BandRegistry.standard().version(),
        inputs,
        facts.rows(),
        facts.accepted(),
        facts.duplicates(),
        facts.rejected(),
        facts.limits(),
        plan.parts().size(),
        facts.mjdMin(),
        facts.mjdMax(),
        meta);
  }

  @Override
  public void close() {
    keeper.close();
    lease.close();
  }
}

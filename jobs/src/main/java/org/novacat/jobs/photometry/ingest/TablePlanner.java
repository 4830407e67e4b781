package org.novacat.jobs.photometry.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.photometry.build.BuiltTable;
import org.novacat.jobs.photometry.build.PlannedTable;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.photometry.PhotometryPart;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.photometry.UploadVerdict;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Pointer;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.row.RowRules;

/**
 * Finds out what the table of a locked nova is to be made from. A merged nova has none any more:
 * its table becomes an empty one.
 */
final class TablePlanner {
  private final Novae novae;
  private final PhotometryTables tables;
  private final Uploads uploads;
  private final Archive archive;

  TablePlanner(Stores stores) {
    this.novae = stores.catalog().novae();
    this.tables = stores.catalog().photometryTables();
    this.uploads = stores.catalog().uploads();
    this.archive = stores.archive();
  }

  /**
   * The plan of a table.
   *
   * @throws IllegalStateException when the nova, or something that its parts need, is not there
   */
  TableWork plan(NovaId id, List<WorkItem> queue, Lease lease, LeaseKeeper keeper) {
    List<PhotometryPart> stored = tables.parts(id);
    Map<IngestFileId, PhotometryUpload> of =
        uploads.findAll(stored.stream().map(PhotometryPart::upload).toList());
    List<PhotometryPart> standing =
        stored.stream().filter(part -> stands(part, of.get(part.upload()))).toList();
    RowNova nova = nova(id, standing.size());
    PhotometryTable before = tables.find(id).orElse(null);
    ArrayList<PlannedTable.Part> parts = new ArrayList<>();
    standing.forEach(part -> parts.add(planned(part, of.get(part.upload()))));
    PlannedTable.ETags etags =
        new PlannedTable.ETags(
            etag(NovaCatKeys.photometryTable(id)),
            etag(NovaCatKeys.photometryMetadata(id)),
            etag(NovaCatKeys.lightcurvePng(id)));
    PlannedTable plan =
        new PlannedTable(
            id,
            nova.primaryName(),
            nova.raDeg(),
            nova.decDeg(),
            parts,
            etags,
            before == null
                ? null
                : new PlannedTable.Before(
                    before.schemaVersion(), before.object(), before.metadata()));
    return new TableWork(plan, before, inputs(plan), queue, lease, keeper);
  }

  /** One of an upload that is gone is not passed over: its table would lose rows without a word. */
  private static boolean stands(PhotometryPart part, @Nullable PhotometryUpload upload) {
    return upload == null || upload.hasRowsOf(part.novaId());
  }

  private RowNova nova(NovaId id, int parts) {
    Nova nova =
        novae
            .find(id)
            .orElseThrow(() -> new IllegalStateException("Cannot find nova '%s'".formatted(id)));
    if (nova.mergedInto() != null && parts > 0) {
      throw new IllegalStateException(
          "Cannot move the photometry of nova '%s' to '%s', which it was merged into: %s uploads are not decided again (the next run tries)"
              .formatted(id, nova.mergedInto(), parts));
    }
    SkyPosition place = nova.position();
    return new RowNova(
        id,
        nova.primaryName(),
        place == null ? Double.NaN : place.raDeg(),
        place == null ? Double.NaN : place.decDeg());
  }

  private static PlannedTable.Part planned(PhotometryPart part, @Nullable PhotometryUpload upload) {
    if (upload == null) {
      throw new IllegalStateException(
          "Cannot find upload '%s', of which nova '%s' has a part"
              .formatted(part.upload(), part.novaId()));
    }
    UploadVerdict verdict = upload.verdict();
    Pointer parquet = part.parquet();
    if (verdict == null || parquet == null || !verdict.rules().equals(RowRules.KEPT)) {
      throw new IllegalStateException(
          "Cannot use upload '%s': it was decided by %s, and now there are %s (the next run decides it again)"
              .formatted(
                  upload.id(),
                  verdict == null
                      ? "nobody"
                      : parquet == null ? "a novacat that kept no rows" : verdict.rules(),
                  RowRules.KEPT));
    }
    return new PlannedTable.Part(upload.id(), upload.raw().sha256(), parquet, part.rows());
  }

  private @Nullable String etag(LayoutKey key) {
    return archive.find(key.key()).map(object -> object.etag().toString()).orElse(null);
  }

  /** Equal inputs give equal tables; a nova that lies elsewhere has other times. */
  private static ContentHash inputs(PlannedTable plan) {
    StringBuilder all = new StringBuilder();
    all.append(PhotometryColumn.SCHEMA_VERSION).append('\n').append(RowRules.VERSION).append('\n');
    all.append(plan.row()).append('\n');
    for (PlannedTable.Part part : plan.parts()) {
      all.append(part.upload()).append(' ').append(part.parquet().sha256()).append('\n');
    }
    return ContentHash.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }

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
}

package org.novacat.jobs.photometry.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.persistence.item.PhotometryPart;
import org.novacat.persistence.item.PhotometryTable;
import org.novacat.persistence.item.PhotometryUpload;
import org.novacat.persistence.item.UploadVerdict;
import org.novacat.persistence.item.WorkItem;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.store.ObjectStore;

/** Finds out what the table of a locked nova is to be made from. */
final class TablePlanner {
  private final PhotometryTables tables;
  private final Uploads uploads;
  private final ObjectStore store;

  TablePlanner(Stores stores) {
    this.tables = stores.catalog().photometryTables();
    this.uploads = stores.catalog().uploads();
    this.store = stores.objects();
  }

  TableWork plan(
      NovaId nova, List<WorkItem> queue, NovaBook book, Lease lease, LeaseKeeper keeper) {
    PhotometryTable before = tables.find(nova).orElse(null);
    ArrayList<PlannedTable.Part> parts = new ArrayList<>();
    tables.parts(nova).forEach(part -> parts.add(planned(part)));
    RowNova row = book.row(nova);
    PlannedTable.ETags etags =
        new PlannedTable.ETags(
            etag(NovaCatKeys.photometryTable(nova)),
            etag(NovaCatKeys.photometryMetadata(nova)),
            etag(NovaCatKeys.lightcurvePng(nova)));
    PlannedTable plan =
        new PlannedTable(
            nova,
            row.primaryName(),
            row.raDeg(),
            row.decDeg(),
            parts,
            etags,
            before == null ? "" : before.schemaVersion());
    return new TableWork(plan, before, inputs(plan, book.facts(nova)), queue, lease, keeper);
  }

  private PlannedTable.Part planned(PhotometryPart part) {
    PhotometryUpload upload =
        uploads
            .find(part.upload())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot find upload '%s', of which nova '%s' has a part"
                            .formatted(part.upload(), part.novaId())));
    UploadVerdict verdict = upload.verdict();
    ContentHash manifest = verdict == null ? null : verdict.manifest();
    if (verdict == null || manifest == null) {
      throw new IllegalStateException(
          "Cannot use upload '%s': it has parts and no manifest".formatted(upload.id()));
    }
    return new PlannedTable.Part(
        PlannedUpload.of(upload),
        part.object().key(),
        part.object().sha256(),
        part.object().byteLength(),
        manifest,
        part.rows(),
        verdict.rules());
  }

  private @Nullable String etag(ObjectKey key) {
    return store.head(key).map(object -> object.etag().toString()).orElse(null);
  }

  /** Equal inputs give equal tables. */
  private static ContentHash inputs(PlannedTable plan, String nova) {
    StringBuilder all = new StringBuilder();
    all.append(PhotometryColumn.SCHEMA_VERSION).append('\n').append(Rules.VERSION).append('\n');
    all.append(nova).append('\n');
    for (PlannedTable.Part part : plan.parts()) {
      all.append(part.upload().id()).append(' ').append(part.sha256()).append(' ');
      all.append(part.manifest()).append(' ').append(part.upload().companions()).append('\n');
    }
    return ContentHash.of(all.toString().getBytes(StandardCharsets.UTF_8));
  }
}

package org.novacat.jobs.photometry.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.run.Temporary;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.layouts.photometry.RowNova;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.ReadResult;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.store.WriteResult;
import org.novacat.transforms.photometry.band.BandRegistry;
import org.novacat.transforms.photometry.row.PackedRows;
import org.novacat.transforms.photometry.row.TableRows;

/**
 * Builds the table of a nova from all its parts, and replaces the three objects, each only if it is
 * still the one that was there when the nova was locked. Runs on executors.
 */
public final class TableBuilder {
  private static final long LARGEST = 1L << 31;

  private final Archive archive;

  public TableBuilder(Archive archive) {
    this.archive = archive;
  }

  /** Builds one; whatever goes wrong with it is its own affair. */
  public BuiltTable build(PlannedTable planned) {
    NovaId nova = planned.nova();
    ArrayList<IngestFileId> damaged = new ArrayList<>();
    try {
      return new BuiltTable(nova, null, built(planned, damaged), damaged);
    } catch (UnusableObject e) {
      return BuiltTable.damaged(nova, damaged, e);
    } catch (OverwrittenObject e) {
      return BuiltTable.postponed(nova, PostponedCode.OVERWRITTEN, e);
    } catch (StoreException | UserError e) {
      return BuiltTable.postponed(nova, PostponedCode.STORE_FAILED, e);
    } catch (RuntimeException e) {
      String why = "Cannot build it: %s (report this)".formatted(e);
      return BuiltTable.postponed(nova, new Postponement(PostponedCode.FAULT, why));
    }
  }

  private BuiltTable.Facts built(PlannedTable planned, List<IngestFileId> damaged) {
    RowNova nova = planned.row();
    PackedRows accepted = new PackedRows();
    Map<RowRejectionCode, Integer> rejected = new EnumMap<>(RowRejectionCode.class);
    UnusableObject why = null;
    for (PlannedTable.Part part : planned.parts()) {
      try {
        add(part, nova, accepted)
            .forEach((code, count) -> rejected.merge(code, count, Integer::sum));
      } catch (UnusableObject e) {
        why = damaged(part, e, damaged);
      }
    }
    if (why != null) {
      throw why;
    }
    TableRows table = TableRows.of(accepted, BandRegistry.standard());
    if (planned.before() != null) {
      keepSnapshot(planned.nova(), planned.before());
    }
    return stored(planned, nova, table, rejected, accepted.size());
  }

  /**
   * Keeps the table that is there, and what describes it, if its schema is another than this
   * program's. Done again it does nothing: what was kept first stays. What is lost, or is not what
   * the item says, cannot be kept.
   *
   * @throws IllegalStateException when it is too large
   */
  private void keepSnapshot(NovaId nova, PlannedTable.Before before) {
    String schema = before.schemaVersion();
    if (!schema.equals(PhotometryColumn.SCHEMA_VERSION)) {
      keep(NovaCatKeys.snapshotTable(nova, schema), archive.read(before.object(), LARGEST));
      ObjectKey metadata = NovaCatKeys.photometryMetadata(nova).key();
      keep(
          NovaCatKeys.snapshotMetadata(nova, schema),
          archive.read(metadata, before.metadata(), LARGEST));
    }
  }

  private void keep(LayoutKey to, ReadResult<byte[]> old) {
    if (old instanceof ReadResult.Found<byte[]> found && archive.find(to.key()).isEmpty()) {
      archive.write(to, Content.of(found.content()));
    } else if (old instanceof ReadResult.Unusable<byte[]> unusable
        && unusable.why().fault() == UnusableObject.Fault.TOO_LARGE) {
      throw new IllegalStateException("Cannot keep the old table", unusable.why());
    }
  }

  /** All of them are found in one run; one that is only too large would be so again. */
  private static UnusableObject damaged(
      PlannedTable.Part part, UnusableObject why, List<IngestFileId> damaged) {
    if (why.fault() == UnusableObject.Fault.TOO_LARGE) {
      throw why;
    }
    damaged.add(part.upload());
    return why;
  }

  /**
   * Adds the rows of a part.
   *
   * @return rejected rows that belong to them, by code
   * @throws UnusableObject when the object is not what the item says
   * @throws IllegalStateException when its rows are not as many
   */
  private Map<RowRejectionCode, Integer> add(
      PlannedTable.Part part, RowNova nova, PackedRows accepted) {
    int before = accepted.size();
    Map<RowRejectionCode, Integer> rejected =
        PartRows.read(archive, part.parquet(), nova, accepted::add);
    if (accepted.size() - before != part.rows()) {
      throw new IllegalStateException(
          "Cannot build table of nova '%s': '%s' has %s rows, and had %s when its upload was decided (report this)"
              .formatted(nova.id(), part.parquet().key(), accepted.size() - before, part.rows()));
    }
    return rejected;
  }

  private BuiltTable.Facts stored(
      PlannedTable planned,
      RowNova nova,
      TableRows table,
      Map<RowRejectionCode, Integer> rejected,
      int accepted) {
    NovaId id = planned.nova();
    PlannedTable.ETags etags = planned.etags();
    Path file = Temporary.file("novacat-photometry-", ".parquet");
    try {
      DraftTable draft = DraftTable.write(nova, table, file);
      Pointer object = replace(NovaCatKeys.photometryTable(id), Content.of(file), etags.table());
      byte[] metadata = draft.metadata(uploads(planned), rejected, object.sha256());
      replace(NovaCatKeys.photometryMetadata(id), Content.of(metadata), etags.metadata());
      byte[] plot = draft.plot();
      replace(NovaCatKeys.lightcurvePng(id), Content.of(plot), etags.plot());
      return new BuiltTable.Facts(
          object,
          ContentHash.of(metadata),
          ContentHash.of(plot),
          table.rows().size(),
          accepted,
          table.duplicateCount(),
          rejected.values().stream().mapToLong(Integer::longValue).sum(),
          draft.summary().limits(),
          draft.summary().earliest(),
          draft.summary().latest());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a table to the temporary folder", e);
    } finally {
      Temporary.delete(file);
    }
  }

  private static SortedMap<IngestFileId, ContentHash> uploads(PlannedTable planned) {
    SortedMap<IngestFileId, ContentHash> uploads = new TreeMap<>();
    planned.parts().forEach(part -> uploads.put(part.upload(), part.uploadSha256()));
    return uploads;
  }

  private Pointer replace(LayoutKey key, Content content, @Nullable String etag) {
    ETag before = etag == null ? null : new ETag(etag);
    if (archive.replace(key, content, before) instanceof WriteResult.Written written) {
      return written.pointer();
    }
    throw new OverwrittenObject(key.key());
  }

  /** Another run replaced an object that this one was about to replace. */
  public static final class OverwrittenObject extends RuntimeException {
    private static final long serialVersionUID = 1;

    OverwrittenObject(ObjectKey key) {
      super(
          "Cannot replace object '%s': another run did so meanwhile (the table will be built again)"
              .formatted(key));
    }
  }
}

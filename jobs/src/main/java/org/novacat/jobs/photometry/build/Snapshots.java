package org.novacat.jobs.photometry.build;

import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ReadResult;
import org.novacat.persistence.store.UnusableObject;

/** Tables as they were under an older schema, kept once and never changed. */
final class Snapshots {
  private static final long LARGEST = 1L << 31;

  private Snapshots() {}

  /**
   * Keeps the table that is there, and what describes it, if its schema is another than this
   * program's. Done again it does nothing: what was kept first stays. What is lost, or is not what
   * the item says, cannot be kept.
   *
   * @throws IllegalStateException when it is too large
   */
  static void keep(Archive archive, NovaId nova, PlannedTable.Before before) {
    String schema = before.schemaVersion();
    if (!schema.equals(PhotometryColumn.SCHEMA_VERSION)) {
      keep(
          archive, NovaCatKeys.snapshotTable(nova, schema), archive.read(before.object(), LARGEST));
      ObjectKey metadata = NovaCatKeys.photometryMetadata(nova).key();
      keep(
          archive,
          NovaCatKeys.snapshotMetadata(nova, schema),
          archive.read(metadata, before.metadata(), LARGEST));
    }
  }

  private static void keep(Archive archive, LayoutKey to, ReadResult<byte[]> old) {
    if (old instanceof ReadResult.Found<byte[]> found && archive.find(to.key()).isEmpty()) {
      archive.write(to, Content.of(found.content()));
    } else if (old instanceof ReadResult.Unusable<byte[]> unusable
        && unusable.why().fault() == UnusableObject.Fault.TOO_LARGE) {
      throw new IllegalStateException("Cannot keep the old table", unusable.why());
    }
  }
}

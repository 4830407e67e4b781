package org.novacat.jobs.photometry.build;

import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;

/** Tables as they were under an older schema, kept once and never changed. */
final class Snapshots {
  private static final long LARGEST = 1L << 31;

  private Snapshots() {}

  /**
   * Keeps the table that is there, and what describes it, if its schema is another than this
   * program's. Done again it does nothing: what was kept first stays. What is lost cannot be kept.
   */
  static void keep(Archive archive, NovaId nova, String schemaVersion) {
    if (!schemaVersion.equals(PhotometryColumn.SCHEMA_VERSION)) {
      copy(
          archive,
          NovaCatKeys.photometryTable(nova),
          NovaCatKeys.snapshotTable(nova, schemaVersion));
      copy(
          archive,
          NovaCatKeys.photometryMetadata(nova),
          NovaCatKeys.snapshotMetadata(nova, schemaVersion));
    }
  }

  private static void copy(Archive archive, LayoutKey from, LayoutKey to) {
    if (archive.find(from.key()).isEmpty() || archive.find(to.key()).isPresent()) {
      return;
    }
    byte[] bytes =
        archive
            .unverified(from.key(), LARGEST)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Cannot keep the old table '%s': it is larger than %s bytes"
                            .formatted(from, LARGEST)));
    archive.write(to, Content.of(bytes));
  }
}

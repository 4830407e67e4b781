package org.novacat.jobs.photometry.build;

import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.layouts.photometry.PhotometryColumn;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;

/** Tables as they were under an older schema, kept once and never changed. */
final class Snapshots {
  private static final long LARGEST = 1L << 31;

  private Snapshots() {}

  /**
   * Keeps the table that is there, and what describes it, if its schema is another than this
   * program's. Done again it does nothing: what was kept first stays.
   */
  static void keep(ObjectStore store, NovaId nova, String schemaVersion) {
    if (!schemaVersion.equals(PhotometryColumn.SCHEMA_VERSION)) {
      copy(
          store, NovaCatKeys.photometryTable(nova), NovaCatKeys.snapshotTable(nova, schemaVersion));
      copy(
          store,
          NovaCatKeys.photometryMetadata(nova),
          NovaCatKeys.snapshotMetadata(nova, schemaVersion));
    }
  }

  private static void copy(ObjectStore store, ObjectKey from, ObjectKey to) {
    if (store.head(to).isEmpty()) {
      store.createIfAbsent(to, Content.of(bytes(store, from)));
    }
  }

  private static byte[] bytes(ObjectStore store, ObjectKey key) {
    try {
      return store.read(key, LARGEST);
    } catch (ObjectMissing e) {
      throw new IllegalStateException(
          "Cannot keep the old table '%s': it is not there".formatted(key), e);
    }
  }
}

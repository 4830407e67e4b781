package org.novacat.persistence.release;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.store.Pointer;

/**
 * The release that visitors see.
 *
 * @param pointer {@code current/release.json}, which says so to them
 */
public record CurrentRelease(ReleaseId id, Pointer pointer, ItemMeta meta) implements Stored {
  /** As an item. */
  public static final ItemType<CurrentRelease> ITEM =
      ItemType.of(
          "CurrentRelease",
          "RELEASE",
          "CURRENT",
          RecordType.of(CurrentRelease.class)
              .field(Release.ID, CurrentRelease::id)
              .part(PointerFields.OBJECT, CurrentRelease::pointer),
          current -> Keys.currentRelease());

  public CurrentRelease {
    requireNonNull(id, "id is null");
    requireNonNull(pointer, "pointer is null");
    requireNonNull(meta, "meta is null");
  }
}

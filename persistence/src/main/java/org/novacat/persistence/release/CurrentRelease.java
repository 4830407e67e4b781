package org.novacat.persistence.release;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.store.Pointer;

/**
 * The release that visitors see.
 *
 * @param pointer {@code current/release.json}, which says so to them
 * @param next to which a run began to lead them, so that they may be there already; null when none
 *     did, or it ended
 */
public record CurrentRelease(ReleaseId id, Pointer pointer, @Nullable ReleaseId next, ItemMeta meta)
    implements Stored {
  /** As an item. */
  public static final ItemType<CurrentRelease> ITEM =
      ItemType.of(
          "CurrentRelease",
          "RELEASE",
          "CURRENT",
          RecordType.of(CurrentRelease.class)
              .field(Release.ID, CurrentRelease::id)
              .part(PointerFields.OBJECT, CurrentRelease::pointer)
              .optional("next_release_id", Types.RELEASE_ID, CurrentRelease::next),
          current -> Keys.currentRelease());

  public CurrentRelease {
    requireNonNull(id, "id is null");
    requireNonNull(pointer, "pointer is null");
    requireNonNull(meta, "meta is null");
  }
}

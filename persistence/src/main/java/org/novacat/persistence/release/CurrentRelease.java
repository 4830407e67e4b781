package org.novacat.persistence.release;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.store.Pointer;

/**
 * The release that visitors see.
 *
 * @param pointer {@code current/release.json}, which says so to them
 */
public record CurrentRelease(ReleaseId id, Pointer pointer, ItemMeta meta) {
  public CurrentRelease {
    requireNonNull(id, "id is null");
    requireNonNull(pointer, "pointer is null");
    requireNonNull(meta, "meta is null");
  }
}

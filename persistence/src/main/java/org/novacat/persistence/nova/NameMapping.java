package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.ItemMeta;

/**
 * That a name leads to a nova. One name may lead to several.
 *
 * @param normalizedName the name as compared
 * @param name the name as given
 * @param position of the nova; only in the directory, null when not known
 */
public record NameMapping(
    String normalizedName,
    NovaId novaId,
    String name,
    NameKind kind,
    @Nullable SkyPosition position,
    ItemMeta meta) {
  public NameMapping {
    requireNonNull(normalizedName, "normalizedName is null");
    requireNonNull(novaId, "novaId is null");
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(meta, "meta is null");
  }
}

package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.ItemMeta;

/**
 * A nova.
 *
 * @param primaryName as first given, blanks tidied
 * @param aliases other names, as given, in the order they came
 * @param position null when not known
 * @param doubt which nova it may be the same as; null unless its identity is in quarantine
 * @param mergedInto the nova it turned out to be; null unless merged
 * @param discovery facts about its discovery, kept as given
 */
public record Nova(
    NovaId id,
    String primaryName,
    List<String> aliases,
    @Nullable SkyPosition position,
    IdentityStatus identityStatus,
    @Nullable IdentityDoubt doubt,
    @Nullable NovaId mergedInto,
    Map<String, String> discovery,
    ItemMeta meta) {
  public Nova {
    requireNonNull(id, "id is null");
    requireNonNull(primaryName, "primaryName is null");
    requireNonNull(identityStatus, "identityStatus is null");
    requireNonNull(meta, "meta is null");
    aliases = List.copyOf(aliases);
    discovery = Map.copyOf(discovery);
  }
}

package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;

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
    ItemMeta meta)
    implements Stored {
  /** As an item. */
  public static final ItemType<NameMapping> ITEM =
      ItemType.of(
          "NameMapping",
          "NAME#<normalized_name>",
          "NOVA#<nova_id>",
          RecordType.of(NameMapping.class)
              .required("normalized_name", Types.TEXT, NameMapping::normalizedName)
              .required("nova_id", Types.NOVA_ID, NameMapping::novaId)
              .required("name", Types.TEXT, NameMapping::name)
              .required("name_kind", Types.oneOf(NameKind.class), NameMapping::kind)
              .perhaps(Nova.POSITION, NameMapping::position),
          one -> Keys.nameMapping(one.normalizedName(), one.novaId()));

  public NameMapping {
    requireNonNull(normalizedName, "normalizedName is null");
    requireNonNull(novaId, "novaId is null");
    requireNonNull(name, "name is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(meta, "meta is null");
  }
}

package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;

/**
 * A nova.
 *
 * @param primaryName as first given, blanks tidied
 * @param aliases other names, as given, in the order they came
 * @param position null when not known
 * @param doubt which nova it may be the same as; null unless its identity is in quarantine
 * @param mergedInto the nova it turned out to be; null unless merged
 * @param absorbed novae that turned out to be this one, in the order they were merged; what they
 *     have stays in their partitions
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
    List<NovaId> absorbed,
    Map<String, String> discovery,
    ItemMeta meta)
    implements Stored {
  static final RecordType<SkyPosition> POSITION =
      RecordType.of(SkyPosition.class)
          .required("ra_deg", Types.REAL, SkyPosition::raDeg)
          .required("dec_deg", Types.REAL, SkyPosition::decDeg);
  static final RecordType<IdentityDoubt> DOUBT =
      RecordType.of(IdentityDoubt.class)
          .required("identity_doubt_nova_id", Types.NOVA_ID, IdentityDoubt::near)
          .required(
              "identity_doubt_separation_arcsec", Types.REAL, IdentityDoubt::separationArcsec);
  static final Field<List<String>> ALIASES = Field.required("aliases", Types.TEXTS);
  static final Field<IdentityStatus> IDENTITY_STATUS =
      Field.required("identity_status", Types.oneOf(IdentityStatus.class));
  static final Field<NovaId> MERGED_INTO = Field.optional("merged_into", Types.NOVA_ID);
  static final Field<List<NovaId>> ABSORBED = Field.optional("absorbed_nova_ids", Types.NOVA_IDS);

  /** As an item. */
  public static final ItemType<Nova> ITEM =
      ItemType.of(
          "Nova",
          "<nova_id>",
          "NOVA",
          RecordType.of(Nova.class)
              .required("nova_id", Types.NOVA_ID, Nova::id)
              .required("primary_name", Types.TEXT, Nova::primaryName)
              .field(ALIASES, Nova::aliases)
              .perhaps(POSITION, Nova::position)
              .field(IDENTITY_STATUS, Nova::identityStatus)
              .perhaps(DOUBT, Nova::doubt)
              .field(MERGED_INTO, Nova::mergedInto)
              .known(ABSORBED, Nova::absorbed, List.of())
              .known("discovery", Types.FACTS, Nova::discovery, Map.of()),
          nova -> Keys.nova(nova.id()));

  public Nova {
    requireNonNull(id, "id is null");
    requireNonNull(primaryName, "primaryName is null");
    requireNonNull(identityStatus, "identityStatus is null");
    requireNonNull(meta, "meta is null");
    aliases = List.copyOf(aliases);
    absorbed = List.copyOf(absorbed);
    discovery = Map.copyOf(discovery);
  }
}

package org.novacat.persistence.nova;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;

/** Nova as an item. */
public final class NovaItem {
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<String> PRIMARY_NAME = Field.required("primary_name", Types.TEXT);
  public static final Field<List<String>> ALIASES = Field.required("aliases", Types.TEXTS);
  public static final Field<Double> RA_DEG = Field.optional("ra_deg", Types.REAL);
  public static final Field<Double> DEC_DEG = Field.optional("dec_deg", Types.REAL);
  public static final Field<IdentityStatus> IDENTITY_STATUS =
      Field.required("identity_status", Types.oneOf(IdentityStatus.class));
  public static final Field<NovaId> DOUBT_NOVA_ID =
      Field.optional("identity_doubt_nova_id", Types.NOVA_ID);
  public static final Field<Double> DOUBT_ARCSEC =
      Field.optional("identity_doubt_separation_arcsec", Types.REAL);
  public static final Field<NovaId> MERGED_INTO = Field.optional("merged_into", Types.NOVA_ID);
  public static final Field<Map<String, String>> DISCOVERY =
      Field.optional("discovery", Types.FACTS);

  public static final Shape SHAPE =
      Shape.first(
          "Nova",
          "<nova_id>",
          "NOVA",
          NOVA_ID,
          PRIMARY_NAME,
          ALIASES,
          RA_DEG,
          DEC_DEG,
          IDENTITY_STATUS,
          DOUBT_NOVA_ID,
          DOUBT_ARCSEC,
          MERGED_INTO,
          DISCOVERY);

  private NovaItem() {}

  public static ItemKey key(NovaId id) {
    return Keys.nova(id);
  }

  public static Nova read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new Nova(
        fields.get(NOVA_ID),
        fields.get(PRIMARY_NAME),
        fields.get(ALIASES),
        position(fields, RA_DEG, DEC_DEG),
        fields.get(IDENTITY_STATUS),
        doubt(fields),
        fields.find(MERGED_INTO),
        fields.get(DISCOVERY, Map.of()),
        fields.meta());
  }

  public static RawItem write(Nova nova) {
    SkyPosition position = nova.position();
    IdentityDoubt doubt = nova.doubt();
    return new ItemDraft(SHAPE, key(nova.id()), nova.meta())
        .with(NOVA_ID, nova.id())
        .with(PRIMARY_NAME, nova.primaryName())
        .with(ALIASES, nova.aliases())
        .with(RA_DEG, position == null ? null : position.raDeg())
        .with(DEC_DEG, position == null ? null : position.decDeg())
        .with(IDENTITY_STATUS, nova.identityStatus())
        .with(DOUBT_NOVA_ID, doubt == null ? null : doubt.near())
        .with(DOUBT_ARCSEC, doubt == null ? null : doubt.separationArcsec())
        .with(MERGED_INTO, nova.mergedInto())
        .with(DISCOVERY, nova.discovery().isEmpty() ? null : nova.discovery())
        .item();
  }

  static @Nullable SkyPosition position(Fields fields, Field<Double> ra, Field<Double> dec) {
    Double raDeg = fields.find(ra);
    Double decDeg = fields.find(dec);
    return raDeg == null || decDeg == null ? null : new SkyPosition(raDeg, decDeg);
  }

  private static @Nullable IdentityDoubt doubt(Fields fields) {
    NovaId near = fields.find(DOUBT_NOVA_ID);
    return near == null ? null : new IdentityDoubt(near, fields.get(DOUBT_ARCSEC));
  }
}

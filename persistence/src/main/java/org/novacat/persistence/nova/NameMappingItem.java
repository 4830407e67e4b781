package org.novacat.persistence.nova;

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

/** NameMapping as an item. */
public final class NameMappingItem {
  public static final Field<String> NORMALIZED_NAME = Field.required("normalized_name", Types.TEXT);
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<String> NAME = Field.required("name", Types.TEXT);
  public static final Field<NameKind> KIND =
      Field.required("name_kind", Types.oneOf(NameKind.class));
  public static final Field<Double> RA_DEG = Field.optional("ra_deg", Types.REAL);
  public static final Field<Double> DEC_DEG = Field.optional("dec_deg", Types.REAL);

  public static final Shape SHAPE =
      Shape.first(
          "NameMapping",
          "NAME#<normalized_name>",
          "NOVA#<nova_id>",
          NORMALIZED_NAME,
          NOVA_ID,
          NAME,
          KIND,
          RA_DEG,
          DEC_DEG);

  private NameMappingItem() {}

  public static ItemKey key(String normalizedName, NovaId id) {
    return Keys.nameMapping(normalizedName, id);
  }

  public static NameMapping read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new NameMapping(
        fields.get(NORMALIZED_NAME),
        fields.get(NOVA_ID),
        fields.get(NAME),
        fields.get(KIND),
        NovaItem.position(fields, RA_DEG, DEC_DEG),
        fields.meta());
  }

  public static RawItem write(NameMapping mapping) {
    SkyPosition position = mapping.position();
    return new ItemDraft(SHAPE, key(mapping.normalizedName(), mapping.novaId()), mapping.meta())
        .with(NORMALIZED_NAME, mapping.normalizedName())
        .with(NOVA_ID, mapping.novaId())
        .with(NAME, mapping.name())
        .with(KIND, mapping.kind())
        .with(RA_DEG, position == null ? null : position.raDeg())
        .with(DEC_DEG, position == null ? null : position.decDeg())
        .item();
  }
}

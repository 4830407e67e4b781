package org.novacat.persistence.migration;

import org.novacat.layouts.id.Slug;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** Migration as an item. */
public final class MigrationItem {
  public static final Field<Slug> ID = Field.required("migration_id", Types.SLUG);
  public static final Field<String> FROM = Field.required("from_layout", Types.TEXT);
  public static final Field<String> TO = Field.required("to_layout", Types.TEXT);
  public static final Field<Long> RECORDS = Field.required("n_records", Types.WHOLE);

  public static final Shape SHAPE =
      Shape.first(
          "Migration",
          "MIGRATION#<migration_id>",
          "MANIFEST",
          PointerFields.ALWAYS.all(),
          ID,
          FROM,
          TO,
          RECORDS);

  private MigrationItem() {}

  public static ItemKey key(Slug id) {
    return Keys.migration(id);
  }

  /** Records a plan; refused when there is one of its id. */
  public static Write.Put put(Migration plan) {
    return PointerFields.ALWAYS
        .with(new ItemDraft(SHAPE, key(plan.id()), plan.meta()), plan.manifest())
        .with(ID, plan.id())
        .with(FROM, plan.from())
        .with(TO, plan.to())
        .with(RECORDS, plan.records())
        .putNext();
  }

  public static Migration read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new Migration(
        fields.get(ID),
        fields.get(FROM),
        fields.get(TO),
        PointerFields.ALWAYS.read(fields),
        fields.get(RECORDS),
        fields.meta());
  }
}

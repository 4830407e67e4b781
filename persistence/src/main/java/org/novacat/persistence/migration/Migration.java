package org.novacat.persistence.migration;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.Slug;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.store.Pointer;

/**
 * A planned move of objects. How far it has come its records say.
 *
 * @param from layout whose keys the objects have
 * @param to layout whose keys they get
 * @param manifest what it sets out to do, a record a line
 * @param records how many
 */
public record Migration(
    Slug id, String from, String to, Pointer manifest, long records, ItemMeta meta)
    implements Stored {
  static final Field<Slug> ID = Field.required("migration_id", Types.SLUG);

  /** As an item. */
  public static final ItemType<Migration> ITEM =
      ItemType.of(
          "Migration",
          "MIGRATION#<migration_id>",
          "MANIFEST",
          RecordType.of(Migration.class)
              .field(ID, Migration::id)
              .required("from_layout", Types.TEXT, Migration::from)
              .required("to_layout", Types.TEXT, Migration::to)
              .part(PointerFields.OBJECT, Migration::manifest)
              .required("n_records", Types.WHOLE, Migration::records),
          plan -> Keys.migration(plan.id()));

  public Migration {
    requireNonNull(id, "id is null");
    requireNonNull(from, "from is null");
    requireNonNull(to, "to is null");
    requireNonNull(manifest, "manifest is null");
    requireNonNull(meta, "meta is null");
  }

  /** Who runs a migration or takes it back holds this lock. */
  public static LockRequest lock(Slug id) {
    return LockRequest.mutex("Migrate:" + id);
  }
}

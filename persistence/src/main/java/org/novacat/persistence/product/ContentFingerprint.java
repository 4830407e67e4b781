package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/** That a product was the first valid one with these bytes. Products after it are duplicates. */
public record ContentFingerprint(
    ContentHash sha256, DataProductId owner, NovaId novaId, ItemMeta meta) implements Stored {
  private static final Field<DataProductId> OWNER =
      Field.required("data_product_id", Types.PRODUCT_ID);

  /** As an item. */
  public static final ItemType<ContentFingerprint> ITEM =
      ItemType.of(
          "ContentFingerprint",
          "SHA256#<hex>",
          "DATA_PRODUCT",
          RecordType.of(ContentFingerprint.class)
              .required("sha256", Types.HASH, ContentFingerprint::sha256)
              .field(OWNER, ContentFingerprint::owner)
              .required("nova_id", Types.NOVA_ID, ContentFingerprint::novaId),
          claim -> Keys.contentFingerprint(claim.sha256()));

  public ContentFingerprint {
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(novaId, "novaId is null");
    requireNonNull(meta, "meta is null");
  }

  /** Claims the bytes for a product; refused when another product has them. */
  public static Write claim(ContentHash hash, ProductRef owner, Stamp stamp) {
    ContentFingerprint claim =
        new ContentFingerprint(hash, owner.id(), owner.novaId(), stamp.fresh());
    Condition free =
        Condition.anyOf(Condition.absent(), Condition.equal(OWNER.name(), owner.id().toString()));
    return owner.attemptsBefore() == 0 ? ITEM.put(claim, free) : ITEM.orNew(claim).when(free);
  }
}

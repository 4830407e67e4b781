package org.novacat.persistence.product;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Field;
import org.novacat.persistence.item.Fields;
import org.novacat.persistence.item.ItemDraft;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Shape;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;

/** ContentFingerprint as an item. */
public final class ContentFingerprintItem {
  public static final Field<ContentHash> SHA256 = Field.required("sha256", Types.HASH);
  public static final Field<DataProductId> OWNER =
      Field.required("data_product_id", Types.PRODUCT_ID);
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);

  public static final Shape SHAPE =
      Shape.first("ContentFingerprint", "SHA256#<hex>", "DATA_PRODUCT", SHA256, OWNER, NOVA_ID);

  private ContentFingerprintItem() {}

  public static ItemKey key(ContentHash hash) {
    return Keys.contentFingerprint(hash);
  }

  /** Claims the bytes for a product; refused when another product has them. */
  public static Write claim(ContentHash hash, ProductRef owner, Stamp stamp) {
    Condition free =
        Condition.anyOf(Condition.absent(), Condition.equal(OWNER.name(), owner.id().toString()));
    if (owner.attemptsBefore() == 0) {
      return new ItemDraft(SHAPE, key(hash), stamp.fresh())
          .with(SHA256, hash)
          .with(OWNER, owner.id())
          .with(NOVA_ID, owner.novaId())
          .putIf(free);
    }
    return Changes.orNew(SHAPE, key(hash), stamp)
        .set(SHA256, hash)
        .set(OWNER, owner.id())
        .set(NOVA_ID, owner.novaId())
        .when(free);
  }

  public static ContentFingerprint read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new ContentFingerprint(
        fields.get(SHA256), fields.get(OWNER), fields.get(NOVA_ID), fields.meta());
  }
}

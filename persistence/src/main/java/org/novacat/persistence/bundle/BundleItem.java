package org.novacat.persistence.bundle;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
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

/** Bundle as an item. */
public final class BundleItem {
  public static final Field<NovaId> NOVA_ID = Field.required("nova_id", Types.NOVA_ID);
  public static final Field<ContentHash> CONTENT =
      Field.required("content_fingerprint", Types.HASH);
  public static final Field<ContentHash> MANIFEST = Field.required("manifest_sha256", Types.HASH);

  public static final Shape SHAPE =
      Shape.first(
          "Bundle", "<nova_id>", "BUNDLE", PointerFields.ALWAYS.all(), NOVA_ID, CONTENT, MANIFEST);

  private BundleItem() {}

  public static ItemKey key(NovaId nova) {
    return Keys.bundle(nova);
  }

  /** Moves the item to a bundle that was built; refused when it is not as its maker read it. */
  public static Write.Put put(Bundle bundle) {
    return PointerFields.ALWAYS
        .with(new ItemDraft(SHAPE, key(bundle.novaId()), bundle.meta()), bundle.zip())
        .with(NOVA_ID, bundle.novaId())
        .with(CONTENT, bundle.content())
        .with(MANIFEST, bundle.manifest())
        .putNext();
  }

  public static Bundle read(RawItem item) {
    Fields fields = SHAPE.read(item);
    return new Bundle(
        fields.get(NOVA_ID),
        fields.get(CONTENT),
        PointerFields.ALWAYS.read(fields),
        fields.get(MANIFEST),
        fields.meta());
  }
}

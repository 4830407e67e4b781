package org.novacat.persistence.bundle;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.file.PointerFields;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.item.ItemType;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.RecordType;
import org.novacat.persistence.item.Stored;
import org.novacat.persistence.item.Types;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.store.Pointer;

/**
 * The one bundle of a nova. When it was built stands here alone, as its last change.
 *
 * @param content fingerprint of all that it is made from; an equal one needs no new bundle
 * @param zip {@code full.zip}; a reader trusts it only with this hash
 * @param manifest SHA-256 of {@code manifest.json}
 */
public record Bundle(
    NovaId novaId, ContentHash content, Pointer zip, ContentHash manifest, ItemMeta meta)
    implements Stored {
  /** As an item. */
  public static final ItemType<Bundle> ITEM =
      ItemType.of(
          "Bundle",
          "<nova_id>",
          "BUNDLE",
          RecordType.of(Bundle.class)
              .required("nova_id", Types.NOVA_ID, Bundle::novaId)
              .required("content_fingerprint", Types.HASH, Bundle::content)
              .part(PointerFields.OBJECT, Bundle::zip)
              .required("manifest_sha256", Types.HASH, Bundle::manifest),
          bundle -> Keys.bundle(bundle.novaId()));

  public Bundle {
    requireNonNull(novaId, "novaId is null");
    requireNonNull(content, "content is null");
    requireNonNull(zip, "zip is null");
    requireNonNull(manifest, "manifest is null");
    requireNonNull(meta, "meta is null");
  }

  /** Who builds the bundle of a nova holds this lock. */
  public static LockRequest lock(NovaId nova) {
    return LockRequest.mutex("RebuildBundle:" + nova);
  }
}

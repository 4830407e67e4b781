package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.item.ItemMeta;

/** That a product was the first valid one with these bytes. Products after it are duplicates. */
public record ContentFingerprint(
    ContentHash sha256, DataProductId owner, NovaId novaId, ItemMeta meta) {
  public ContentFingerprint {
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(owner, "owner is null");
    requireNonNull(novaId, "novaId is null");
    requireNonNull(meta, "meta is null");
  }
}

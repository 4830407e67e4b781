package org.novacat.persistence.release;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.store.Pointer;

/**
 * A release that is whole: it has an item only once all its objects were checked, and none once it
 * is pruned.
 *
 * @param content fingerprint of all that it holds
 * @param files the list of its objects with their hashes, which vouches for each of them
 * @param novae how many it shows, which the next one may not fall below unnoticed
 * @param spectra as {@code novae}
 * @param rows of photometry, as {@code novae}
 * @param lossesAccepted why it may hold less than the one before; "" when it does not
 */
public record Release(
    ReleaseId id,
    ContentHash content,
    Pointer files,
    long novae,
    long spectra,
    long rows,
    String lossesAccepted,
    ItemMeta meta) {
  public Release {
    requireNonNull(id, "id is null");
    requireNonNull(content, "content is null");
    requireNonNull(files, "files is null");
    requireNonNull(lossesAccepted, "lossesAccepted is null");
    requireNonNull(meta, "meta is null");
  }

  /** Who publishes, goes back to an older release, or prunes holds this lock. */
  public static LockRequest lock() {
    return LockRequest.mutex("Publish");
  }
}

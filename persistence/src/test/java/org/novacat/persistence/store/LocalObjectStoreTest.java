package org.novacat.persistence.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.persistence.bucket.StoreLocation;

class LocalObjectStoreTest extends SharedObjectStoreContract {
  @TempDir Path folder;

  @Override
  protected StoreLocation emptyBucket() {
    return StoreLocation.local(folder);
  }
}

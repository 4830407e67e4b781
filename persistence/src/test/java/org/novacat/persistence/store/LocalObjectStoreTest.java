package org.novacat.persistence.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class LocalObjectStoreTest extends ObjectStoreContract {
  @TempDir Path folder;

  @Override
  protected ObjectStore emptyStore() {
    return new LocalObjectStore(folder);
  }
}

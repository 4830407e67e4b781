package org.novacat.persistence.store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every {@link ObjectStore} does, whatever it is made of: extend it, and give it stores. */
public abstract class ObjectStoreContract
    implements ReadContract,
        WriteContract,
        StreamContract,
        CreateContract,
        ReplaceContract,
        CopyContract,
        ListContract {
  private ObjectStore store;

  /** A store of an empty bucket, another for each test. */
  protected abstract ObjectStore emptyStore() throws Exception;

  @BeforeEach
  final void openStore() throws Exception {
    store = emptyStore();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  @Override
  public final ObjectStore store() {
    return store;
  }

  /** A store behind a network may want fewer. */
  @Override
  public int manyKeys() {
    return 10_000;
  }
}

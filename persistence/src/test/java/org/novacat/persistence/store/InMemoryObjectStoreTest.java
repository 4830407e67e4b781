package org.novacat.persistence.store;

class InMemoryObjectStoreTest extends ObjectStoreContract {
  @Override
  protected ObjectStore emptyStore() {
    return new InMemoryObjectStore();
  }
}

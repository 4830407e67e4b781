package org.novacat.jobs.photometry.ingest;

import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreException;

/**
 * Decides uploads, one after the other. What is wrong with a file refuses it; what is wrong with
 * the store leaves it as it is, to be tried again. Runs on executors; used by one thread.
 */
final class UploadProcessor {
  private final ObjectStore store;
  private final NovaBook book;

  UploadProcessor(ObjectStore store, NovaBook book) {
    this.store = store;
    this.book = book;
  }

  /** Decides one. */
  DecidedUpload process(PlannedUpload planned) {
    try {
      return new UploadDecision(store, book, planned).decide();
    } catch (StoreException | ChangedObject e) {
      return DecidedUpload.failed(planned.id(), String.valueOf(e.getMessage()));
    }
  }
}

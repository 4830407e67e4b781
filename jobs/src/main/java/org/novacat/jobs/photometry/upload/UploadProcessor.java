package org.novacat.jobs.photometry.upload;

import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreException;

/**
 * Decides uploads, one after the other. What is wrong with a file refuses it; what is wrong with
 * the store, or too little memory, leaves it as it is, to be tried again. Runs on executors; used
 * by one thread.
 */
public final class UploadProcessor {
  private final ObjectStore store;
  private final NovaBook book;
  private final UploadLimits limits;

  public UploadProcessor(ObjectStore store, NovaBook book, UploadLimits limits) {
    this.store = store;
    this.book = book;
    this.limits = limits;
  }

  /** Decides one. */
  public DecidedUpload process(PlannedUpload planned) {
    return FileGuard.run(() -> decided(planned), why -> DecidedUpload.postponed(planned.id(), why));
  }

  private DecidedUpload decided(PlannedUpload planned) {
    try {
      return new UploadDecision(store, book, planned, limits).decide();
    } catch (StoreException e) {
      return DecidedUpload.postponed(
          planned.id(),
          new Postponement(PostponedCode.STORE_FAILED, String.valueOf(e.getMessage())));
    }
  }
}

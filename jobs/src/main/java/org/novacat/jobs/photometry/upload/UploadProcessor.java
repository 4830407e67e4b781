package org.novacat.jobs.photometry.upload;

import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Postponement;
import org.novacat.persistence.nova.NovaBook;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.StoreException;

/**
 * Decides uploads, one after the other. What is wrong with a file refuses it; what is wrong with
 * the archive, or too little memory, leaves it as it is, to be tried again. Runs on executors; used
 * by one thread.
 */
public final class UploadProcessor {
  private final Archive archive;
  private final NovaBook book;
  private final UploadLimits limits;

  public UploadProcessor(Archive archive, NovaBook book, UploadLimits limits) {
    this.archive = archive;
    this.book = book;
    this.limits = limits;
  }

  /** Decides one. */
  public DecidedUpload process(PlannedUpload planned) {
    return FileGuard.run(() -> decided(planned), why -> DecidedUpload.postponed(planned.id(), why));
  }

  private DecidedUpload decided(PlannedUpload planned) {
    try {
      return new UploadDecision(archive, book, planned, limits).decide();
    } catch (StoreException e) {
      return DecidedUpload.postponed(
          planned.id(),
          new Postponement(PostponedCode.STORE_FAILED, String.valueOf(e.getMessage())));
    }
  }
}

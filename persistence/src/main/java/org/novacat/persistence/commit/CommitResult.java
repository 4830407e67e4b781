package org.novacat.persistence.commit;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.state.ProductState;

/** What became of one outcome. Each outcome given to a committer gets exactly one. */
public sealed interface CommitResult {
  ProductRef product();

  /**
   * It is recorded, by this run, and the product is now in this state.
   *
   * @param reason why it was refused, which may be that what was to be recorded of it did not fit;
   *     null when it was not. A valid product that was read again stays valid all the same
   */
  record Committed(ProductRef product, ProductState state, @Nullable QuarantineReason reason)
      implements CommitResult {}

  /** The same outcome had been recorded by another run; nothing was written. */
  record AlreadyRecorded(ProductRef product, JobRunId by) implements CommitResult {}

  /** Recorded as a duplicate of a product that has the same bytes and came first. */
  record Duplicate(ProductRef product, DataProductId of) implements CommitResult {}

  /**
   * The product is no longer as it was read, or its state does not allow the outcome; nothing was
   * written.
   *
   * @param by the run that changed it; null when it was not another run
   */
  record Conflict(ProductRef product, String why, @Nullable JobRunId by) implements CommitResult {}

  /** It may or may not be recorded, and reading back could not tell. Nothing was undone. */
  record Unknown(ProductRef product, String why) implements CommitResult {}
}

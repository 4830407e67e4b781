package org.novacat.jobs.register;

import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.Rejection;
import org.novacat.persistence.photometry.PhotometryUpload;

/** What fetching one upload came to. */
sealed interface PreparedUpload {
  /** Its bytes are in the store; the table is to be told. */
  record Stored(String where, PhotometryUpload upload) implements PreparedUpload {}

  /**
   * The table knows it just so.
   *
   * @param upload as the table has it; null when another file of this run was the same
   * @param putBack whether objects of it were missing or damaged, and were put back
   */
  record Known(String where, @Nullable PhotometryUpload upload, boolean putBack)
      implements PreparedUpload {}

  /** It was rejected. */
  record Refused(Rejection rejection) implements PreparedUpload {}
}

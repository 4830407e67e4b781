package org.novacat.jobs.register;

import org.jspecify.annotations.Nullable;
import org.novacat.persistence.photometry.PhotometryUpload;

/** What fetching one upload came to. */
sealed interface PreparedUpload {
  /** Its bytes are in the store; the table is to be told. */
  record Stored(String where, PhotometryUpload upload) implements PreparedUpload {}

  /**
   * The table knows it just so.
   *
   * @param mended the upload, when objects of it were missing or damaged and were put back
   */
  record Known(String where, @Nullable PhotometryUpload mended) implements PreparedUpload {}

  /** It was rejected. */
  record Refused(Rejection rejection) implements PreparedUpload {}
}

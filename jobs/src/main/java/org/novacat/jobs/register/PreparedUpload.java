package org.novacat.jobs.register;

import org.novacat.persistence.item.PhotometryUpload;

/** What fetching one upload came to. */
sealed interface PreparedUpload {
  /** Its bytes are in the store; the table is to be told. */
  record Stored(String where, PhotometryUpload upload) implements PreparedUpload {}

  /** The table knows it just so. */
  record Known() implements PreparedUpload {}

  /** It was rejected. */
  record Refused(Rejection rejection) implements PreparedUpload {}
}

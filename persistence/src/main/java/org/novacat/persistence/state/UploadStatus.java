package org.novacat.persistence.state;

/** How far a photometry upload has come. */
public enum UploadStatus {
  /** Its bytes are there and no run has decided yet. */
  WAITING,
  /** Its rows are in the tables of its novae, or will be when those are built next. */
  ACCEPTED,
  /** Nothing of it enters a table. */
  REFUSED,
  /** A person refused it for good. */
  REJECTED
}

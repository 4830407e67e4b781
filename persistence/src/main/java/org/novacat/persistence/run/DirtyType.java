package org.novacat.persistence.run;

/** What of a nova changed, so that something made from it must be made again. */
public enum DirtyType {
  /** A spectrum that is valid, or of which it is known why it is not used. */
  SPECTRA,
  /** Rows of an upload, or the table made from them. */
  PHOTOMETRY,
  /** Its names, place, or whether it is one of its own. */
  IDENTITY,
  /** What others may do with its products, and whom they have to name. */
  RIGHTS
}

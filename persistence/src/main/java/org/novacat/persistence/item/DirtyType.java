package org.novacat.persistence.item;

/** What of a nova changed, so that something made from it must be made again. */
public enum DirtyType {
  SPECTRA,
  PHOTOMETRY,
  IDENTITY
}

package org.novacat.transforms.photometry.band;

/** Which bands are drawn as one light curve. */
public enum Grouping {
  /** Those of one group of the registry. */
  JOINED,
  /** None but equal ones. */
  STRICT
}

package org.novacat.layouts.photometry;

/** What was measured. A row has exactly one. */
public enum Quantity {
  MAGNITUDE,
  FLUX_DENSITY,
  COUNT_RATE
}

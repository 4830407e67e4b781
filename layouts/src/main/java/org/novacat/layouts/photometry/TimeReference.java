package org.novacat.layouts.photometry;

/** The place at which a time is that of arrival. */
public enum TimeReference {
  GEO,
  HELIO,
  BARY,
  UNKNOWN
}

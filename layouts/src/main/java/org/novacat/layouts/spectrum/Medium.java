package org.novacat.layouts.spectrum;

/** What wavelengths were measured in. */
public enum Medium {
  AIR,
  VACUUM,
  UNKNOWN
}

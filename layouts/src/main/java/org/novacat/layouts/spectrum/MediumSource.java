package org.novacat.layouts.spectrum;

/**
 * How the medium of a wavelength axis is known; only the first two are strong enough to convert on.
 */
public enum MediumSource {
  /** A card of the file says so: CTYPE AWAV, VACUUM = T, a UCD with {@code obs.atmos}. */
  HEADER,
  /** The published data model of the producing pipeline says so (SDSS, CALSPEC, STIS, …). */
  DATA_MODEL,
  /** The custom of the community that writes such files; recorded, never converted on. */
  CUSTOM,
  /** Nothing says; the medium is {@link Medium#UNKNOWN}. */
  UNKNOWN
}

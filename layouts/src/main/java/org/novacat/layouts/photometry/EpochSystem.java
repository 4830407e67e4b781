package org.novacat.layouts.photometry;

/** How a file counts its times, as {@code time_orig_sys} names it. */
public enum EpochSystem {
  JD,
  JD_UTC,
  JD_TT,
  JD_TDB,
  MJD,
  MJD_UTC,
  MJD_TT,
  MJD_TDB,
  HJD,
  HJD_UTC,
  HJD_TT,
  HJD_TDB,
  BJD,
  BJD_UTC,
  BJD_TT,
  BJD_TDB,
  /** ISO 8601. */
  ISOT,
  /** A date in words or figures, such as {@code 1901 Feb 22.80}. */
  CALDATE,
  /** BJD in TDB less 2457000 (TESS). */
  BTJD,
  /** BJD in TDB less 2454833 (Kepler). */
  BKJD,
  /** Days from a moment that a sidecar names. */
  DAYS_SINCE,
  OTHER
}

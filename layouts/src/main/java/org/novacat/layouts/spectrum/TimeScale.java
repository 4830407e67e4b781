package org.novacat.layouts.spectrum;

/** Time scales (IAU); UNKNOWN when the file does not say and custom does not decide. */
public enum TimeScale {
  UTC,
  TT,
  TAI,
  TDB,
  UNKNOWN
}

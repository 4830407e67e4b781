package org.novacat.layouts.spectrum;

import java.util.Locale;

/** Time scales (IAU); UNKNOWN when the file does not say and custom does not decide. */
public enum TimeScale {
  UTC,
  TT,
  TAI,
  TDB,
  UNKNOWN;

  /**
   * The scale of a word such as {@code TIMESYS} has (FITS Standard 4.0, table 30), in any case. UTC
   * without a word, as the standard has it. TCB, TCG, GPS and LOCAL are scales that novacat does
   * not keep: UNKNOWN.
   */
  public static TimeScale named(String word) {
    return switch (word.strip().toUpperCase(Locale.ROOT)) {
      case "", "UTC", "UT", "UT1", "GMT", "Z", "UTC(NIST)" -> UTC;
      case "TAI", "IAT" -> TAI;
      case "TT", "TDT", "ET" -> TT;
      case "TDB" -> TDB;
      default -> UNKNOWN;
    };
  }
}

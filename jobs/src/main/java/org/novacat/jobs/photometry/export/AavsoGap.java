package org.novacat.jobs.photometry.export;

/** Why a row cannot be in a file of the AAVSO. */
enum AavsoGap {
  /** The format has magnitudes only. */
  NO_MAGNITUDE("no magnitude"),
  /** No code means this band and no other. */
  NO_CODE_OF_THE_BAND("no AAVSO code for the band"),
  /** A code implies the system that the registry has for its band. */
  OTHER_MAGNITUDE_SYSTEM("a magnitude system that is not the band's"),
  /** Times are in UT, at the Earth or the Sun. */
  NO_JD_OR_HJD("times that are neither JD nor HJD in UT"),
  /** One file, one count of times. */
  OTHER_TIMES("times of the other count, see --times");

  private final String text;

  AavsoGap(String text) {
    this.text = text;
  }

  /** In words. */
  String text() {
    return text;
  }
}

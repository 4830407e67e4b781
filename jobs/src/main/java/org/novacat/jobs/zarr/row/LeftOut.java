package org.novacat.jobs.zarr.row;

/** Why a valid spectrum is in no store. */
public enum LeftOut {
  /** One of its objects is not there, or not what the table says. */
  OBJECT_LOST("an object of it is lost (run 'novacat verify')"),
  /** Its objects cannot be read. */
  UNREADABLE("its objects cannot be read"),
  /** Not one sample is a good number other than 0, on the grid of the store. */
  NO_SAMPLES("it has no good sample other than 0 on this grid"),
  /** It has nothing in the unit that was asked for. */
  NOT_CALIBRATED("its flux is no flux density (export it with --flux as-found)"),
  /** Its medium is not known, and wavelengths in vacuum were asked for. */
  MEDIUM_UNKNOWN(
      "it has no wavelengths in vacuum, since it does not say that they are in air or vacuum, or they are below 2000 Angstrom (export it with --wavelength as-found)"),
  /**
   * Wavelengths of an order go back: arms of an instrument overlap in it, and no row can say so.
   */
  NOT_INCREASING(
      "its wavelengths do not increase along an order, as where arms overlap in one (see 'novacat spectrum show', and export it by 'novacat spectrum export')"),
  /** It has more samples than the limit. */
  TOO_LONG("it has too many samples (raise --max-samples, or export it by itself)");

  private final String words;

  LeftOut(String words) {
    this.words = words;
  }

  /** For people. */
  public String words() {
    return words;
  }
}

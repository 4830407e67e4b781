package org.novacat.transforms.spectrum.text.fact;

/** What a name with a value says; the names are a resource, {@code text-keys.tsv}. */
public enum TextFact {
  WAVELENGTH_UNIT,
  FLUX_UNIT,
  /** A unit of which its own dimension says whose it is. */
  UNITS,
  /** A factor before the unit of the flux. */
  UNIT_FACTOR,
  /** A factor of which it is not said whether fluxes have it. */
  FLUX_SCALE,
  MEDIUM,
  /** Frame of the wavelengths: rest, heliocentric and so on. */
  FRAME,
  CALIBRATION,
  OBJECT,
  DATE_START,
  DATE_MID,
  DATE_END,
  /** A date of which nothing says whether the exposure begins then. */
  DATE,
  CLOCK_START,
  CLOCK_MID,
  CLOCK_END,
  JD_START,
  JD_MID,
  JD_END,
  JD,
  /** Heliocentric or barycentric, and so no time on Earth. */
  HJD,
  MJD_START,
  MJD_MID,
  MJD_END,
  MJD,
  EXPOSURE,
  TELESCOPE,
  INSTRUMENT,
  OBSERVER,
  RA,
  DEC,
  POSITION,
  RADESYS,
  EQUINOX,
  TIME_SCALE,
  /** What IRAF says of an axis, its unit among it. */
  WAT,
  /** Kept as it is and never applied. */
  EXTRA,
  /** Known to say nothing of the samples. */
  IRRELEVANT
}

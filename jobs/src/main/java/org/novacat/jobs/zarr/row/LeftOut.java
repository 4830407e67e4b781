package org.novacat.jobs.zarr.row;

/** Why a valid spectrum is in no store. */
public enum LeftOut {
  /** One of its objects is not there, or not what the table says. */
  OBJECT_LOST,
  /** Its objects cannot be read. */
  UNREADABLE,
  /** Not one sample is a good number other than 0, on the grid of the store. */
  NO_SAMPLES,
  /** It has nothing in the unit that was asked for. */
  NOT_CALIBRATED,
  /** Its medium is not known, and wavelengths in vacuum were asked for. */
  MEDIUM_UNKNOWN,
  /** It has more samples than the limit. */
  TOO_LONG
}

package org.novacat.layouts.spectrum;

/** Why a spectrum was refused. The codes are persisted and counted: never renamed, only added. */
public enum QuarantineReason {
  /** A sound FITS file in a convention that no profile knows. */
  UNKNOWN_PROFILE,
  /** A card or column that the convention cannot do without is missing. */
  MISSING_CRITICAL_METADATA,
  /** The bytes are not those that the manifest, or the file's own checksum, promised. */
  CHECKSUM_MISMATCH,
  /** The target lies too far from the nova, or too near another one. */
  COORDINATE_PROXIMITY,
  /** Not FITS, cut short, or damaged. */
  UNREADABLE,
  /** The wavelength axis is not finite, not monotonic, or out of any plausible range. */
  INVALID_AXIS,
  /** The flux is all zero, constant, or mostly not finite. */
  INVALID_FLUX,
  /** A unit that no table knows. */
  UNKNOWN_UNITS,
  /** Sound and understood, but an image, a light curve, a velocity axis, an error array alone. */
  NOT_A_SPECTRUM,
  /** Larger than a limit that protects the job. */
  LIMIT_EXCEEDED,
  /** The work on it took longer than a file may take. */
  TIMED_OUT,
  /** Anything else; the facts say what. */
  OTHER
}

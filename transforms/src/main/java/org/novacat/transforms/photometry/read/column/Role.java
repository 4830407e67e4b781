package org.novacat.transforms.photometry.read.column;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a column is taken for. A sidecar names them in kebab-case. */
public enum Role {
  /** When; of several columns the first in the order of the specification's synonyms. */
  EPOCH,
  /**
   * The time of day that the date of the epoch does not have, or another part to be added to it.
   */
  EPOCH_CLOCK,
  /** The year of a date that stands in columns of its own. */
  EPOCH_YEAR,
  /** Its month, in figures or words. */
  EPOCH_MONTH,
  /** Its day, which may have a fraction; without a month it is the day of the year. */
  EPOCH_DAY,
  /** Begin of the interval, counted as the epoch is. */
  EPOCH_START,
  /** End of the interval, counted as the epoch is. */
  EPOCH_END,
  /** Half of the interval, days. */
  EPOCH_HALF_WIDTH,
  /** A magnitude. */
  VALUE,
  /** A flux density, flux or count rate. */
  FLUX,
  /** A magnitude or flux of the band that the column is named after; a wide table has several. */
  BAND_VALUE,
  /** One standard deviation of the value. */
  ERROR,
  /** The error's part below the value. */
  ERROR_LOW,
  /** The error's part above the value. */
  ERROR_HIGH,
  /** The value less its error. */
  BOUND_LOW,
  /** The value and its error. */
  BOUND_HIGH,
  /** The filter. */
  BAND,
  /** The lowest energy of an open range, in the unit of the column. */
  ENERGY_ABOVE,
  /** Says whether the value is a limit. */
  LIMIT_FLAG,
  /** The limit that holds where there is no value. */
  LIMIT,
  /** How many standard deviations the limit means. */
  LIMIT_SIGMA,
  /** Says whether the observer doubts the value. */
  DOUBT_FLAG,
  /** The system of the magnitude, or of the zero point. */
  MAGNITUDE_SYSTEM,
  /** The unit of the value, where it may change from row to row. */
  UNIT,
  /** The magnitude of one unit of the flux. */
  ZERO_POINT,
  /** Whether the magnitude is a standard, a differential or an instrumental one. */
  KIND,
  /** Whether the value is of something else than was observed: a host, a model, a correction. */
  DERIVED,
  OBJECT,
  OBSERVER,
  TELESCOPE,
  INSTRUMENT,
  REFERENCE,
  /** Not zero where the source has doubts. */
  QUALITY,
  /** Letters by which a visual observer says what was in the way (AAVSO). */
  COMMENT_CODES,
  /** Validation flag of the AAVSO. */
  VALIDATION,
  NOTES,
  /** Not read. */
  NONE;

  /** As a sidecar writes it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role that a sidecar writes so. */
  public static Optional<Role> named(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}

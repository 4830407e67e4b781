package org.novacat.layouts.spectrum;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a person can state of a spectrum beside its file: in a sidecar, in a column of a manifest,
 * or in the metadata table of a folder. Values are texts as the person wrote them.
 */
public enum StatedFact {
  /** Name or number (from 1) of the column of wavelengths. */
  WAVELENGTH_COLUMN,
  /** Unit of the wavelengths. */
  WAVELENGTH_UNIT,
  /** {@code air} or {@code vacuum}. */
  MEDIUM,
  /** Name or number of the column of fluxes. */
  FLUX_COLUMN,
  /** Unit of the fluxes. */
  FLUX_UNIT,
  /** {@code absolute}, {@code relative}, {@code normalized} or {@code uncalibrated}. */
  FLUX_CALIBRATION,
  /** Name or number of the column of uncertainties. */
  UNCERTAINTY_COLUMN,
  /** {@code sigma}, {@code variance} or {@code ivar}. */
  UNCERTAINTY_KIND,
  /** Name or number of the column of quality flags. */
  MASK_COLUMN,
  /** Name of the target. */
  OBJECT,
  /** Middle of the exposure as a Modified Julian Date. */
  MJD,
  /** Middle of the exposure as a Julian Date. */
  JD,
  /** Middle of the exposure as a calendar date, ISO 8601. */
  DATE,
  /** UTC, TT, TAI or TDB. */
  TIME_SCALE,
  /** How many days the time may be off. */
  TIME_PRECISION_DAYS,
  /** Exposure time, s. */
  EXPOSURE_SECONDS,
  TELESCOPE,
  INSTRUMENT,
  OBSERVER,
  /** Right ascension of the target, ICRS, degrees. */
  RA_DEG,
  /** Declination of the target, ICRS, degrees. */
  DEC_DEG,
  /** What made it, a {@link SourceType} by its code. No reader of files uses it. */
  SOURCE_TYPE,
  /** What its values are, a {@link FluxType} by its code. No reader of files uses it. */
  FLUX_TYPE,
  /** Name of the code that computed it. No reader of files uses it. */
  SIMULATOR,
  /** Effective temperature, K. No reader of files uses it. */
  TEFF,
  /** Surface gravity, log10 of cm s-2. No reader of files uses it. */
  LOGG,
  /** Iron over hydrogen, dex of that of the Sun. No reader of files uses it. */
  FEH;

  /** As files spell it, e.g. {@code wavelength_unit}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fact of this key; empty when there is none. */
  public static Optional<StatedFact> of(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key().equals(key)).findFirst();
  }
}

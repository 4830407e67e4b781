package org.novacat.layouts.spectrum;

import java.util.Locale;

/** What a column of a table may hold, as far as it matters to whoever looks for a spectrum. */
public enum ColumnRole {
  WAVELENGTH,
  /** Logarithm to base 10 of the wavelength. */
  LOG_WAVELENGTH,
  /** Frequency, wavenumber, energy or velocity. */
  OTHER_AXIS,
  FLUX,
  /** A logarithm of the flux. */
  LOG_FLUX,
  MAGNITUDE,
  /** One standard deviation of the flux. */
  SIGMA,
  VARIANCE,
  /** One over the variance. */
  IVAR,
  /** One side of an uncertainty that has two. */
  ERROR_PART,
  /** Not 0, or true, where a sample is bad. */
  MASK,
  /** 0, or false, where a sample is bad. */
  GOOD,
  SKY,
  CONTINUUM,
  MODEL,
  SNR,
  /** Counts samples. */
  PIXEL,
  ORDER,
  /** Width of a sample, or resolution. */
  WIDTH,
  /** Time of a measurement: the table is a light curve. */
  TIME,
  /** Filter of a measurement. */
  BAND,
  /** Name, width or strength of a spectral line: the table is a list of lines. */
  LINE,
  /** Throughput, extinction and the like, which is no light of a star. */
  TRANSMISSION,
  /** Name of another file. */
  FILE;

  /** As people read it. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

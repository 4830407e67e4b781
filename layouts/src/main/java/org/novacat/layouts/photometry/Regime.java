package org.novacat.layouts.photometry;

import java.util.Locale;

/** The part of the spectrum that a band lies in, from the highest energy down. */
public enum Regime {
  GAMMA,
  XRAY,
  UV,
  OPTICAL,
  NIR,
  MIR,
  RADIO;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As the registry and the table write it, e.g. {@code xray}. */
  public String code() {
    return code;
  }

  /**
   * The regime of a code.
   *
   * @throws IllegalArgumentException when there is none of this code
   */
  public static Regime of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

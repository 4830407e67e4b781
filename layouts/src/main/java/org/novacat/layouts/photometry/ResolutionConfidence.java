package org.novacat.layouts.photometry;

import java.util.Locale;

/** How sure a resolution is. */
public enum ResolutionConfidence {
  HIGH,
  MEDIUM,
  LOW;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As the table writes it, e.g. {@code high}. */
  public String code() {
    return code;
  }
}

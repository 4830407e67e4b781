package org.novacat.layouts.photometry;

import java.util.Locale;

/** How sure a resolution is. */
public enum ResolutionConfidence {
  HIGH,
  MEDIUM,
  LOW;

  /** As the table writes it, e.g. {@code high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}

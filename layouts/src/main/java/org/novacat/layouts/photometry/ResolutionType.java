package org.novacat.layouts.photometry;

import java.util.Locale;

/** How a filter text came to its band. */
public enum ResolutionType {
  /** The text names the band. */
  CANONICAL,
  /** The text and what stands around it leave one band. */
  SYNONYM,
  /** The text names a band of many telescopes, and none of them is known. */
  GENERIC_FALLBACK,
  /** A sidecar or a profile says so. */
  SIDECAR_ASSERTION;

  private final String code = name().toLowerCase(Locale.ROOT);

  /** As the table writes it, e.g. {@code generic_fallback}. */
  public String code() {
    return code;
  }
}

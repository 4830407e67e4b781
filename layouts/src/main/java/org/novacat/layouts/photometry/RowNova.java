package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.NovaId;

/**
 * The nova of a row.
 *
 * @param id the only key to join by
 * @param primaryName display name
 * @param raDeg right ascension, ICRS, degrees; NaN when not known
 * @param decDeg declination, ICRS, degrees; NaN when not known
 */
public record RowNova(NovaId id, String primaryName, double raDeg, double decDeg) {
  public RowNova {
    requireNonNull(id, "id is null");
    requireNonNull(primaryName, "primaryName is null");
  }
}

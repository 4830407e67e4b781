package org.novacat.jobs.release.table;

import static java.util.Objects.requireNonNull;

/**
 * What may be done with a product and whom to cite. Text is "" when absent.
 *
 * @param licence SPDX identifier, the conditions in words, or {@code not stated}; never ""
 * @param acknowledgement whom to thank, and how
 */
public record Credit(String licence, String bibcode, String doi, String acknowledgement) {
  public Credit {
    requireNonNull(bibcode, "bibcode is null");
    requireNonNull(doi, "doi is null");
    requireNonNull(acknowledgement, "acknowledgement is null");
    if (licence.isBlank()) {
      throw new IllegalArgumentException(
          "Cannot credit a product: its licence is empty (say 'not stated')");
    }
  }
}

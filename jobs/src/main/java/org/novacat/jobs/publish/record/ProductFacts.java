package org.novacat.jobs.publish.record;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.release.table.Credit;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.TimeScale;

/**
 * What is known of a product only where it is read, and is told in the lists of a release.
 *
 * @param medium of the wavelengths of a spectrum; UNKNOWN of photometry
 * @param timeScale of the time of a spectrum; UNKNOWN of photometry, whose rows say it
 * @param licence "not stated" where nothing is known
 * @param firstMjd first epoch of photometry as reported; null of a spectrum, as {@code lastMjd}
 */
public record ProductFacts(
    Medium medium,
    TimeScale timeScale,
    String licence,
    String bibcode,
    String doi,
    String acknowledgement,
    @Nullable Double firstMjd,
    @Nullable Double lastMjd)
    implements Serializable {
  public ProductFacts {
    requireNonNull(medium, "medium is null");
    requireNonNull(timeScale, "timeScale is null");
    requireNonNull(licence, "licence is null");
    requireNonNull(bibcode, "bibcode is null");
    requireNonNull(doi, "doi is null");
    requireNonNull(acknowledgement, "acknowledgement is null");
  }

  /** As tables of a release have it. */
  public Credit credit() {
    return new Credit(licence, bibcode, doi, acknowledgement);
  }
}

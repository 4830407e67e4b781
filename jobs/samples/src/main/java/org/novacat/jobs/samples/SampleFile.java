package org.novacat.jobs.samples;

import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.Provider;
import org.novacat.layouts.spectrum.QuarantineReason;

/**
 * One file of a sample archive: a line of its manifest, and what should become of it.
 *
 * @param nova the name of its nova
 * @param provider invented, such as {@code sample-eso}
 * @param productKey unique within the provider
 * @param locator path relative to the manifest, with slashes
 * @param promised the SHA-256 that the manifest gives, which is the true one unless the file is
 *     expected not to be registered
 * @param expected its outcome
 */
public record SampleFile(
    String nova,
    Provider provider,
    String productKey,
    String locator,
    ContentHash promised,
    Expected expected) {

  /** What should become of a sample file. */
  public sealed interface Expected {
    /** It is validated and normalised. */
    record Valid() implements Expected {}

    /** It is registered, refused by validation and kept in quarantine. */
    record Quarantined(QuarantineReason reason) implements Expected {}

    /**
     * Its bytes are those of another valid product of the same nova: the two end as one valid
     * product and one duplicate, whichever comes first.
     */
    record DuplicateOf(String productKey) implements Expected {}

    /** It is not registered at all: the manifest promises other bytes. */
    record NotRegistered() implements Expected {}
  }
}

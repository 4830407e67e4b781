package org.novacat.jobs.samples;

import org.novacat.layouts.spectrum.QuarantineReason;

/** What should become of a sample file. */
public sealed interface Expected {
  /** It is validated and normalised. */
  record Valid() implements Expected {}

  /** It is registered, refused by validation and kept in quarantine. */
  record Quarantined(QuarantineReason reason) implements Expected {
  }

  /**
   * Its bytes are those of another valid product of the same nova: the two end as one valid product
   * and one duplicate, whichever comes first.
   */
  record DuplicateOf(String productKey) implements Expected {
  }

  /** It is not registered at all: the manifest promises other bytes. */
  record NotRegistered() implements Expected {}
}

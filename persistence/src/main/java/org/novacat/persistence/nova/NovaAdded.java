package org.novacat.persistence.nova;

import java.util.List;

/** What became of a nova to be made known. */
public sealed interface NovaAdded {
  Nova nova();

  /** It is new. */
  record Created(Nova nova) implements NovaAdded {}

  /** It is known; nothing new was said of it, and nothing was written. */
  record AlreadyKnown(Nova nova) implements NovaAdded {}

  /** It is known; these names, or its position, are new. */
  record Extended(Nova nova, List<String> newNames) implements NovaAdded {}

  /**
   * It is new, but lies 2 to 10 arcsec from another one; a person must say whether they are one.
   *
   * @param near the other one
   */
  record IdentityQuarantined(Nova nova, Nova near, double separationArcsec) implements NovaAdded {}
}

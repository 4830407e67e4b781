package org.novacat.persistence.nova;

import static java.util.Objects.requireNonNull;

import org.novacat.layouts.id.NovaId;

/** The nova that another one may be the same as, and the angle between the two in arcsec. */
public record IdentityDoubt(NovaId near, double separationArcsec) {
  public IdentityDoubt {
    requireNonNull(near, "near is null");
  }
}

package org.novacat.jobs.bundle;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.spark.Bin;
import org.novacat.layouts.id.ContentHash;

/**
 * A bundle to be built, as it travels to an executor.
 *
 * @param fingerprint of the content
 * @param etags of the objects as they are now, under the nova's lock
 * @param at when it is built, which its manifest says; a task that is tried again says the same
 */
record PlannedBundle(NovaContent content, ContentHash fingerprint, ETags etags, Instant at)
    implements Bin.Piece {
  PlannedBundle {
    requireNonNull(content, "content is null");
    requireNonNull(fingerprint, "fingerprint is null");
    requireNonNull(etags, "etags is null");
    requireNonNull(at, "at is null");
  }

  /** Versions of the two objects of a bundle; null for one that is not there. */
  record ETags(@Nullable String zip, @Nullable String manifest) implements Serializable {}

  @Override
  public long bytes() {
    return content.bytes();
  }
}

package org.novacat.persistence.product;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.persistence.run.AttemptOutcome;

/**
 * What became of the tries to make something of a product.
 *
 * @param total tries so far
 * @param lastAt when the last one ended; null before the first
 * @param lastOutcome how it ended; null before the first
 * @param lastErrorFingerprint what kind of fault it was; null when it was none
 * @param nextEligibleAt not before this; null for at once
 * @param lastSuccessfulFingerprint the bytes that were last found valid; null when never
 */
public record AttemptHistory(
    long total,
    @Nullable Instant lastAt,
    @Nullable AttemptOutcome lastOutcome,
    @Nullable String lastErrorFingerprint,
    @Nullable Instant nextEligibleAt,
    @Nullable ContentHash lastSuccessfulFingerprint) {
  /** Before the first try. */
  public static final AttemptHistory NONE = new AttemptHistory(0, null, null, null, null, null);
}

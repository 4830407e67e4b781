package org.novacat.persistence.product;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.persistence.state.ManualReviewStatus;

/**
 * That a product was refused, when, and what a person has said to it.
 *
 * @param why in that person's words; "" when nothing was said
 */
public record Quarantine(QuarantineFacts facts, Instant at, ManualReviewStatus review, String why) {
  public Quarantine {
    requireNonNull(facts, "facts is null");
    requireNonNull(at, "at is null");
    requireNonNull(review, "review is null");
    requireNonNull(why, "why is null");
  }
}

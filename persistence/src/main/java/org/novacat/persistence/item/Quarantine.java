package org.novacat.persistence.item;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.novacat.persistence.state.ManualReviewStatus;

/** That a product was refused, when, and what a person has said to it. */
public record Quarantine(QuarantineFacts facts, Instant at, ManualReviewStatus review) {
  public Quarantine {
    requireNonNull(facts, "facts is null");
    requireNonNull(at, "at is null");
    requireNonNull(review, "review is null");
  }
}

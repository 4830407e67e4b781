package org.novacat.persistence.audit;

import static java.util.Objects.requireNonNull;

/**
 * Two items that cannot both be right, or one that cannot be alone.
 *
 * @param kind which of the promises of the table is broken
 * @param what the item at which it shows
 * @param message a sentence that says it
 */
public record Contradiction(Kind kind, String what, String message) {
  /** What is broken. */
  public enum Kind {
    /** An item is missing that another one needs. */
    ITEM_LOST,
    /** Two items say different things of one thing. */
    ITEMS_DISAGREE,
    /** A lock whose holder is dead. */
    LOCK_STALE,
    /** A run whose process is gone. */
    RUN_DEAD,
    /** Bytes of a product were about to be replaced, and nobody goes on. */
    REPLACEMENT_HALF_DONE,
    /** A part of an upload that its verdict does not name: what a run left that died before it. */
    PART_UNNAMED
  }

  public Contradiction {
    requireNonNull(kind, "kind is null");
    requireNonNull(what, "what is null");
    requireNonNull(message, "message is null");
  }
}

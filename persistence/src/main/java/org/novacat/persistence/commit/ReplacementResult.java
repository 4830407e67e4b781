package org.novacat.persistence.commit;

/** What became of a replacement. Each given to a committer gets exactly one. */
public sealed interface ReplacementResult<T> {
  Replacement<T> of();

  /** It is recorded, by this run. */
  record Recorded<T>(Replacement<T> of) implements ReplacementResult<T> {}

  /** The lock is lost, or an item is no longer as it was read; nothing is written. */
  record Lost<T>(Replacement<T> of) implements ReplacementResult<T> {}

  /** It may or may not be recorded; its work is still in the queue, or was settled with it. */
  record Unknown<T>(Replacement<T> of, String why) implements ReplacementResult<T> {}
}

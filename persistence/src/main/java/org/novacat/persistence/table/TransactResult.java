package org.novacat.persistence.table;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a transaction ended: all of its writes happened, or none. */
public sealed interface TransactResult {
  /** All of it happened. */
  record Applied(double capacity) implements TransactResult {}

  /**
   * None of it happened.
   *
   * @param reasons one for each write, in their order
   */
  record Cancelled(List<Reason> reasons) implements TransactResult {
    public Cancelled {
      reasons = List.copyOf(reasons);
    }

    /** What it was cancelled for, each once. */
    public List<Code> codes() {
      return reasons.stream().map(Reason::code).filter(c -> c != Code.NONE).distinct().toList();
    }
  }

  /**
   * What one write had to do with the cancellation.
   *
   * @param current for a false condition, the item as it was then; null when there was none
   */
  record Reason(Code code, @Nullable RawItem current) {
    public Reason {
      requireNonNull(code, "code is null");
    }
  }

  /** Why a write cancelled its transaction. */
  enum Code {
    /** It did not. */
    NONE,
    /** Its condition was false. */
    CONDITION_FAILED,
    /** Another transaction in flight touched its item. */
    CONFLICT,
    /** The partition or the account was asked for too much. */
    THROTTLED
  }
}

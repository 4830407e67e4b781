package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Moves items to what was made in their place, and takes the work off the queue that this settles.
 * Entries of the queue beyond what one transaction holds are removed after it, and one that has
 * changed since it was read stays.
 */
public final class ReplacementCommitter {
  private final Committer committer;

  public ReplacementCommitter(Committer committer) {
    this.committer = requireNonNull(committer, "committer is null");
  }

  /**
   * Records replacements as the iterator yields them, and tells what became of each, on this thread
   * and in no order. When the iterator throws, what it had yielded is recorded before its exception
   * goes on.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; those not told of are not recorded
   */
  public <T> CommitStats commit(
      Iterator<Replacement<T>> given, Consumer<ReplacementResult<T>> results) {
    return committer.commit(given, table -> new ReplacementJudge<>(table, results));
  }
}

package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Records what a run found out about products, while the run still finds out more.
 *
 * <p>A product whose items would be larger than an item may be is quarantined for that, and takes
 * no other product of its transaction with it.
 *
 * <p>Which product owns bytes that several have: the one that claimed them in an earlier run, else
 * the one whose outcome is given first, whatever the order in which transactions end. So a plan
 * that hands over equal bytes in a fixed order has a fixed owner.
 */
public final class OutcomeCommitter {
  private final Committer committer;

  public OutcomeCommitter(Committer committer) {
    this.committer = requireNonNull(committer, "committer is null");
  }

  /**
   * Records outcomes as the iterator yields them, and tells what became of each, on this thread and
   * in no order. When the iterator throws, what it had yielded is recorded before its exception
   * goes on. An interrupt is kept, and what is under way awaited.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; outcomes not told of are not recorded
   */
  public CommitStats commit(
      Iterator<? extends ValidationOutcome> outcomes, Consumer<CommitResult> results) {
    return committer.commit(outcomes, table -> new OutcomeJudge(table, committer, results));
  }
}

package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Moves the items of novae to the photometry tables that were built, under the fence of each nova's
 * lock; takes the work off the queue that this settles; and leaves word to all who make something
 * from tables. Entries of the queue beyond what one transaction holds are removed after it, and one
 * that has changed since it was read stays.
 */
public final class TableCommitter {
  private final Committer committer;

  public TableCommitter(Committer committer) {
    this.committer = requireNonNull(committer, "committer is null");
  }

  /**
   * Records tables as the iterator yields them, and tells what became of each, on this thread and
   * in no order. When the iterator throws, what it had yielded is recorded before its exception
   * goes on.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; tables not told of are not recorded
   */
  public CommitStats commit(
      Iterator<? extends TableOutcome> outcomes, Consumer<TableResult> results) {
    return committer.commit(outcomes, table -> new TableJudge(table, committer, results));
  }
}

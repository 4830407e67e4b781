package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Records what a run found out about photometry uploads, while the run still finds out more: the
 * parts of each, that the tables of all novae it touches or touched must be built anew, and, as the
 * last write, the verdict. Until that write the upload waits and will be decided again, by anybody,
 * with the same outcome.
 */
public final class UploadCommitter {
  private final Committer committer;

  public UploadCommitter(Committer committer) {
    this.committer = requireNonNull(committer, "committer is null");
  }

  /**
   * Records outcomes as the iterator yields them, and tells what became of each, on this thread and
   * in no order. When the iterator throws, what it had yielded is recorded before its exception
   * goes on.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; outcomes not told of are not recorded
   */
  public CommitStats commit(
      Iterator<? extends UploadOutcome> outcomes, Consumer<UploadResult> results) {
    return committer.commit(outcomes, table -> new UploadJudge(table, committer, results));
  }
}

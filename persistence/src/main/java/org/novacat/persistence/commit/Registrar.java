package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.function.Consumer;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Table;

/**
 * Makes products known, many at once. Each is one transaction's all or nothing: the product, the
 * alias of its locator, the alias of its id, its files. A product is registered for one nova only.
 */
public final class Registrar {
  private final Committer committer;

  public Registrar(Committer committer) {
    this.committer = requireNonNull(committer, "committer is null");
  }

  /**
   * Registers as the iterator yields, and tells what became of each, on this thread and in no
   * order. What is known already with the same facts costs a read and no write, so registering
   * twice is cheap.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; registrations not told of are not made
   */
  public CommitStats register(Iterator<Registration> registrations, Consumer<Registered> results) {
    return committer.commit(
        Chunks.of(Pages.stream(registrations), Table.MOST_IN_ONE_REQUEST).iterator(),
        table -> new RegistrationJudge(table, committer, results));
  }
}

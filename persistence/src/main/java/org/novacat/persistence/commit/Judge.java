package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.table.TransactResult.Reason;

/**
 * Makes units of what is given, and tells what the ends of their transactions mean. Called on the
 * thread that commits.
 *
 * @param <D> what is given
 * @param <R> what is told of each
 */
abstract class Judge<D, R, U extends CommitUnit> {
  final Session session;
  private final Consumer<R> results;

  Judge(Session session, Consumer<R> results) {
    this.session = session;
    this.results = results;
  }

  /** What to send for what is given, one by one; what needs nothing sent is settled. */
  abstract Stream<U> begin(Stream<? extends D> given);

  /**
   * All of the unit is written.
   *
   * @return what to send next, of items of its own; empty when the unit is settled
   */
  abstract Optional<U> applied(U unit);

  /**
   * A condition of the unit was false; nothing of it is written.
   *
   * @param reasons one for each write of the unit
   * @return what to send instead; empty when the unit is settled
   */
  abstract Optional<U> refused(U unit, List<Reason> reasons);

  /** The unit may be written; what there is now is read back, and tells. */
  final void unknown(U unit, OutcomeUnknownException why) {
    R result;
    try {
      result = readBack(unit).orElseGet(() -> unknown(unit, String.valueOf(why.getMessage())));
    } catch (PersistenceException e) {
      result = unknown(unit, String.valueOf(e.getMessage()));
    }
    told(result);
  }

  /** What became of a unit that may be written; empty where its items cannot tell. */
  abstract Optional<R> readBack(U unit);

  abstract R unknown(U unit, String why);

  /** Tells what became of a unit, which settles it. */
  final Optional<U> told(R result) {
    results.accept(result);
    return Optional.empty();
  }
}

package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.table.TransactResult.Reason;

/**
 * Makes units of what is given, and says what the ends of their transactions mean. Called on the
 * thread that commits.
 */
interface Judge<D, U extends CommitUnit> {
  /** What to send for what is given, one by one; what needs nothing sent is settled. */
  Stream<U> begin(Stream<? extends D> given);

  /**
   * All of the unit is written.
   *
   * @return what to send next, of items of its own; empty when the unit is settled
   */
  Optional<U> applied(U unit);

  /**
   * A condition of the unit was false; nothing of it is written.
   *
   * @param reasons one for each write of the unit
   * @return what to send instead; empty when the unit is settled
   */
  Optional<U> refused(U unit, List<Reason> reasons);

  /** The unit may be written; the judge reads back. */
  void unknown(U unit, OutcomeUnknownException why);
}

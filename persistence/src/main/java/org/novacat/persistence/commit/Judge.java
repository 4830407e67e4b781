package org.novacat.persistence.commit;

import java.util.List;
import java.util.Optional;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.table.TransactResult.Reason;

/** Says what the end of a unit's transaction means. Called on the thread that commits. */
interface Judge<U extends Unit> {
  /** All of the unit is written. */
  void applied(U unit);

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

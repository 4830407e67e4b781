package org.novacat.persistence.commit;

import java.util.Set;
import org.novacat.persistence.table.ItemKey;

/**
 * A unit on its way, and the items reserved for it. What is sent instead of a refused unit travels
 * on the ticket of the first.
 */
record Ticket<U extends CommitUnit>(U unit, Set<ItemKey> reserved, long bytes) {
  static <U extends CommitUnit> Ticket<U> of(U unit) {
    return new Ticket<>(unit, unit.keys(), unit.bytes());
  }

  Ticket<U> with(U instead) {
    return new Ticket<>(instead, reserved, instead.bytes());
  }

  int actions() {
    return unit.writes().size();
  }
}

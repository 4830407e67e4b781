package org.novacat.persistence.commit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.novacat.persistence.table.ItemKey;

/**
 * Which items are spoken for by units not yet settled, and which units wait for each, in the order
 * they came.
 */
final class Reservations<U extends CommitUnit> {
  private final Map<ItemKey, Deque<Ticket<U>>> waiting = new HashMap<>();

  /** Reserves all items of a unit; false when one is taken, and the unit then waits for it. */
  boolean reserve(Ticket<U> ticket) {
    Optional<Deque<Ticket<U>>> taken =
        ticket.reserved().stream().map(waiting::get).filter(Objects::nonNull).findFirst();
    if (taken.isPresent()) {
      taken.get().addLast(ticket);
      return false;
    }
    ticket.reserved().forEach(key -> waiting.put(key, new ArrayDeque<>(0)));
    return true;
  }

  /** Gives the items of a settled unit back; the units that can go on now, items reserved. */
  List<Ticket<U>> release(Ticket<U> ticket) {
    List<Ticket<U>> waited = new ArrayList<>();
    for (ItemKey key : ticket.reserved()) {
      Deque<Ticket<U>> queue = waiting.remove(key);
      if (queue != null) {
        waited.addAll(queue);
      }
    }
    return waited.stream().filter(this::reserve).toList();
  }
}

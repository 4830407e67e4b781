package org.novacat.persistence.commit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/** Units that travel in one transaction. */
record Batch<U extends CommitUnit>(List<Ticket<U>> tickets, List<Write> writes) {
  static <U extends CommitUnit> Batch<U> of(List<Ticket<U>> tickets) {
    return new Batch<>(
        List.copyOf(tickets),
        tickets.stream().flatMap(ticket -> ticket.unit().writes().stream()).toList());
  }

  /**
   * Sends it; whatever happens is a value, so that the thread that waits for it always gets one.
   */
  Done<U> send(Table table) {
    long begin = System.nanoTime();
    try {
      TransactResult result = table.transact(writes);
      return new Done<>(this, result, null, System.nanoTime() - begin);
    } catch (RuntimeException e) {
      return new Done<>(this, null, e, System.nanoTime() - begin);
    } catch (Error e) {
      return new Done<>(this, null, new IllegalStateException(e), System.nanoTime() - begin);
    }
  }

  /** A batch that came back: with a result, or with a failure. */
  record Done<U extends CommitUnit>(
      Batch<U> batch,
      @Nullable TransactResult result,
      @Nullable RuntimeException failure,
      long nanos) {}
}

package org.novacat.persistence.commit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.StoreRefusedException;
import org.novacat.persistence.table.ItemSize;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.TransactResult.Code;
import org.novacat.persistence.table.TransactResult.Reason;

/**
 * Sends units in full transactions, many under way at once, no two under way that share an item.
 * All decisions are made on the one thread that calls; the others only wait for replies.
 *
 * <p>A unit that shares an item with one before it waits until that one is settled, so equal
 * fingerprints are claimed in the order in which they were added. Memory is bounded by the
 * transactions under way and by the units that wait for an item.
 */
final class Pump<U extends CommitUnit> implements AutoCloseable {
  private final Table table;
  private final Judge<?, ?, U> judge;
  private final CommitSettings settings;
  private final Clock clock;
  private final LongAdder retries;
  private final ExecutorService senders;
  private final BlockingQueue<Batch.Done<U>> replies = new LinkedBlockingQueue<>();
  private final Deque<Ticket<U>> ready = new ArrayDeque<>();
  private final Reservations<U> reservations = new Reservations<>();
  private final CommitTally tally = new CommitTally();
  private int readyActions;
  private int mostActions;
  private int inFlight;
  private Instant lastSent;
  private @Nullable RuntimeException failure;

  Pump(Table table, Judge<?, ?, U> judge, CommitSettings settings, Clock clock, LongAdder retries) {
    this.table = table;
    this.judge = judge;
    this.settings = settings;
    this.clock = clock;
    this.retries = retries;
    this.mostActions = settings.actions();
    this.senders = Executors.newFixedThreadPool(settings.inFlight(), Pump::daemon);
    this.lastSent = clock.instant();
  }

  /**
   * Takes a unit, and sends what is full. Waits while as many transactions are under way as may be.
   *
   * @throws RuntimeException when the store failed; units not yet settled are then not written, but
   *     for those under way, which are settled first
   */
  void add(U unit) {
    settleWhatCameBack();
    tally.units++;
    Ticket<U> ticket = Ticket.of(unit);
    if (reservations.reserve(ticket)) {
      enqueueLast(ticket);
    }
    while (readyActions >= mostActions || hasLingered()) {
      send();
    }
  }

  /** Sends the rest and waits until all is settled. */
  CommitStats finish() {
    while (!ready.isEmpty() || inFlight > 0) {
      if (!ready.isEmpty() && inFlight < settings.inFlight()) {
        send();
      } else {
        settle(nextReply());
      }
    }
    throwIfFailed();
    return tally.stats(retries.sum());
  }

  @Override
  public void close() {
    senders.shutdownNow();
  }

  private boolean hasLingered() {
    return !ready.isEmpty()
        && inFlight == 0
        && clock.instant().isAfter(lastSent.plus(settings.linger()));
  }

  private void send() {
    while (inFlight >= settings.inFlight()) {
      settle(nextReply());
    }
    throwIfFailed();
    List<Ticket<U>> tickets = new ArrayList<>();
    for (Ticket<U> next = ready.peek(); next != null && fits(tickets, next); next = ready.peek()) {
      tickets.add(ready.remove());
      readyActions -= next.actions();
    }
    inFlight++;
    lastSent = clock.instant();
    Batch<U> batch = Batch.of(tickets);
    senders.execute(() -> replies.add(batch.send(table)));
  }

  private boolean fits(List<Ticket<U>> tickets, Ticket<U> next) {
    int actions = tickets.stream().mapToInt(Ticket::actions).sum() + next.actions();
    long bytes = tickets.stream().mapToLong(Ticket::bytes).sum() + next.bytes();
    return tickets.isEmpty() || (actions <= mostActions && bytes <= ItemSize.MOST_IN_TRANSACTION);
  }

  private void settleWhatCameBack() {
    for (Batch.Done<U> done = replies.poll(); done != null; done = replies.poll()) {
      settle(done);
    }
    throwIfFailed();
  }

  private void settle(Batch.Done<U> done) {
    inFlight--;
    tally.nanos += done.nanos();
    RuntimeException failed = done.failure();
    if (failed instanceof OutcomeUnknownException unknown) {
      for (Ticket<U> ticket : done.batch().tickets()) {
        judge.unknown(ticket.unit(), unknown);
        release(ticket);
      }
    } else if (failed instanceof StoreRefusedException && done.batch().tickets().size() > 1) {
      sendFewer(done.batch());
    } else if (failed != null) {
      stop(failed);
    } else if (done.result() instanceof TransactResult.Cancelled cancelled) {
      tally.transactions++;
      cancelled(done.batch(), cancelled.reasons());
    } else if (done.result() instanceof TransactResult.Applied applied) {
      tally.applied(done.batch().writes().size(), applied);
      done.batch().tickets().forEach(ticket -> goOn(ticket, judge.applied(ticket.unit())));
    }
  }

  /**
   * What a table refuses of many units it may take of fewer: what a transaction touches may be too
   * large together, and nobody reads the items first. Nothing of the batch is written.
   */
  private void sendFewer(Batch<U> batch) {
    tally.transactions++;
    mostActions = Math.max(1, Math.min(mostActions, batch.writes().size()) / 2);
    batch.tickets().forEach(this::enqueueLast);
  }

  private void goOn(Ticket<U> ticket, Optional<U> next) {
    next.ifPresentOrElse(unit -> enqueueFirst(ticket.with(unit)), () -> release(ticket));
  }

  private void cancelled(Batch<U> batch, List<Reason> reasons) {
    int from = 0;
    for (Ticket<U> ticket : batch.tickets()) {
      List<Reason> own = reasons.subList(from, from + ticket.actions());
      from += own.size();
      if (own.stream().noneMatch(reason -> reason.code() == Code.CONDITION_FAILED)) {
        enqueueLast(ticket);
      } else {
        tally.conditionFailures++;
        goOn(ticket, judge.refused(ticket.unit(), own));
      }
    }
  }

  /** The first failure stops the pump; what was never sent stays unwritten. */
  private void stop(RuntimeException failed) {
    if (failure == null) {
      failure = failed;
    }
    ready.clear();
    readyActions = 0;
  }

  private void release(Ticket<U> ticket) {
    reservations.release(ticket).forEach(this::enqueueLast);
  }

  private void enqueueLast(Ticket<U> ticket) {
    ready.addLast(ticket);
    readyActions += ticket.actions();
  }

  private void enqueueFirst(Ticket<U> ticket) {
    ready.addFirst(ticket);
    readyActions += ticket.actions();
  }

  private void throwIfFailed() {
    if (failure != null) {
      while (inFlight > 0) {
        settle(nextReply());
      }
      throw failure;
    }
  }

  /** An interrupt waits until what is under way has come back: a reply not read would be lost. */
  private Batch.Done<U> nextReply() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return replies.take();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-commit");
    thread.setDaemon(true);
    return thread;
  }
}

package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.Iterator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.table.Pages;

/**
 * The one way to commit in bulk, whatever it is, while the run still finds more. It is patient:
 * hours of work do not end because the table is away for some minutes.
 *
 * @param <D> what is committed
 * @param <R> what is told of each
 */
public final class Committer<D, R> {
  private final Session session;
  private final CommitSettings settings;
  private final Waits waits;
  private final BiFunction<Session, Consumer<R>, Judge<D, R, ?>> judge;

  private Committer(
      Session session,
      CommitSettings settings,
      Waits waits,
      BiFunction<Session, Consumer<R>, Judge<D, R, ?>> judge) {
    this.session = requireNonNull(session, "session is null");
    this.settings = requireNonNull(settings, "settings is null");
    this.waits = requireNonNull(waits, "waits is null");
    this.judge = judge;
  }

  /**
   * Makes products known. Each is one transaction's all or nothing: the product, the alias of its
   * locator, the alias of its id, its files. A product is registered for one nova only. What is
   * known already with the same facts costs a read and no write, so registering twice is cheap.
   *
   * @param session over a table that does not try again by itself, as of the others
   */
  public static Committer<Registration, Registered> ofProducts(
      Session session, CommitSettings settings, Waits waits) {
    return new Committer<>(session, settings, waits, RegistrationJudge::new);
  }

  /**
   * Records what a run found out about products.
   *
   * <p>A product whose items would be larger than an item may be is quarantined for that, and takes
   * no other product of its transaction with it.
   *
   * <p>Which product owns bytes that several have: the one that claimed them in an earlier run,
   * else the one whose outcome is given first, whatever the order in which transactions end. So a
   * plan that hands over equal bytes in a fixed order has a fixed owner.
   */
  public static Committer<ValidationOutcome, CommitResult> ofOutcomes(
      Session session, CommitSettings settings, Waits waits) {
    return new Committer<>(session, settings, waits, OutcomeJudge::new);
  }

  /**
   * Records what a run found out about photometry uploads: the parts of each, that the tables of
   * all novae it touches or touched must be built anew, and, as the last write, the verdict. Until
   * that write the upload waits and will be decided again, by anybody, with the same outcome.
   */
  public static Committer<UploadOutcome, UploadResult> ofUploads(
      Session session, CommitSettings settings, Waits waits) {
    return new Committer<>(session, settings, waits, UploadJudge::new);
  }

  /**
   * Moves items to what was made in their place, and takes the work off the queue that this
   * settles. Entries of the queue beyond what one transaction holds are removed after it, and one
   * that has changed since it was read stays.
   */
  public static <T> Committer<Replacement<T>, ReplacementResult<T>> ofReplacements(
      Session session, CommitSettings settings, Waits waits) {
    return new Committer<>(session, settings, waits, ReplacementJudge::new);
  }

  /**
   * Commits what the iterator yields while it yields more, and tells what became of each, on this
   * thread and in no order. When the iterator throws, what it had yielded is settled before its
   * exception goes on, but for the products of the last hundred begun. An interrupt is kept, and
   * what is under way awaited.
   *
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the store failed for
   *     longer than the budget; what was not told of is not recorded
   */
  public CommitStats commit(Iterator<? extends D> given, Consumer<R> results) {
    LongAdder retries = new LongAdder();
    RetryingTable patient =
        new RetryingTable(
            session.table(), new Retrier(RetryPolicy.PATIENT, waits, retries::increment));
    Session own = new Session(patient, session.run(), session.clock());
    return commit(given, judge.apply(own, results), own, retries);
  }

  private <U extends CommitUnit> CommitStats commit(
      Iterator<? extends D> given, Judge<D, R, U> judges, Session patient, LongAdder retries) {
    try (Pump<U> pump = new Pump<>(patient.table(), judges, settings, patient.clock(), retries)) {
      try {
        judges.begin(Pages.stream(given)).forEach(pump::add);
      } catch (RuntimeException e) {
        finishQuietly(pump, e);
        throw e;
      }
      return pump.finish();
    }
  }

  private static void finishQuietly(Pump<?> pump, RuntimeException first) {
    try {
      pump.finish();
    } catch (RuntimeException e) {
      if (e != first) {
        first.addSuppressed(e);
      }
    }
  }
}

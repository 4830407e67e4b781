package org.novacat.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.novacat.persistence.audit.Inventory;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.OutcomeCommitter;
import org.novacat.persistence.commit.Registrar;
import org.novacat.persistence.commit.ReplacementCommitter;
import org.novacat.persistence.commit.UploadCommitter;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.log.LoggingTable;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.product.Census;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.QuarantineReview;
import org.novacat.persistence.retry.Pause;
import org.novacat.persistence.retry.Retrier;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.RetryingTable;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.run.Runs;
import org.novacat.persistence.run.WorkQueue;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TableSource;

/**
 * The table that says what is true, opened for one run. Lives on the driver; safe for use by many
 * threads.
 */
public final class Catalog implements AutoCloseable {
  private final Table table;
  private final RunContext run;
  private final Clock clock;
  private final RetryPolicy policy;
  private final Waits waits;

  private Catalog(Table table, RunContext run, Clock clock, RetryPolicy policy, Waits waits) {
    this.table = new LoggingTable(table, run, clock);
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.policy = requireNonNull(policy, "policy is null");
    this.waits = requireNonNull(waits, "waits is null");
  }

  /**
   * Opens a table that exists.
   *
   * @param policy how long single steps are tried: {@link RetryPolicy#PROMPT} where a person waits
   *     for the answer, {@link RetryPolicy#PATIENT} for a run whose hours of work a short outage
   *     must not end. What commits in bulk is patient always, and the first steps of a workflow are
   *     tried as it says
   * @param listener told when it takes long
   * @throws org.novacat.persistence.failure.TableMissingException when it does not
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the service does not
   *     answer
   */
  public static Catalog open(
      TableSource source, RunContext run, Clock clock, RetryPolicy policy, WaitListener listener) {
    return new Catalog(source.open(), run, clock, policy, Waits.said(listener));
  }

  /** A catalogue over any table, with any way of waiting, that says nothing; for tests. */
  public static Catalog over(Table table, RunContext run, Clock clock, Pause pause) {
    return over(table, run, clock, RetryPolicy.PROMPT, Waits.silent(pause));
  }

  /** The same with any patience; for tests. */
  public static Catalog over(
      Table table, RunContext run, Clock clock, RetryPolicy policy, Waits waits) {
    return new Catalog(table, run, clock, policy, waits);
  }

  /** Names, places, identities. */
  public Novae novae() {
    return new Novae(this::retrying, policy, run, clock, waits);
  }

  /** Spectra products, found and recorded one by one. */
  public Products products() {
    return new Products(usual(), run, clock);
  }

  /** What there is, counted now. */
  public Census census() {
    return Census.of(usual());
  }

  /** Products made known, in bulk. */
  public Registrar registrar(CommitSettings settings) {
    return new Registrar(bulk(settings));
  }

  /** Outcomes of validation recorded, in bulk. */
  public OutcomeCommitter committer(CommitSettings settings) {
    return new OutcomeCommitter(bulk(settings));
  }

  /** Verdicts on photometry uploads recorded, in bulk. */
  public UploadCommitter uploadCommitter(CommitSettings settings) {
    return new UploadCommitter(bulk(settings));
  }

  /** What takes the place of what was read recorded, in bulk: tables, bundles, releases. */
  public ReplacementCommitter replacementCommitter(CommitSettings settings) {
    return new ReplacementCommitter(bulk(settings));
  }

  private Committer bulk(CommitSettings settings) {
    return new Committer(table, run, clock, settings, waits);
  }

  /** The human gate of quarantine. */
  public QuarantineReview quarantine() {
    return new QuarantineReview(products());
  }

  /** All that items say of objects and of each other, read now. */
  public Inventory inventory() {
    return Inventory.of(usual());
  }

  /** Photometry uploads. */
  public Uploads uploads() {
    return new Uploads(usual(), run, clock);
  }

  /** Photometry tables. */
  public PhotometryTables photometryTables() {
    return new PhotometryTables(usual());
  }

  /** Job runs and attempts. */
  public Runs runs() {
    return new Runs(usual(), retrying(RetryPolicy.WORKFLOW_STEP), run, clock);
  }

  /** How this run waits for anything, and says so; what waits beside the table waits by it too. */
  public Waits waits() {
    return waits;
  }

  /**
   * The item at a key; empty when there is none.
   *
   * @param read how items of its kind are read
   */
  public <T> Optional<T> find(ItemKey key, Function<RawItem, T> read) {
    return Optional.ofNullable(usual().get(key)).map(read);
  }

  /** Work that waits. */
  public WorkQueue workQueue() {
    return new WorkQueue(usual(), run, clock);
  }

  /** Idempotency locks: those of single steps of a long run are tried as long as the steps are. */
  public Locks locks() {
    boolean isLongRun = policy.budget().compareTo(RetryPolicy.WORKFLOW_STEP.budget()) > 0;
    return new Locks(this::retrying, isLongRun ? policy : RetryPolicy.WORKFLOW_STEP, run, clock);
  }

  /** Those that a run takes among its first steps, which are tried as these are. */
  public Locks firstLocks() {
    return new Locks(this::retrying, RetryPolicy.WORKFLOW_STEP, run, clock);
  }

  @Override
  public void close() {
    table.close();
  }

  private Table usual() {
    return retrying(policy);
  }

  private Table retrying(RetryPolicy how) {
    return new RetryingTable(table, new Retrier(how, waits, () -> {}));
  }
}

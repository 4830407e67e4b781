package org.novacat.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.novacat.persistence.audit.Inventory;
import org.novacat.persistence.bundle.Bundles;
import org.novacat.persistence.commit.CommitResult;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.Registered;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.commit.Replacement;
import org.novacat.persistence.commit.ReplacementResult;
import org.novacat.persistence.commit.UploadOutcome;
import org.novacat.persistence.commit.UploadResult;
import org.novacat.persistence.commit.ValidationOutcome;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.log.LoggingTable;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.nova.Novae;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.product.Census;
import org.novacat.persistence.product.Products;
import org.novacat.persistence.product.SpectrumObjects;
import org.novacat.persistence.release.Releases;
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
    return open(source, run, clock, policy, Waits.said(listener));
  }

  /** The same for a run that waits for other stores too, and says it once for all of them. */
  public static Catalog open(
      TableSource source, RunContext run, Clock clock, RetryPolicy policy, Waits waits) {
    return new Catalog(source.open(), run, clock, policy, waits);
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
    return new Products(session());
  }

  /** The objects of valid spectra, in bulk. */
  public SpectrumObjects spectrumObjects() {
    return new SpectrumObjects(usual());
  }

  /** What there is, counted now. */
  public Census census() {
    return Census.of(usual());
  }

  /** Products made known, in bulk. */
  public Committer<Registration, Registered> registrar(CommitSettings settings) {
    return Committer.ofProducts(bulk(), settings, waits);
  }

  /** Outcomes of validation recorded, in bulk. */
  public Committer<ValidationOutcome, CommitResult> committer(CommitSettings settings) {
    return Committer.ofOutcomes(bulk(), settings, waits);
  }

  /** Verdicts on photometry uploads recorded, in bulk. */
  public Committer<UploadOutcome, UploadResult> uploadCommitter(CommitSettings settings) {
    return Committer.ofUploads(bulk(), settings, waits);
  }

  /** What takes the place of what was read recorded, in bulk: tables, bundles, releases. */
  public <T> Committer<Replacement<T>, ReplacementResult<T>> replacementCommitter(
      CommitSettings settings) {
    return Committer.ofReplacements(bulk(), settings, waits);
  }

  /** Committers try again by themselves. */
  private Session bulk() {
    return new Session(table, run, clock);
  }

  /** All that items say of objects and of each other, read now. */
  public Inventory inventory() {
    return Inventory.of(usual());
  }

  /** Photometry uploads. */
  public Uploads uploads() {
    return new Uploads(session());
  }

  /** Photometry tables. */
  public PhotometryTables photometryTables() {
    return new PhotometryTables(usual());
  }

  /** Bundles. */
  public Bundles bundles() {
    return new Bundles(usual());
  }

  /** Releases. */
  public Releases releases() {
    return new Releases(usual());
  }

  /** Job runs and attempts. */
  public Runs runs() {
    return new Runs(session(), retrying(RetryPolicy.WORKFLOW_STEP));
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
    return new WorkQueue(session());
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

  private Session session() {
    return new Session(usual(), run, clock);
  }

  private Table usual() {
    return retrying(policy);
  }

  private Table retrying(RetryPolicy how) {
    return new RetryingTable(table, new Retrier(how, waits, () -> {}));
  }
}

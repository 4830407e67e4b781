package org.novacat.persistence;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.OutcomeCommitter;
import org.novacat.persistence.commit.Registrar;
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
import org.novacat.persistence.run.Runs;
import org.novacat.persistence.run.WorkQueue;
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
  private final Pause pause;

  private Catalog(Table table, RunContext run, Clock clock, Pause pause) {
    this.table = new LoggingTable(table, run, clock);
    this.run = requireNonNull(run, "run is null");
    this.clock = requireNonNull(clock, "clock is null");
    this.pause = requireNonNull(pause, "pause is null");
  }

  /**
   * Opens a table that exists.
   *
   * @throws org.novacat.persistence.failure.TableMissingException when it does not
   * @throws org.novacat.persistence.failure.StoreUnreachableException when the service does not
   *     answer
   */
  public static Catalog open(TableSource source, RunContext run, Clock clock) {
    return new Catalog(source.open(), run, clock, Pause.REAL);
  }

  /** A catalogue over any table, with any way of waiting; for tests. */
  public static Catalog over(Table table, RunContext run, Clock clock, Pause pause) {
    return new Catalog(table, run, clock, pause);
  }

  /** Names, places, identities. */
  public Novae novae() {
    return new Novae(prompt(), run, clock, new Locks(prompt(), run, clock), pause);
  }

  /** Spectra products, found and recorded one by one. */
  public Products products() {
    return new Products(prompt(), run, clock);
  }

  /** What there is, counted now. */
  public Census census() {
    return Census.of(prompt());
  }

  /** Products made known, in bulk. */
  public Registrar registrar(CommitSettings settings) {
    return new Registrar(table, run, clock, settings, pause);
  }

  /** Outcomes of validation recorded, in bulk. */
  public OutcomeCommitter committer(CommitSettings settings) {
    return new OutcomeCommitter(table, run, clock, settings, pause);
  }

  /** The human gate of quarantine. */
  public QuarantineReview quarantine() {
    return new QuarantineReview(products());
  }

  /** Photometry uploads. */
  public Uploads uploads() {
    return new Uploads(prompt(), run, clock);
  }

  /** Photometry tables. */
  public PhotometryTables photometryTables() {
    return new PhotometryTables(prompt());
  }

  /** Job runs and attempts. */
  public Runs runs() {
    return new Runs(prompt(), retrying(RetryPolicy.WORKFLOW_STEP), run, clock);
  }

  /** Work that waits. */
  public WorkQueue workQueue() {
    return new WorkQueue(prompt(), run, clock);
  }

  /** Idempotency locks. */
  public Locks locks() {
    return new Locks(retrying(RetryPolicy.WORKFLOW_STEP), run, clock);
  }

  @Override
  public void close() {
    table.close();
  }

  private Table prompt() {
    return retrying(RetryPolicy.PROMPT);
  }

  private Table retrying(RetryPolicy policy) {
    return new RetryingTable(table, new Retrier(policy, pause, () -> {}));
  }
}

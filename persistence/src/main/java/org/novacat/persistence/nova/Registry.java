package org.novacat.persistence.nova;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.run.Runs;
import org.novacat.persistence.table.Table;

/**
 * The workflow {@code initialize_nova}: each nova is added by a run of its own, which first is
 * recorded and then takes the lock that lets one at a time add novae. Names and places of different
 * novae are different items, so no condition on an item could keep two runs from adding one nova
 * twice.
 */
final class Registry {
  private static final LockRequest REQUEST =
      LockRequest.mutex("InitializeNova").withLease(Duration.ofSeconds(20));

  private static final Duration POLL = Duration.ofMillis(100);

  /** A holder that died is outwaited. */
  private static final int POLLS = 300;

  private static final Duration LONGEST = POLL.multipliedBy(POLLS);

  private static final String WORKFLOW = "initialize_nova";

  private static final int SCHEMA_VERSION = 1;

  private final Function<RetryPolicy, Table> tables;
  private final RetryPolicy policy;
  private final RunContext run;
  private final Clock clock;
  private final Waits waits;

  /** The turn of one run. */
  record Turn(Lease lease, JobRunId run) {}

  Registry(
      Function<RetryPolicy, Table> tables,
      RetryPolicy policy,
      RunContext run,
      Clock clock,
      Waits waits) {
    this.tables = tables;
    this.policy = policy;
    this.run = run;
    this.clock = clock;
    this.waits = waits;
  }

  /**
   * Does work in a run of its own when its turn comes, and records how the run ended.
   *
   * @param name of the nova, in its normal form
   * @throws ConflictException when its turn does not come within half a minute
   */
  NovaAdded inTurn(String name, Function<Turn, NovaAdded> work) {
    RunContext own = run.another();
    Session session = new Session(tables.apply(policy), own, clock);
    Runs runs = new Runs(session, tables.apply(RetryPolicy.WORKFLOW_STEP));
    JobRun begun = runs.begin(RunKey.of(WORKFLOW, name, SCHEMA_VERSION), null);
    NovaAdded added = done(runs, begun, own, work);
    String outcome = added.getClass().getSimpleName();
    String id = added.nova().id().toString();
    runs.finish(begun, RunStatus.SUCCEEDED, Map.of("outcome", outcome, "nova_id", id));
    return added;
  }

  private NovaAdded done(Runs runs, JobRun begun, RunContext own, Function<Turn, NovaAdded> work) {
    try (Lease lease = enter(new Locks(tables, RetryPolicy.WORKFLOW_STEP, own, clock))) {
      return work.apply(new Turn(lease, own.jobRunId()));
    } catch (RuntimeException why) {
      failed(runs, begun, why);
      throw why;
    }
  }

  private static void failed(Runs runs, JobRun begun, RuntimeException why) {
    try {
      String message = String.valueOf(why.getMessage());
      runs.finish(begun, RunStatus.FAILED, Map.of("failure", message));
    } catch (RuntimeException alsoThis) {
      why.addSuppressed(alsoThis);
    }
  }

  /**
   * Waits for its turn.
   *
   * @throws ConflictException when it does not come within half a minute; it names the run that is
   *     before this one
   */
  private Lease enter(Locks locks) {
    try (Waits.Wait wait = waits.begin()) {
      LockAnswer answer = locks.acquire(REQUEST);
      for (int poll = 0; poll < POLLS && answer instanceof LockAnswer.Held held; poll++) {
        wait.sleep(POLL, "its turn to add novae", before(held), LONGEST);
        answer = locks.acquire(REQUEST);
      }
      if (answer instanceof LockAnswer.Acquired acquired) {
        wait.over();
        return acquired.lease();
      }
      throw tooLong(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ConflictException("Cannot add nova: interrupted while another run adds novae");
    }
  }

  private static String before(LockAnswer.Held held) {
    return "run %s holds the lock until %s".formatted(held.by(), held.until());
  }

  private static ConflictException tooLong(LockAnswer answer) {
    String who = answer instanceof LockAnswer.Held held ? before(held) : "its lock is not free";
    return new ConflictException(
        "Cannot add nova: another run adds novae and does not end: %s (see 'novacat runs', then try again)"
            .formatted(who));
  }
}

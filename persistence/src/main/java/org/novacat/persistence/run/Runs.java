package org.novacat.persistence.run;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.failure.OutcomeUnknownException;
import org.novacat.persistence.failure.PersistenceException;
import org.novacat.persistence.item.Changes;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.log.Session;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.ItemKey;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/**
 * Records runs of jobs. A run is written twice, in one transaction each time: where it belongs, and
 * in the directory of all runs.
 */
public final class Runs {
  private final Session session;
  private final Table table;
  private final Table patient;

  /**
   * Runs in a table.
   *
   * @param patient the same table, trying again as a workflow's first steps do
   */
  public Runs(Session session, Table patient) {
    this.session = requireNonNull(session, "session is null");
    this.table = session.table();
    this.patient = requireNonNull(patient, "patient is null");
  }

  /**
   * Records that this run begins.
   *
   * @param key what it sets out to do
   * @param novaId null unless the run is about one nova alone
   * @throws ConflictException when a run with this id has begun before
   */
  public JobRun begin(RunKey key, @Nullable NovaId novaId) {
    Stamp stamp = session.stamp();
    JobRun begun =
        new JobRun(
            session.run().jobRunId(),
            key.workflow(),
            key,
            session.run().correlationId(),
            novaId,
            stamp.at(),
            null,
            RunStatus.RUNNING,
            Map.of(),
            session.run().logs(),
            stamp.fresh());
    List<Write> writes = List.of(put(begun, key(begun)), put(begun, Keys.runListing(begun.id())));
    if (!written(patient, writes, begun.id(), RunStatus.RUNNING)) {
      throw new ConflictException(
          "Cannot begin run '%s': a run with this id has begun before (start with a new id)"
              .formatted(begun.id()));
    }
    return begun;
  }

  /**
   * Records how this run ended.
   *
   * @param begun what {@link #begin} returned
   * @param summary of its report: names and figures
   * @throws ConflictException when it was ended before
   */
  public JobRun finish(JobRun begun, RunStatus status, Map<String, String> summary) {
    Stamp stamp = session.stamp();
    List<Write> writes =
        List.of(
            ended(key(begun), begun, status, summary, stamp),
            ended(Keys.runListing(begun.id()), begun, status, summary, stamp));
    if (!written(table, writes, begun.id(), status)) {
      throw new ConflictException(
          "Cannot finish run '%s': it was finished before".formatted(begun.id()));
    }
    return find(begun.id()).orElseThrow();
  }

  /** All runs, the last begun first. */
  public Stream<JobRun> list() {
    return Pages.of(table, Query.of(Keys.ALL_RUNS, ""))
        .map(JobRun.ITEM::read)
        .sorted(comparing(JobRun::startedAt).reversed().thenComparing(JobRun::id));
  }

  /** The run with an id. */
  public Optional<JobRun> find(JobRunId id) {
    return JobRun.ITEM.find(table, Keys.runListing(id));
  }

  /** Records attempts of this run. The same attempt twice is one. */
  public void recordAttempts(JobRun begun, List<Attempt> attempts) {
    String partition = key(begun).pk();
    Stamp stamp = session.stamp();
    List<Write> writes =
        attempts.stream()
            .map(attempt -> attempt.item(partition, begun.id(), stamp))
            .<Write>map(item -> new Write.Put(item, Condition.always()))
            .toList();
    Chunks.of(writes.stream(), Table.MOST_IN_ONE_REQUEST).forEach(chunk -> written(table, chunk));
  }

  /** The attempts of a run, by task, then number. */
  public Stream<Attempt> attempts(JobRun of) {
    return Pages.of(table, Query.of(key(of).pk(), Keys.attempts(of.id()))).map(Attempt::read);
  }

  private static Write put(JobRun begun, ItemKey key) {
    RawItem item = JobRun.ITEM.item(begun);
    return new Write.Put(new RawItem(key, item.attributes()), Condition.absent());
  }

  private static ItemKey key(JobRun run) {
    return JobRun.ITEM.key().apply(run);
  }

  private static Write ended(
      ItemKey key, JobRun begun, RunStatus status, Map<String, String> summary, Stamp stamp) {
    return Changes.of(key, stamp)
        .set(JobRun.STATUS, status)
        .set(JobRun.ENDED_AT, stamp.at())
        .set(JobRun.SUMMARY, summary)
        .when(begun.meta().asRead());
  }

  /** The same of writes that lead a run to a status; where no answer came, the run itself tells. */
  private boolean written(Table table, List<Write> writes, JobRunId id, RunStatus status) {
    try {
      return written(table, writes);
    } catch (OutcomeUnknownException e) {
      if (has(id, status, e)) {
        return true;
      }
      throw e;
    }
  }

  private boolean has(JobRunId id, RunStatus status, OutcomeUnknownException before) {
    try {
      return find(id).filter(found -> found.status() == status).isPresent();
    } catch (PersistenceException e) {
      before.addSuppressed(e);
      return false;
    }
  }

  private static boolean written(Table table, List<Write> writes) {
    return table.transact(writes) instanceof TransactResult.Applied;
  }
}

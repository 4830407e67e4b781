package org.novacat.jobs.photometry.ingest;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.TaskFault;
import org.novacat.jobs.photometry.build.BuiltTable;
import org.novacat.jobs.photometry.build.PlannedTable;
import org.novacat.jobs.photometry.build.TableBuilder;
import org.novacat.jobs.photometry.ingest.TablePlanner.TableWork;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.IngestFileId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.Replacement;
import org.novacat.persistence.commit.ReplacementResult;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.Locks;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.photometry.PhotometryTables;
import org.novacat.persistence.photometry.Uploads;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.UploadStatus;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.table.Pages;

/**
 * Builds the tables of the novae that the work queue names: each nova is locked, its parts are
 * listed, a task builds, and the result is recorded under the lock's fence.
 */
final class TablePhase {
  /** Locked at a time; each lock is renewed until its table is recorded. */
  private static final int WAVE = 64;

  /** Each at once: until its item is recorded, nobody reads a table that was replaced. */
  private static final CommitSettings ONE_BY_ONE = new CommitSettings(8, 1, Duration.ZERO);

  private final JobRunner run;
  private final Stores stores;
  private final Committer<Replacement<PhotometryTable>, ReplacementResult<PhotometryTable>>
      committer;
  private final Locks locks;
  private final TablePlanner planner;
  private final PhotometryTally tally;
  private final Clock clock;
  private final Map<NovaId, TableWork> underWay = new HashMap<>();
  private final Map<NovaId, TableWork> recording = new HashMap<>();

  /** Several, so that a table that does not answer for one lock keeps no other from its turn. */
  private final ScheduledExecutorService heartbeat =
      Executors.newScheduledThreadPool(8, TablePhase::daemon);

  /** Builds the tables of a bin of novae, as it travels to an executor. */
  private record Task(ArchiveLocation location)
      implements Waves.Work<Bin<PlannedTable>, ArrayList<BuiltTable>> {
    @Override
    public ArrayList<BuiltTable> call(Bin<PlannedTable> bin) {
      ArrayList<BuiltTable> built = new ArrayList<>();
      try (Archive archive = location.open()) {
        TableBuilder builder = new TableBuilder(archive);
        for (PlannedTable table : bin.pieces()) {
          built.add(
              FileGuard.run(
                  () -> builder.build(table), why -> BuiltTable.postponed(table.nova(), why)));
        }
      }
      return built;
    }
  }

  TablePhase(JobRunner run, Clock clock, PhotometryTally tally) {
    this.run = run;
    this.stores = run.stores();
    this.committer = stores.catalog().replacementCommitter(ONE_BY_ONE);
    this.locks = stores.catalog().locks();
    this.planner = new TablePlanner(stores);
    this.clock = clock;
    this.tally = tally;
  }

  /** What the queue holds, by nova. */
  static Map<NovaId, List<WorkItem>> dirty(Catalog catalog) {
    return catalog
        .workQueue()
        .list(WorkConsumer.TABLE)
        .collect(groupingBy(WorkItem::novaId, TreeMap::new, toList()));
  }

  /** Builds the table of each nova, but for those that another run holds. */
  void build(Map<NovaId, List<WorkItem>> dirty) {
    Task task = new Task(stores.derivedLocation());
    try (Waves<Bin<PlannedTable>, ArrayList<BuiltTable>> results =
            run.waves(
                "BuildTables",
                waves(dirty),
                task,
                some -> TaskFault.first(some.stream().map(BuiltTable::postponement)));
        Progress progress = Progress.of("novae", dirty.size())) {
      Iterator<Replacement<PhotometryTable>> outcomes =
          Pages.stream(results)
              .flatMap(List::stream)
              .flatMap(one -> outcome(one, progress).stream())
              .iterator();
      committer.commit(outcomes, result -> ended(result, progress));
    } finally {
      underWay.values().forEach(TableWork::close);
      recording.values().forEach(TableWork::close);
      heartbeat.shutdownNow();
    }
  }

  private Iterator<List<Bin<PlannedTable>>> waves(Map<NovaId, List<WorkItem>> dirty) {
    return Bin.waves(
        dirty.entrySet(),
        WAVE,
        run.spark().defaultParallelism(),
        one -> locked(one.getKey(), one.getValue()));
  }

  /** A plan made under the nova's lock; null when there is nothing to build, or not by this run. */
  private @Nullable PlannedTable locked(NovaId nova, List<WorkItem> work) {
    LockAnswer answer = locks.acquire(PhotometryTables.lock(nova));
    if (!(answer instanceof LockAnswer.Acquired acquired)) {
      tally.held(nova, answer);
      return null;
    }
    LeaseKeeper keeper = LeaseKeeper.start(acquired.lease(), heartbeat, () -> {});
    try {
      return begun(planner.plan(nova, work, acquired.lease(), keeper));
    } catch (StoreException e) {
      tally.postponed(nova, PostponedCode.STORE_FAILED, e);
      return null;
    } catch (IllegalStateException | SchemaException e) {
      tally.postponed(nova, PostponedCode.NOT_READY, e);
      return null;
    } finally {
      if (!underWay.containsKey(nova)) {
        keeper.close();
        acquired.lease().close();
      }
    }
  }

  private @Nullable PlannedTable begun(TableWork work) {
    NovaId nova = work.plan().nova();
    if (work.isCurrent(stores.archive())) {
      stores.catalog().workQueue().settle(work.queue());
      tally.unchanged();
      return null;
    }
    underWay.put(nova, work);
    return work.plan();
  }

  /** What is to be recorded; empty, and counted, of a table that could not be built. */
  private Optional<Replacement<PhotometryTable>> outcome(BuiltTable built, Progress progress) {
    TableWork work = underWay.remove(built.nova());
    if (work == null) {
      throw new IllegalStateException(
          "Cannot record table of nova '%s': a task built what no plan asked for"
              .formatted(built.nova()));
    }
    BuiltTable.Facts facts = built.facts();
    if (facts == null) {
      work.close();
      decideAgain(built.damaged());
      tally.postponed(built.nova(), requireNonNull(built.postponement(), "no result"));
      progress.add(1);
      return Optional.empty();
    }
    recording.put(built.nova(), work);
    return Optional.of(
        Replacement.of(
            work.table(facts, clock.instant(), run.id()), work.lease().fence(), work.queue()));
  }

  /**
   * What was damaged is made again from original bytes by the next run. So are parts that another
   * run wrote late, over those that were recorded, and died before it saw that it was late.
   */
  private void decideAgain(List<IngestFileId> damaged) {
    Uploads uploads = stores.catalog().uploads();
    uploads.findAll(damaged).values().stream()
        .filter(upload -> upload.status() == UploadStatus.ACCEPTED)
        .forEach(uploads::decideAgain);
  }

  private void ended(ReplacementResult<PhotometryTable> result, Progress progress) {
    NovaId nova = result.of().what().novaId();
    TableWork work = requireNonNull(recording.remove(nova), "not given");
    try {
      tell(nova, result);
    } finally {
      work.close();
    }
    progress.add(1);
  }

  private void tell(NovaId nova, ReplacementResult<PhotometryTable> result) {
    if (result instanceof ReplacementResult.Recorded) {
      tally.built(result.of().what());
    } else if (result instanceof ReplacementResult.Unknown<PhotometryTable> unknown) {
      tally.unknown(nova, unknown.why());
    } else {
      tally.lost(
          nova,
          "table of nova %s (another run has taken its lock or built it; it will be built again)"
              .formatted(nova));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}

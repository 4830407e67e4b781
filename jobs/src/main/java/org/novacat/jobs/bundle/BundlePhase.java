package org.novacat.jobs.bundle;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.bundle.BundlePlanner.BundleWork;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.TaskFault;
import org.novacat.jobs.report.Progress;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.spark.Bin;
import org.novacat.jobs.spark.FileGuard;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.jobs.spark.Waves;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Committer;
import org.novacat.persistence.commit.Replacement;
import org.novacat.persistence.commit.ReplacementResult;
import org.novacat.persistence.failure.SchemaException;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.table.Pages;

/**
 * Builds the bundles of novae: each nova is locked, its content is read, a task builds where it is
 * another than that of the item, and the result is recorded under the lock's fence.
 *
 * <p>A run that dies before its commit leaves a zip file, or that and a manifest, that no item
 * points at; the work is still in the queue, so the next run, with a higher token, builds the same
 * zip file over it. One that dies after its commit leaves at most work that is done, which the next
 * run finds to be so and clears.
 */
final class BundlePhase {
  /** Locked at a time; each lock is renewed until its bundle is recorded. */
  private static final int WAVE = 64;

  /** Each at once: until its item is recorded, nobody trusts a bundle that was replaced. */
  private static final CommitSettings ONE_BY_ONE = new CommitSettings(8, 1, Duration.ZERO);

  private final JobRunner run;
  private final Stores stores;
  private final BundlePlanner planner;
  private final BundleTally tally;
  private final Clock clock;
  private final Committer<Replacement<Bundle>, ReplacementResult<Bundle>> committer;
  private final Map<NovaId, BundleWork> underWay = new HashMap<>();
  private final Map<NovaId, Recording> recording = new HashMap<>();

  /** Several, so that a table that does not answer for one lock keeps no other from its turn. */
  private final ScheduledExecutorService heartbeat =
      Executors.newScheduledThreadPool(8, BundlePhase::daemon);

  /** Builds the bundles of a bin of novae, as it travels to an executor. */
  private record Task(ArchiveLocation location)
      implements Waves.Work<Bin<PlannedBundle>, ArrayList<BuiltBundle>> {
    @Override
    public ArrayList<BuiltBundle> call(Bin<PlannedBundle> bin) {
      ArrayList<BuiltBundle> built = new ArrayList<>();
      try (Archive archive = location.open()) {
        BundleBuilder builder = new BundleBuilder(archive);
        for (PlannedBundle bundle : bin.pieces()) {
          NovaId nova = bundle.content().id();
          built.add(
              FileGuard.run(() -> builder.build(bundle), why -> BuiltBundle.postponed(nova, why)));
        }
      }
      return built;
    }
  }

  private record Recording(BundleWork work, int files) {}

  BundlePhase(JobRunner run, Clock clock, BundleTally tally) {
    this.run = run;
    this.stores = run.stores();
    this.planner = new BundlePlanner(stores, clock);
    this.tally = tally;
    this.clock = clock;
    this.committer = stores.catalog().replacementCommitter(ONE_BY_ONE);
  }

  /** Builds the bundle of each nova, but for those that another run holds. */
  void build(Map<NovaId, List<WorkItem>> due) {
    try (Waves<Bin<PlannedBundle>, ArrayList<BuiltBundle>> results =
            run.waves(
                "BuildBundles",
                waves(due),
                new Task(stores.derivedLocation()),
                some -> TaskFault.first(some.stream().map(BuiltBundle::postponement)));
        Progress progress = Progress.of("bundles", due.size())) {
      Iterator<Replacement<Bundle>> outcomes =
          Pages.stream(results)
              .flatMap(List::stream)
              .flatMap(one -> outcome(one, progress).stream())
              .iterator();
      committer.commit(outcomes, result -> ended(result, progress));
    } finally {
      underWay.values().forEach(BundleWork::close);
      recording.values().forEach(one -> one.work().close());
      heartbeat.shutdownNow();
    }
  }

  private Iterator<List<Bin<PlannedBundle>>> waves(Map<NovaId, List<WorkItem>> due) {
    return Bin.waves(
        due.entrySet(),
        WAVE,
        run.spark().defaultParallelism(),
        one -> locked(one.getKey(), one.getValue()));
  }

  /** A plan made under the nova's lock; null when there is nothing to build, or not by this run. */
  private @Nullable PlannedBundle locked(NovaId nova, List<WorkItem> queue) {
    LockAnswer answer = stores.catalog().locks().acquire(Bundle.lock(nova));
    if (!(answer instanceof LockAnswer.Acquired acquired)) {
      tally.held(nova, answer);
      return null;
    }
    LeaseKeeper keeper = LeaseKeeper.start(acquired.lease(), heartbeat, () -> {});
    try {
      return begun(planner.plan(nova, queue, acquired.lease(), keeper));
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

  private @Nullable PlannedBundle begun(BundleWork work) {
    if (work.isCurrent()) {
      stores.catalog().workQueue().settle(work.queue());
      tally.unchanged();
      return null;
    }
    PlannedBundle planned = planner.planned(work);
    underWay.put(work.content().id(), work);
    return planned;
  }

  /** What is to be recorded; empty, and counted, of a bundle that could not be built. */
  private Optional<Replacement<Bundle>> outcome(BuiltBundle built, Progress progress) {
    BundleWork work = underWay.remove(built.nova());
    if (work == null) {
      throw new IllegalStateException(
          "Cannot record bundle of nova '%s': a task built what no plan asked for"
              .formatted(built.nova()));
    }
    BuiltBundle.Facts facts = built.facts();
    if (facts == null) {
      work.close();
      tally.postponed(built.nova(), requireNonNull(built.postponement(), "no result"));
      progress.add(1);
      return Optional.empty();
    }
    recording.put(built.nova(), new Recording(work, facts.files()));
    return Optional.of(
        Replacement.of(
            work.bundle(facts, clock.instant(), run.id()), work.lease().fence(), work.queue()));
  }

  private void ended(ReplacementResult<Bundle> result, Progress progress) {
    Bundle bundle = result.of().what();
    Recording recorded = requireNonNull(recording.remove(bundle.novaId()), "not given");
    try {
      tell(bundle, recorded.files(), result);
    } finally {
      recorded.work().close();
    }
    progress.add(1);
  }

  private void tell(Bundle bundle, int files, ReplacementResult<Bundle> result) {
    NovaId nova = bundle.novaId();
    if (result instanceof ReplacementResult.Recorded) {
      tally.built(bundle, files);
    } else if (result instanceof ReplacementResult.Unknown<Bundle> unknown) {
      tally.unknown(nova, unknown.why());
    } else {
      tally.lost(
          nova,
          "bundle of nova %s (another run has taken its lock or built it; it will be built again)"
              .formatted(nova));
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-heartbeat");
    thread.setDaemon(true);
    return thread;
  }
}

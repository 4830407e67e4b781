package org.novacat.jobs.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.novacat.jobs.content.Fingerprint;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Note;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.publish.ReleasePlan.Seen;
import org.novacat.jobs.publish.record.Losses;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.spark.PostponedCode;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.store.Content;

/**
 * The job: makes a release of what goes out now, unless visitors see just that, and leads them to
 * it once it is whole.
 *
 * @param site the public bucket
 * @param queue work that waits to be seen
 */
record PublishJob(PublicSite site, PublishOptions options, List<WorkItem> queue, Clock clock)
    implements Job {
  private static final Counted RELEASES =
      new Counted("releases", "published", "stopped by the gate", 20);

  /** Why a release is not led to. */
  enum Refusal {
    /** It has less than the one before, or something changed that should not. */
    LOSSES
  }

  PublishJob {
    queue = List.copyOf(queue);
  }

  @Override
  public String name() {
    return "publish";
  }

  @Override
  public String workflow() {
    return "publish";
  }

  @Override
  public Content input() {
    ObjectNode root = Json.object().put("workflow", workflow());
    root.put("base_url", options.baseUrl()).put("accept_losses", options.acceptLosses());
    root.put("all", options.all());
    queue.stream()
        .map(WorkItem::novaId)
        .distinct()
        .sorted()
        .map(NovaId::toString)
        .forEach(nova -> root.withArray("novae").add(nova));
    return Content.of(Json.document(root));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: visitors see all that goes out.";
  }

  @Override
  public void run(JobRunner run) {
    if (isIdle(run.stores().catalog())) {
      return;
    }
    run.begin();
    Tally releases = run.count(RELEASES);
    releases.plan(1);
    LockAnswer answer = run.stores().catalog().locks().acquire(Release.lock());
    if (!(answer instanceof LockAnswer.Acquired acquired)) {
      releases.named(
          Ending.NOT_OURS, "release", "Another run publishes (see 'novacat runs', then try again)");
      return;
    }
    ScheduledExecutorService heartbeat = Executors.newScheduledThreadPool(1, PublishJob::daemon);
    LeaseKeeper keeper = LeaseKeeper.start(acquired.lease(), heartbeat, () -> {});
    try {
      new Held(run, releases, acquired).publish();
    } finally {
      keeper.close();
      heartbeat.shutdownNow();
      acquired.lease().close();
    }
  }

  /** Nothing is new or asked for, and no killed run left anything to finish. */
  private boolean isIdle(Catalog catalog) {
    if (!queue.isEmpty() || options.isAsked()) {
      return false;
    }
    return catalog
        .releases()
        .current()
        .filter(current -> current.next() == null)
        .flatMap(current -> catalog.releases().find(current.id()))
        .filter(options::isBaseOf)
        .isPresent();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "novacat-heartbeat");
    thread.setDaemon(true);
    return thread;
  }

  /** What is done while the lock of releases is held. */
  private final class Held {
    private final JobRunner run;
    private final Tally releases;
    private final CurrentPointer current;

    /** Whether visitors are led to what everybody may see now. */
    private boolean isNew;

    Held(JobRunner run, Tally releases, LockAnswer.Acquired lock) {
      this.run = run;
      this.releases = releases;
      this.current =
          new CurrentPointer(run.stores().catalog(), site.archive(), clock, run.id(), lock.lease());
    }

    void publish() {
      if (current.settle()) {
        run.note("finished", List.of("what a killed run began"));
      }
      try (ReleasePlan plan = plan()) {
        tellOf(plan);
        publish(plan);
      }
      if (!run.stopped()) {
        tellOfWithdrawn();
      }
    }

    private ReleasePlan plan() {
      var catalog = run.stores().catalog();
      Seen seen = options.seen(catalog, site.archive());
      String lost = seen.lost();
      if (lost != null) {
        run.notes("not compared", List.of(Note.sentence(lost)));
      }
      return ReleasePlan.of(catalog, new NovaContents(catalog, clock), seen, queue, options);
    }

    private void publish(ReleasePlan plan) {
      Release left = plan.left();
      Release same = plan.same();
      Release there = plan.isCurrent() ? plan.before() : same;
      if (!plan.unbundled().isEmpty()) {
        postpone(plan.unbundled());
      } else if (there != null && options.all() && Wholeness.isDamaged(site.archive(), there)) {
        make(plan, insteadOf(there));
      } else if (plan.isCurrent()) {
        settle(plan);
      } else if (left != null) {
        settle(plan);
        run.notes("release", List.of(Note.sentence(wentBack(left.id()))));
      } else if (same != null) {
        leadTo(plan, same);
      } else {
        make(plan, plan.content());
      }
    }

    /** A release is never changed, so what takes the place of a damaged one has another id. */
    private ContentHash insteadOf(Release damaged) {
      return new Fingerprint().add(damaged.content()).add(damaged.id()).hash();
    }

    /** What was withdrawn stays readable in older releases until they are removed. */
    private void tellOfWithdrawn() {
      List<Note> old = new OldReleases(run.stores(), site.archive(), clock).notes(isNew);
      if (!old.isEmpty()) {
        run.notes("still readable", old);
      }
    }

    private void settle(ReleasePlan plan) {
      isNew = plan.isCurrent();
      plan.noteDays(run.stores().catalog());
      run.stores().catalog().workQueue().settle(queue);
      releases.ended(Ending.UNCHANGED);
    }

    /** What goes out is what an older release has, all of which is there. */
    private void leadTo(ReleasePlan plan, Release same) {
      if (isStopped(plan.losses(CurrentPointer.units(site.archive(), same)), same.id())) {
        return;
      }
      Wholeness.require(site.archive(), same, "make one in its place with 'novacat publish --all'");
      current.moveBackTo(same, plan.current());
      isNew = true;
      plan.noteDays(run.stores().catalog());
      run.stores().catalog().workQueue().settle(queue);
      releases.ended(Ending.DONE);
      run.fact("release_id", same.id().text());
    }

    private String wentBack(ReleaseId id) {
      return "What goes out is what release %1$s has, from which somebody went back (novacat publish rollback %1$s leads visitors there again)"
          .formatted(id);
    }

    private void tellOf(ReleasePlan plan) {
      if (!plan.inDoubt().isEmpty()) {
        run.note("not shown until it is settled which novae they are", plan.inDoubt());
      }
    }

    private void postpone(List<String> novae) {
      releases.named(
          Ending.POSTPONED,
          PostponedCode.NOT_READY,
          "release",
          "Cannot publish: the bundles of %s novae are not of what they hold now, first of '%s' (run 'novacat bundle')"
              .formatted(novae.size(), novae.get(0)));
    }

    /** Of the content, of which the id of the release is made. */
    private void make(ReleasePlan plan, ContentHash name) {
      ReleaseId id = ReleaseId.mint(clock.instant(), name);
      ReleaseMaker maker = new ReleaseMaker(run, site, plan, id, options);
      boolean isMade = maker.make();
      if (run.stopped()) {
        return;
      }
      if (!isMade) {
        releases.named(
            Ending.POSTPONED,
            PostponedCode.NOT_READY,
            id.text(),
            "Cannot publish release '%s': not all of it could be made (see above; run again)"
                .formatted(id));
        return;
      }
      lead(plan, maker, id);
    }

    private void lead(ReleasePlan plan, ReleaseMaker maker, ReleaseId id) {
      if (isStopped(maker.losses(), id)) {
        return;
      }
      maker.finish(current, plan);
      isNew = true;
      releases.ended(Ending.DONE);
      run.fact("release_id", id.text());
    }

    /** Whether it may not be led to without a person's word; tells how it differs in any case. */
    private boolean isStopped(Losses losses, ReleaseId id) {
      run.notes("changes", Changes.notes(losses));
      if (!losses.lost().isEmpty()) {
        run.notes("lost", losses.lost().stream().map(Changes::note).toList());
      }
      boolean isStopped =
          !losses.isAcceptable(options.allowance()) && options.acceptLosses().isEmpty();
      if (isStopped) {
        releases.named(
            Ending.REFUSED,
            Refusal.LOSSES,
            id.text(),
            "Cannot lead visitors to release '%s': it lacks what they see now (see 'lost'; if it has to be so, say why with --accept-losses)"
                .formatted(id));
      }
      return isStopped;
    }
  }
}

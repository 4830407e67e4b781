package org.novacat.jobs.publish;

import java.time.Clock;
import java.util.List;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.photometry.outgoing.RowsNotKept;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Stores;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Content;

/** The job: leads visitors to a release that was made before. */
record RollbackJob(PublicSite site, Release release, Clock clock) implements Job {
  private static final Counted RELEASES = new Counted("releases", "shown again", "refused", 1);

  @Override
  public String name() {
    return "publish rollback";
  }

  @Override
  public String workflow() {
    return "publish_rollback";
  }

  @Override
  public Content input() {
    return Content.of(
        Json.document(
            Json.object().put("workflow", workflow()).put("release_id", release.id().text())));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: visitors see this release.";
  }

  @Override
  public void run(JobRunner run) {
    run.begin();
    Tally tally = run.count(RELEASES);
    tally.plan(1);
    LockAnswer answer = run.stores().catalog().locks().acquire(Release.lock());
    if (!(answer instanceof LockAnswer.Acquired acquired)) {
      tally.named(
          Ending.NOT_OURS, "release", "Another run publishes (see 'novacat runs', then try again)");
      return;
    }
    try {
      tally.ended(move(run, acquired));
    } finally {
      acquired.lease().close();
    }
  }

  private Ending move(JobRunner run, LockAnswer.Acquired lock) {
    var catalog = run.stores().catalog();
    CurrentPointer pointer =
        new CurrentPointer(catalog, site.archive(), clock, run.id(), lock.lease());
    pointer.settle();
    Wholeness.require(site.archive(), release, "name another release");
    requirePublic(run.stores());
    CurrentRelease current = catalog.releases().current().orElse(null);
    if (current != null && current.id().equals(release.id())) {
      return Ending.UNCHANGED;
    }
    pointer.moveBackTo(release, current);
    return Ending.DONE;
  }

  private List<String> withdrawn(Stores stores) {
    try {
      return new Withdrawn(stores, clock)
          .of(CurrentPointer.units(site.archive(), release).values());
    } catch (RowsNotKept e) {
      throw new UserError(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Data that were withdrawn since do not come back without a word.
   *
   * @throws UserError when the release has such data
   */
  void requirePublic(Stores stores) {
    List<String> withdrawn = withdrawn(stores);
    if (!withdrawn.isEmpty()) {
      throw new UserError(
          "Cannot lead visitors back: %s products of that release are not public any more, or have rows that are not, such as '%s' (name another release, or let everybody see them with 'novacat rights set')"
              .formatted(withdrawn.size(), withdrawn.get(0)));
    }
  }
}

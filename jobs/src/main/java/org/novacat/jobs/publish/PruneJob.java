package org.novacat.jobs.publish;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.report.Report;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ListedObject;

/**
 * The job: removes releases. First the item of one goes, so that nobody can be led there any more,
 * then its objects; who dies between leaves objects without an item, which the next time removes.
 *
 * @param old releases that are there and are to go, the oldest first
 * @param left releases of which only objects are there
 */
record PruneJob(PublicSite site, List<Release> old, List<ReleaseId> left, Clock clock)
    implements Job, Report {
  private static final int BETWEEN_HEARTBEATS = 100;
  private static final Counted RELEASES = new Counted("releases", "removed", "refused", 100);

  PruneJob {
    old = List.copyOf(old);
    left = List.copyOf(left);
  }

  /** What is to go as things are now. */
  static PruneJob of(Stores stores, PublicSite site, long keep, Clock clock) {
    List<Release> all = stores.catalog().releases().list().toList();
    ReleaseId current = stores.catalog().releases().current().map(CurrentRelease::id).orElse(null);
    int newest = (int) Math.max(0, all.size() - keep);
    List<Release> old =
        all.subList(0, newest).stream().filter(release -> !release.id().equals(current)).toList();
    return new PruneJob(site, old, leftovers(site.archive(), all, current), clock);
  }

  private static List<ReleaseId> leftovers(
      Archive site, List<Release> all, @Nullable ReleaseId current) {
    Set<ReleaseId> known = all.stream().map(Release::id).collect(toCollection(TreeSet::new));
    if (current != null) {
      known.add(current);
    }
    Set<ReleaseId> left = new TreeSet<>();
    try (Stream<ListedObject> objects = site.list("releases/")) {
      objects
          .map(object -> object.key().toString().split("/")[1])
          .distinct()
          .map(ReleaseId::parse)
          .filter(id -> !known.contains(id))
          .forEach(left::add);
    }
    return List.copyOf(left);
  }

  @Override
  public String name() {
    return "publish prune";
  }

  @Override
  public String workflow() {
    return "publish_prune";
  }

  @Override
  public Content input() {
    return Content.of(Json.document(json()));
  }

  @Override
  public String nothingToDo() {
    return "Nothing to do: there is no release to remove.";
  }

  @Override
  public void run(JobRunner run) {
    if (old.isEmpty() && left.isEmpty()) {
      return;
    }
    run.begin();
    Tally tally = run.count(RELEASES);
    tally.plan(old.size() + (long) left.size());
    LockAnswer answer = run.stores().catalog().locks().acquire(Release.lock());
    if (!(answer instanceof LockAnswer.Acquired acquired)) {
      tally.ended(Ending.NOT_OURS, old.size() + (long) left.size());
      return;
    }
    try {
      remove(run, acquired.lease(), tally);
    } finally {
      acquired.lease().close();
    }
  }

  private void remove(JobRunner run, Lease lease, Tally tally) {
    var catalog = run.stores().catalog();
    new CurrentPointer(catalog, site.archive(), clock, run.id(), lease).settle();
    CurrentRelease current = catalog.releases().current().orElse(null);
    for (Release release : old) {
      if (isRemoved(catalog, release, current, lease)) {
        removeObjects(release.id(), lease);
        tally.ended(Ending.DONE);
      } else {
        tally.named(Ending.CONFLICT, release.id().text(), "Visitors are led to it meanwhile");
      }
    }
    for (ReleaseId id : left) {
      lease.renew();
      boolean isLeft = catalog.releases().find(id).isEmpty();
      if (isLeft) {
        removeObjects(id, lease);
      }
      tally.ended(isLeft ? Ending.DONE : Ending.CONFLICT);
    }
  }

  private static boolean isRemoved(
      Catalog catalog, Release release, @Nullable CurrentRelease current, Lease lease) {
    return current != null
        && !current.id().equals(release.id())
        && catalog.releases().remove(release, current, lease.fence());
  }

  /** Whoever lost the lock removes nothing more: another run may make the same release. */
  private void removeObjects(ReleaseId id, Lease lease) {
    List<ListedObject> objects;
    try (Stream<ListedObject> all = site.archive().list(NovaCatKeys.releaseFolder(id))) {
      objects = all.toList();
    }
    for (int i = 0; i < objects.size(); i++) {
      if (i % BETWEEN_HEARTBEATS == 0) {
        lease.renew();
      }
      site.archive().delete(objects.get(i).key());
    }
  }

  @Override
  public ObjectNode json() {
    ObjectNode root = Json.object().put("job", name()).put("dry_run", true);
    old.forEach(release -> root.withArray("releases").add(release.id().text()));
    left.forEach(id -> root.withArray("left_by_killed_runs").add(id.text()));
    return root;
  }

  @Override
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    old.forEach(release -> lines.add("Would remove release " + release.id()));
    left.forEach(
        id ->
            lines.add(
                "Would remove what a run that was killed, or that the gate stopped, left of release "
                    + id));
    lines.add("Nothing was written.");
    return lines;
  }
}

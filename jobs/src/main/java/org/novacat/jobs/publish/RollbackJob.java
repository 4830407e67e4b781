package org.novacat.jobs.publish;

import static java.time.ZoneOffset.UTC;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.job.Counted;
import org.novacat.jobs.job.Ending;
import org.novacat.jobs.job.Job;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.job.Tally;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.publish.record.ReleasedProduct;
import org.novacat.jobs.report.Json;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;

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
    requireWhole(site, release);
    requirePublic(run.stores(), units(), clock);
    CurrentRelease current = catalog.releases().current().orElse(null);
    if (current != null && current.id().equals(release.id())) {
      return Ending.UNCHANGED;
    }
    pointer.moveBackTo(release, current);
    return Ending.DONE;
  }

  private Collection<ReleaseUnit> units() {
    return CurrentPointer.units(site.archive(), release).values();
  }

  /** Data that were withdrawn since do not come back without a word. */
  private static void requirePublic(Stores stores, Collection<ReleaseUnit> units, Clock clock) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), UTC);
    List<String> withdrawn =
        units.stream()
            .flatMap(unit -> unit.products().stream())
            .filter(ReleasedProduct::isSpectrum)
            .filter(product -> !isPublic(stores, product, today))
            .map(ReleasedProduct::name)
            .toList();
    if (!withdrawn.isEmpty()) {
      throw new UserError(
          "Cannot lead visitors back: %s spectra of that release are not public any more, such as '%s' (name another release, or let everybody see them with 'novacat rights set')"
              .formatted(withdrawn.size(), withdrawn.get(0)));
    }
  }

  private static boolean isPublic(Stores stores, ReleasedProduct product, LocalDate today) {
    return stores
        .catalog()
        .products()
        .find(product.id())
        .map(found -> found.rights().access().isPublicOn(today))
        .orElse(true);
  }

  /**
   * Looks whether all objects of a release are there.
   *
   * @throws UserError when one is not
   */
  static void requireWhole(PublicSite site, Release release) {
    List<Pointer> files =
        CurrentPointer.units(site.archive(), release).values().stream()
            .flatMap(unit -> unit.files().stream())
            .map(file -> file.pointer(site.archive().bucket(), release.id()))
            .collect(toList());
    Map<Pointer, UnusableObject> unusable =
        site.archive().unusable(NovaCatKeys.releaseFolder(release.id()), files);
    if (!unusable.isEmpty()) {
      throw new UserError(
          "Cannot lead visitors to release '%s': %s of its objects cannot be used, such as: %s (name another release)"
              .formatted(
                  release.id(), unusable.size(), unusable.values().iterator().next().getMessage()),
          ExitCode.DAMAGED);
    }
  }
}

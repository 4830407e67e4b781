package org.novacat.jobs.publish;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.bundle.BundleForm;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.publish.plan.ContentSpool;
import org.novacat.jobs.publish.plan.UnitContents;
import org.novacat.jobs.publish.plan.UnitPlan.BundleObjects;
import org.novacat.jobs.publish.record.Losses;
import org.novacat.jobs.publish.record.ReleaseCounts;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;

/**
 * What a release is to hold, from items alone. Closing it forgets it.
 *
 * @param contents of all novae, by id
 * @param units the content of each unit
 * @param content fingerprint of all of it
 * @param bundles of the novae that are shown
 * @param unbundled names of novae whose bundle is not of what they hold now
 * @param inDoubt names of novae that are not shown until a person settles which they are
 * @param queue work that a release of this settles
 * @param current what visitors see; null before the first release
 * @param before the release that they see, and its units; null before the first
 * @param baseUrl of the public bucket, that its documents name; "" for none
 * @param same the newest release with this content that visitors do not see; null when there is
 *     none
 * @param left a release with this content that somebody went back from, which no run leads to by
 *     itself; null when there is none. One that is older than what visitors see nobody went back
 *     from: what goes out is what it was then
 */
record ReleasePlan(
    ContentSpool contents,
    SortedMap<String, ContentHash> units,
    ContentHash content,
    Map<NovaId, BundleObjects> bundles,
    List<String> unbundled,
    List<String> inDoubt,
    List<WorkItem> queue,
    @Nullable CurrentRelease current,
    @Nullable Release before,
    SortedMap<String, ReleaseUnit> unitsBefore,
    String baseUrl,
    @Nullable Release same,
    @Nullable Release left)
    implements AutoCloseable {
  private static final int TOGETHER = 100;

  ReleasePlan {
    bundles = Map.copyOf(bundles);
    unbundled = List.copyOf(unbundled);
    inDoubt = List.copyOf(inDoubt);
    queue = List.copyOf(queue);
    units = Collections.unmodifiableSortedMap(units);
    unitsBefore = Collections.unmodifiableSortedMap(unitsBefore);
  }

  /** Whether visitors see this content already. */
  boolean isCurrent() {
    Release seen = before;
    return seen != null && seen.content().equals(content);
  }

  /** What units have otherwise than what visitors see. */
  Losses losses(SortedMap<String, ReleaseUnit> now) {
    Losses losses = Losses.between(unitsBefore, now);
    Release seen = before;
    return seen == null
        ? losses
        : new Losses(ReleaseCounts.of(seen), losses.after(), losses.changes());
  }

  /** Has the next run look again on the days on which something becomes public by itself. */
  void noteDays(Catalog catalog) {
    for (NovaContent nova : contents) {
      LocalDate day = nova.nextChange();
      if (day != null) {
        catalog.workQueue().putOnDay(nova.id(), WorkConsumer.RELEASE, day);
      }
    }
  }

  @Override
  public void close() {
    contents.close();
  }

  /**
   * Finds out what a release of now would hold.
   *
   * @param seen what visitors see, with its units
   * @param queue as it was read before the items
   */
  static ReleasePlan of(
      Catalog catalog,
      NovaContents contents,
      Seen seen,
      List<WorkItem> queue,
      PublishOptions options) {
    ContentSpool spool = ContentSpool.of(catalog.novae().list().map(contents::of).iterator());
    try {
      return of(catalog, spool, seen, queue, options);
    } catch (RuntimeException e) {
      spool.close();
      throw e;
    }
  }

  private static ReleasePlan of(
      Catalog catalog,
      ContentSpool spool,
      Seen seen,
      List<WorkItem> queue,
      PublishOptions options) {
    SortedMap<String, ContentHash> units = UnitContents.of(spool);
    String baseUrl = options.baseUrl(seen.release());
    ContentHash content = UnitContents.release(units, baseUrl);
    Bundles bundles = Bundles.of(catalog, spool);
    return new ReleasePlan(
        spool,
        units,
        content,
        bundles.current(),
        bundles.missing(),
        bundles.inDoubt(),
        queue,
        seen.current(),
        seen.release(),
        seen.units(),
        baseUrl,
        last(catalog, one -> !one.equals(seen.release()) && one.content().equals(content)),
        last(
            catalog,
            one ->
                seen.isBefore(one)
                    && one.content().equals(UnitContents.release(units, options.baseUrl(one)))));
  }

  private static @Nullable Release last(Catalog catalog, Predicate<Release> wanted) {
    return catalog.releases().list().filter(wanted).reduce((one, other) -> other).orElse(null);
  }

  /**
   * What visitors see.
   *
   * @param lost why the units are not known; null when they are
   */
  record Seen(
      @Nullable CurrentRelease current,
      @Nullable Release release,
      SortedMap<String, ReleaseUnit> units,
      @Nullable String lost) {
    /** Before the first release. */
    static final Seen NOTHING = new Seen(null, null, new TreeMap<>(), null);

    /** Whether a release was made after the one that visitors see. */
    boolean isBefore(Release other) {
      return release != null && other.meta().createdAt().isAfter(release.meta().createdAt());
    }
  }

  /** The bundles of novae that are shown, and names of those without a current one. */
  private record Bundles(
      Map<NovaId, BundleObjects> current, List<String> missing, List<String> inDoubt) {
    static Bundles of(Catalog catalog, Iterable<NovaContent> contents) {
      Bundles found = new Bundles(new HashMap<>(), new ArrayList<>(), new ArrayList<>());
      List<NovaContent> some = new ArrayList<>();
      for (NovaContent nova : contents) {
        if (nova.inDoubt()) {
          found.inDoubt.add(nova.primaryName());
        } else if (!nova.isEmpty() && nova.mergedInto() == null) {
          some.add(nova);
        }
        if (some.size() == TOGETHER) {
          found.add(catalog, some);
        }
      }
      found.add(catalog, some);
      return found;
    }

    private void add(Catalog catalog, List<NovaContent> some) {
      Map<NovaId, Bundle> there =
          catalog.bundles().findAll(some.stream().map(NovaContent::id).toList());
      for (NovaContent nova : some) {
        Bundle bundle = there.get(nova.id());
        if (bundle != null && bundle.content().equals(BundleForm.fingerprint(nova))) {
          current.put(nova.id(), new BundleObjects(bundle.zip(), bundle.manifest()));
        } else {
          missing.add(nova.primaryName());
        }
      }
      some.clear();
    }
  }
}

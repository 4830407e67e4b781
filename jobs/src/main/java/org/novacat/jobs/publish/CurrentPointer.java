package org.novacat.jobs.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.publish.ReleasePlan.Seen;
import org.novacat.jobs.publish.record.CurrentPages;
import org.novacat.jobs.publish.record.FilesList;
import org.novacat.jobs.publish.record.ReleaseCounts;
import org.novacat.jobs.publish.record.ReleaseUnit;
import org.novacat.jobs.report.Json;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.commit.CommitSettings;
import org.novacat.persistence.commit.Replacement;
import org.novacat.persistence.commit.ReplacementResult;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.Fence;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.UnusableObject;
import org.novacat.persistence.store.WriteResult;

/**
 * Leads visitors to a release, under the lock of releases.
 *
 * <p>First the item says what is begun. Then {@code current/release.json} is replaced, if it is
 * still the one that was read when the lock was taken, then the page that is made from it, then the
 * item says so, and the release gets its own. Who dies between leaves visitors at a whole release;
 * whoever comes next under the lock {@link #settle finishes} what is begun.
 */
final class CurrentPointer {
  private static final long MOST_BYTES = 1L << 30;
  private static final CommitSettings ONE = new CommitSettings(1, 1, Duration.ZERO);
  private static final LayoutKey RECORD = NovaCatKeys.current(CurrentPages.RECORD);
  private static final LayoutKey PAGE = NovaCatKeys.current(CurrentPages.PAGE);

  private final Catalog catalog;
  private final Archive site;
  private final Clock clock;
  private final JobRunId run;
  private final Lease lease;
  private final Fence fence;
  private @Nullable ETag etag;

  /**
   * As it is now.
   *
   * @param site the public bucket
   * @param lease of the lock, which is held
   */
  CurrentPointer(Catalog catalog, Archive site, Clock clock, JobRunId run, Lease lease) {
    this.catalog = catalog;
    this.site = site;
    this.clock = clock;
    this.run = run;
    this.lease = lease;
    this.fence = lease.fence();
    this.etag = site.find(RECORD.key()).map(ObjectInfo::etag).orElse(null);
  }

  /** What visitors see, as items say it. */
  static Seen seen(Catalog catalog, Archive site) {
    return seen(catalog, null, release -> units(site, release));
  }

  /** The same where the list of its units is lost, and why. */
  static Seen seenWithoutUnits(Catalog catalog, String why) {
    return seen(catalog, why, release -> new TreeMap<>());
  }

  private static Seen seen(
      Catalog catalog,
      @Nullable String lost,
      Function<Release, SortedMap<String, ReleaseUnit>> units) {
    return catalog
        .releases()
        .current()
        .map(
            current -> {
              Release release = catalog.releases().find(current.id()).orElseThrow();
              return new Seen(current, release, units.apply(release), lost);
            })
        .orElse(Seen.NOTHING);
  }

  /** The units of a release that is whole. */
  static SortedMap<String, ReleaseUnit> units(Archive site, Release release) {
    return units(site.read(release.files(), MOST_BYTES).get());
  }

  private static SortedMap<String, ReleaseUnit> units(byte[] list) {
    try {
      return FilesList.read(new ByteArrayInputStream(list));
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
  }

  /**
   * Finishes what a killed run began: a release that visitors see and no item knows gets its item,
   * the page is brought to what the record beside it says, and a record that is lost is written
   * again.
   *
   * @return whether there was anything to finish
   */
  boolean settle() {
    CurrentPages shown =
        site.unverified(RECORD.key(), MOST_BYTES).flatMap(CurrentPages::read).orElse(null);
    CurrentRelease current = catalog.releases().current().orElse(null);
    if (shown == null) {
      return leadAgain(current);
    }
    boolean isPageLeft = writePage(shown);
    if (current != null && current.id().equals(shown.id())) {
      boolean wasBegun = forget(current);
      return wasBegun || isPageLeft;
    }
    Pointer record = site.pointer(RECORD.key()).orElseThrow();
    Optional<Release> known = catalog.releases().find(shown.id());
    CurrentRelease now = new CurrentRelease(shown.id(), record, null, meta(current));
    try {
      commit(
          known.isPresent()
              ? Replacement.of(now, fence)
              : Replacement.of(now, adopted(shown), fence, List.of()));
    } catch (UnusableObject e) {
      takeBack(current, e);
    }
    return true;
  }

  /** Notes that nobody leads visitors elsewhere any more; false when nobody did. */
  private boolean forget(CurrentRelease current) {
    if (current.next() == null) {
      return false;
    }
    commit(
        Replacement.of(
            new CurrentRelease(current.id(), current.pointer(), null, meta(current)), fence));
    return true;
  }

  /** Leads visitors from a release that is not there to the one that items know. */
  private void takeBack(@Nullable CurrentRelease current, UnusableObject why) {
    if (current == null) {
      throw why;
    }
    leadAgain(current);
    throw new UserError(
        "Cannot go on: visitors were led to a release that is not there, and are led to '%s' again (run the command again)"
            .formatted(current.id()),
        ExitCode.CONFLICT);
  }

  /** Leads visitors to the release that items know. */
  private boolean leadAgain(@Nullable CurrentRelease current) {
    if (current == null) {
      return false;
    }
    CurrentPages pages = pages(catalog.releases().find(current.id()).orElseThrow());
    lease.renew(); // who lost the lock while it slept leads nobody anywhere
    replaceRecord(pages);
    writePage(pages);
    return true;
  }

  private static CurrentPages pages(Release release) {
    return new CurrentPages(release.id(), release.content(), release.files().sha256());
  }

  /** A release that is whole, since visitors were led to it, from what it says of itself. */
  private Release adopted(CurrentPages shown) {
    LayoutKey files = NovaCatKeys.release(shown.id(), ReleasePaths.FILES);
    byte[] list = site.read(files.key(), shown.files(), MOST_BYTES).get();
    JsonNode said = said(shown);
    Terms terms =
        new Terms(said.path("base_url").asText(""), said.path("losses_accepted").asText(""));
    Pointer pointer = site.pointer(files.key()).orElseThrow();
    return release(shown, pointer, ReleaseCounts.of(units(list).values()), terms);
  }

  /** Without it, addresses of the next release would begin elsewhere without a word. */
  private JsonNode said(CurrentPages shown) {
    ObjectKey record = NovaCatKeys.release(shown.id(), ReleasePaths.RECORD).key();
    return Json.parse(
        site.unverified(record, MOST_BYTES).orElseThrow(() -> UnusableObject.missing(record)));
  }

  /**
   * What a release was made with.
   *
   * @param baseUrl of the public bucket; "" for none
   * @param accepted why it may hold less than the one before; "" when it does not
   */
  record Terms(String baseUrl, String accepted) {}

  private Release release(CurrentPages pages, Pointer files, ReleaseCounts counts, Terms terms) {
    return new Release(
        pages.id(),
        pages.content(),
        files,
        counts.novae(),
        counts.spectra(),
        counts.rows(),
        terms.baseUrl(),
        terms.accepted(),
        meta(null));
  }

  /**
   * Leads visitors to a new release, all objects of which are there.
   *
   * @param seen work that it settles
   */
  void moveTo(
      CurrentPages pages,
      Pointer files,
      ReleaseCounts counts,
      Terms terms,
      @Nullable CurrentRelease before,
      List<WorkItem> seen) {
    Release release = release(pages, files, counts, terms);
    CurrentRelease now = shown(pages, before);
    commit(Replacement.of(now, release, fence, seen));
  }

  /** Leads visitors to a release that was made before. */
  void moveBackTo(Release release, @Nullable CurrentRelease before) {
    commit(Replacement.of(shown(pages(release), before), fence));
  }

  private CurrentRelease shown(CurrentPages pages, @Nullable CurrentRelease before) {
    lease.renew(); // who lost the lock while it slept leads nobody anywhere
    CurrentRelease begun = before == null ? null : begun(before, pages.id());
    Pointer record = replaceRecord(pages);
    writePage(pages);
    return new CurrentRelease(pages.id(), record, null, meta(begun));
  }

  /** Replaces the record if it is still the one that was read last. */
  private Pointer replaceRecord(CurrentPages pages) {
    WriteResult written = site.replace(RECORD, Content.of(pages.record()), etag);
    if (!(written instanceof WriteResult.Written is)) {
      throw conflict();
    }
    this.etag = new ETag(is.pointer().etag());
    return is.pointer();
  }

  /** Says in the item what is begun, so that who finds nothing else to do finishes it. */
  private CurrentRelease begun(CurrentRelease before, ReleaseId next) {
    CurrentRelease begun = new CurrentRelease(before.id(), before.pointer(), next, meta(before));
    commit(Replacement.of(begun, fence));
    return begun;
  }

  /** Whether it was another one. */
  private boolean writePage(CurrentPages pages) {
    byte[] page = pages.page();
    byte[] there = site.unverified(PAGE.key(), MOST_BYTES).orElse(null);
    if (there != null && Arrays.equals(there, page)) {
      return false;
    }
    ETag before = site.find(PAGE.key()).map(ObjectInfo::etag).orElse(null);
    site.replace(PAGE, Content.of(page), before);
    return true;
  }

  private ItemMeta meta(@Nullable CurrentRelease before) {
    var now = clock.instant();
    return before == null
        ? new ItemMeta(now, now, 1, run)
        : new ItemMeta(before.meta().createdAt(), now, before.meta().version() + 1, run);
  }

  private void commit(Replacement<CurrentRelease> replacement) {
    catalog
        .<CurrentRelease>replacementCommitter(ONE)
        .commit(List.of(replacement).iterator(), CurrentPointer::requireRecorded);
  }

  private static void requireRecorded(ReplacementResult<CurrentRelease> result) {
    if (result instanceof ReplacementResult.Unknown<CurrentRelease> unknown) {
      throw new UserError(
          "Cannot tell whether release '%s' is recorded: %s (run 'novacat publish' again, which finds out)"
              .formatted(unknown.of().what().id(), unknown.why()),
          ExitCode.UNKNOWN_OUTCOME);
    }
    if (result instanceof ReplacementResult.Lost) {
      throw conflict();
    }
  }

  private static UserError conflict() {
    return new UserError(
        "Cannot lead visitors to another release: another run did so meanwhile (run 'novacat publish list', and again if need be)",
        ExitCode.CONFLICT);
  }
}

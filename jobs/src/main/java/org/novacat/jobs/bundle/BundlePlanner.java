package org.novacat.jobs.bundle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.content.NovaContent;
import org.novacat.jobs.content.NovaContents;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.item.ItemMeta;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LeaseKeeper;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.store.Archive;

/** Finds out what the bundle of a locked nova is to be made from; items alone say so. */
final class BundlePlanner {
  private final Catalog catalog;
  private final Archive archive;
  private final NovaContents contents;
  private final Clock clock;

  BundlePlanner(Stores stores, Clock clock) {
    this.catalog = stores.catalog();
    this.archive = stores.archive();
    this.contents = new NovaContents(catalog, clock);
    this.clock = clock;
  }

  /**
   * What is to be done. That something becomes public by itself on a day is noted here, before
   * anything is made that does not have it.
   *
   * @param queue work that this settles, read before
   * @throws IllegalStateException when there is no such nova
   */
  BundleWork plan(NovaId id, List<WorkItem> queue, Lease lease, LeaseKeeper keeper) {
    NovaContent content =
        contents
            .find(id)
            .orElseThrow(() -> new IllegalStateException("Cannot find nova '%s'".formatted(id)));
    if (content.nextChange() != null) {
      catalog.workQueue().putOnDay(id, WorkConsumer.BUNDLE, content.nextChange());
    }
    Bundle before = catalog.bundles().find(id).orElse(null);
    return new BundleWork(content, before, queue, lease, keeper);
  }

  /** The plan of a bundle that is due. */
  PlannedBundle planned(BundleWork work) {
    NovaId id = work.content().id();
    PlannedBundle.ETags etags =
        new PlannedBundle.ETags(
            etag(NovaCatKeys.bundleZip(id)), etag(NovaCatKeys.bundleManifest(id)));
    return new PlannedBundle(work.content(), work.fingerprint(), etags, clock.instant());
  }

  private @Nullable String etag(LayoutKey key) {
    return archive.find(key.key()).map(object -> object.etag().toString()).orElse(null);
  }

  /**
   * A bundle that this run looks at under the nova's lock. Closing it gives the lock up.
   *
   * @param before the item as it was read; null when there is none
   * @param queue entries of the work queue that this settles
   */
  record BundleWork(
      NovaContent content,
      @Nullable Bundle before,
      List<WorkItem> queue,
      Lease lease,
      LeaseKeeper keeper)
      implements AutoCloseable {
    BundleWork {
      queue = List.copyOf(queue);
    }

    ContentHash fingerprint() {
      return BundleForm.fingerprint(content);
    }

    /**
     * Whether there is nothing to build: the item has this content, or there is neither anything to
     * pass on nor a bundle that says otherwise.
     */
    boolean isCurrent() {
      if (before == null) {
        return !BundleForm.hasData(content);
      }
      boolean isLost = queue.stream().anyMatch(work -> work.type() == DirtyType.OBJECTS);
      return !isLost && before.content().equals(fingerprint());
    }

    Bundle bundle(BuiltBundle.Facts facts, Instant now, JobRunId run) {
      ItemMeta meta =
          before == null
              ? new ItemMeta(now, now, 1, run)
              : new ItemMeta(before.meta().createdAt(), now, before.meta().version() + 1, run);
      return new Bundle(content.id(), fingerprint(), facts.zip(), facts.manifest(), meta);
    }

    @Override
    public void close() {
      keeper.close();
      lease.close();
    }
  }
}

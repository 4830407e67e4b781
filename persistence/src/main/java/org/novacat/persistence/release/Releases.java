package org.novacat.persistence.release;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.Fence;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/** What was published, and which of it visitors see. */
public final class Releases {
  private final Table table;

  public Releases(Table table) {
    this.table = requireNonNull(table, "table is null");
  }

  /** Which release visitors see; empty before the first. */
  public Optional<CurrentRelease> current() {
    return CurrentRelease.ITEM.find(table, Keys.currentRelease());
  }

  /** The release with an id; empty when there is none that is whole. */
  public Optional<Release> find(ReleaseId id) {
    return Release.ITEM.find(table, Keys.release(id));
  }

  /** All releases, the oldest first. */
  public Stream<Release> list() {
    String partition = Keys.currentRelease().pk();
    return Pages.of(table, Query.of(partition, ""))
        .filter(item -> !item.key().equals(Keys.currentRelease()))
        .map(Release.ITEM::read);
  }

  /**
   * Takes a release off the list, whose objects may be removed then; one that is gone is as good.
   *
   * @param current what visitors see, as it was read: another one
   * @param fence of the lock of releases
   * @return false when visitors see something else meanwhile, or the lock is lost; nothing is
   *     written then
   */
  public boolean remove(Release release, CurrentRelease current, Fence fence) {
    if (current.id().equals(release.id())) {
      throw new IllegalArgumentException(
          "Cannot remove release '%s': visitors see it".formatted(release.id()));
    }
    List<Write> writes =
        List.of(
            fence.check(),
            new Write.Check(Keys.currentRelease(), current.meta().asRead()),
            new Write.Delete(Keys.release(release.id()), Condition.always()));
    return table.transact(writes) instanceof TransactResult.Applied;
  }
}

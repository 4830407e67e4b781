package org.novacat.persistence.photometry;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.item.Common;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.item.PhotometryPart;
import org.novacat.persistence.item.PhotometryPartItem;
import org.novacat.persistence.item.PhotometryTable;
import org.novacat.persistence.item.PhotometryTableItem;
import org.novacat.persistence.item.WorkItem;
import org.novacat.persistence.item.WorkItemItem;
import org.novacat.persistence.lock.Fence;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.nova.NovaIds;
import org.novacat.persistence.table.Chunks;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.Query;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.TransactResult;
import org.novacat.persistence.table.Write;

/** The one photometry table of each nova. */
public final class PhotometryTables {
  /** The fence, the item, and as many entries of the work queue as fit beside them. */
  private static final int DONE_IN_ONE = Table.MOST_IN_ONE_REQUEST - 2;

  private final Table table;

  public PhotometryTables(Table table) {
    this.table = requireNonNull(table, "table is null");
  }

  /** Who builds the table of a nova holds this lock. */
  public static LockRequest lock(NovaId nova) {
    return LockRequest.mutex("RebuildPhotometryTable:" + nova);
  }

  /** The table of a nova; empty when none was ever built. */
  public Optional<PhotometryTable> find(NovaId nova) {
    return Optional.ofNullable(table.get(PhotometryTableItem.key(nova)))
        .map(PhotometryTableItem::read);
  }

  /** The tables of all novae but merged ones, in order of these, read 100 at a time. */
  public Stream<PhotometryTable> list() {
    return Chunks.of(NovaIds.all(table), Table.MOST_IN_ONE_REQUEST)
        .flatMap(novae -> findAll(novae).stream());
  }

  private List<PhotometryTable> findAll(List<NovaId> novae) {
    return table.getAll(novae.stream().map(PhotometryTableItem::key).toList()).items().stream()
        .map(PhotometryTableItem::read)
        .sorted(comparing(PhotometryTable::novaId))
        .toList();
  }

  /** What the table of a nova is made from, by upload. */
  public List<PhotometryPart> parts(NovaId nova) {
    return Pages.of(table, Query.of(Keys.partition(nova), Keys.photometryPartPrefix()))
        .map(PhotometryPartItem::read)
        .toList();
  }

  /**
   * Moves the item to a table that was built, and takes the work that this settles off the queue.
   * Either all of it happens or none; entries of the queue beyond what one transaction holds are
   * removed after it.
   *
   * @param built its {@code version} is that which was read, raised by one; 1 for the first
   * @param fence proof that this run still holds the nova's lock
   * @param done entries of the queue that were there before the parts were listed
   * @throws ConflictException when the lock is lost or the item is no longer as it was read; then
   *     nothing is written
   */
  public void record(PhotometryTable built, Fence fence, List<WorkItem> done) {
    List<Write> writes = new ArrayList<>();
    writes.add(fence.check());
    writes.add(PhotometryTableItem.put(built, asRead(built)));
    int now = Math.min(DONE_IN_ONE, done.size());
    done.subList(0, now).forEach(work -> writes.add(removal(work)));
    if (table.transact(writes, UUID.randomUUID().toString()) instanceof TransactResult.Cancelled) {
      throw new ConflictException(
          "Cannot record photometry table of nova '%s': another run has taken its lock or built it (the table will be built again)"
              .formatted(built.novaId()));
    }
    settle(done.subList(now, done.size()));
  }

  /** Takes work off the queue that needs nothing more; what is not there is no error. */
  public void settle(List<WorkItem> done) {
    Chunks.of(done.stream().map(PhotometryTables::removal), Table.MOST_IN_ONE_REQUEST)
        .forEach(chunk -> table.transact(chunk, UUID.randomUUID().toString()));
  }

  private static Write removal(WorkItem work) {
    return new Write.Delete(WorkItemItem.key(work), Condition.always());
  }

  private static Condition asRead(PhotometryTable built) {
    long before = built.meta().version() - 1;
    return before == 0 ? Condition.absent() : Condition.equal(Common.VERSION.name(), before);
  }
}

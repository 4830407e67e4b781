package org.novacat.persistence.commit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.item.Stamp;
import org.novacat.persistence.lock.Fence;
import org.novacat.persistence.medallion.TableRun;
import org.novacat.persistence.migration.Artifact;
import org.novacat.persistence.migration.Migration;
import org.novacat.persistence.migration.MigrationRecord;
import org.novacat.persistence.photometry.PhotometryTable;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Write;

/**
 * What takes the place of an item as it was read, or is the first of its kind, to be recorded with
 * all that goes with it.
 *
 * @param what for whom the item stands; its {@code version} is that which was read, raised by one
 * @param item of it
 * @param with what is written or checked with it; one that is refused keeps all from being recorded
 * @param seen work that was there before its maker read what it is made from, so that it settles it
 */
public record Replacement<T>(T what, Write.Put item, List<Write> with, List<WorkItem> seen) {
  public Replacement {
    requireNonNull(what, "what is null");
    requireNonNull(item, "item is null");
    with = List.copyOf(with);
    seen = List.copyOf(seen);
  }

  /**
   * A photometry table that was built.
   *
   * @param fence proof that this run still holds the nova's lock
   */
  public static Replacement<PhotometryTable> of(
      PhotometryTable built, Fence fence, List<WorkItem> seen) {
    Stamp stamp = built.meta().stamp();
    List<Write> with =
        new ArrayList<>(WorkItem.ofProducts(built.novaId(), DirtyType.PHOTOMETRY, "", stamp));
    with.add(fence.check());
    return new Replacement<>(built, PhotometryTable.ITEM.put(built), with, seen);
  }

  /** A bundle that was built; {@code fence} and {@code seen} as for a table. */
  public static Replacement<Bundle> of(Bundle built, Fence fence, List<WorkItem> seen) {
    return new Replacement<>(built, Bundle.ITEM.put(built), List.of(fence.check()), seen);
  }

  /** A new release that visitors see from now on, and the work of all novae that are in it. */
  public static Replacement<CurrentRelease> of(
      CurrentRelease current, Release release, Fence fence, List<WorkItem> seen) {
    List<Write> with = List.of(fence.check(), Release.ITEM.put(release, Condition.absent()));
    return new Replacement<>(current, CurrentRelease.ITEM.put(current), with, seen);
  }

  /** Another release that is there; refused when it is pruned meanwhile. */
  public static Replacement<CurrentRelease> of(CurrentRelease current, Fence fence) {
    List<Write> with = List.of(fence.check(), Release.exists(current.id()));
    return new Replacement<>(current, CurrentRelease.ITEM.put(current), with, List.of());
  }

  /** How far a run has come that replaces a table of its own. */
  public static Replacement<TableRun> of(TableRun run, Fence fence) {
    return new Replacement<>(run, TableRun.ITEM.put(run), List.of(fence.check()), List.of());
  }

  /** A plan to move objects. */
  public static Replacement<Migration> of(Migration plan) {
    return new Replacement<>(plan, Migration.ITEM.put(plan), List.of(), List.of());
  }

  /**
   * How far an object of a migration has come. Without a fence, because many are under way at once;
   * versions decide.
   *
   * @param pointers artifacts that point elsewhere with it
   */
  public static Replacement<MigrationRecord> of(MigrationRecord one, List<Artifact> pointers) {
    List<Write> with = pointers.stream().<Write>map(Artifact.ITEM::put).toList();
    return new Replacement<>(one, MigrationRecord.ITEM.put(one), with, List.of());
  }
}

package org.novacat.persistence.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bundle.Bundle;
import org.novacat.persistence.failure.UsageException;
import org.novacat.persistence.item.Keys;
import org.novacat.persistence.lock.Lease;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.medallion.TableRun;
import org.novacat.persistence.migration.Artifact;
import org.novacat.persistence.migration.Migration;
import org.novacat.persistence.migration.MigrationRecord;
import org.novacat.persistence.release.CurrentRelease;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.run.DirtyType;
import org.novacat.persistence.run.RunStatus;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.run.WorkItem;
import org.novacat.persistence.state.MigrationEvent;
import org.novacat.persistence.state.MigrationStatus;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.Made;
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Samples;

/** What takes the place of what was read; one run for each table there is. */
abstract class ReplacementContract {
  final MutableClock clock = new MutableClock();

  abstract Table table();

  /** A catalogue of a new run over one table. */
  private Catalog catalog() {
    return Catalogs.over(table(), clock);
  }

  @Test
  void bundle_isRecordedWithTheWorkItSettles_andWithNoOther() {
    Catalog catalog = catalog();
    NovaId nova = novaWithSpectra(catalog, 3);
    List<WorkItem> forReleases = waiting(catalog, WorkConsumer.RELEASE);
    List<WorkItem> seen = waiting(catalog, WorkConsumer.BUNDLE);
    assertThat(seen).hasSizeGreaterThanOrEqualTo(3);
    Lease lease = lease(catalog, Bundle.lock(nova));

    Bundle bundle = Made.bundle(nova, 1);
    assertThat(record(catalog, Replacement.of(bundle, lease.fence(), seen))).isTrue();

    assertThat(catalog.find(Keys.bundle(nova), Bundle.ITEM::read)).contains(bundle);
    assertThat(waiting(catalog, WorkConsumer.BUNDLE)).isEmpty();
    assertThat(waiting(catalog, WorkConsumer.RELEASE)).isEqualTo(forReleases);
    Bundle next = Made.bundle(nova, 2);
    assertThat(record(catalog, Replacement.of(next, lease.fence(), List.of()))).isTrue();
    assertThat(catalog.find(Keys.bundle(nova), Bundle.ITEM::read)).contains(next);
  }

  @Test
  void workThatChangedWhileABundleWasBuilt_waitsForTheNextOne() {
    Catalog catalog = catalog();
    NovaId nova = NovaId.mint();
    catalog.workQueue().put(nova, DirtyType.RIGHTS, WorkConsumer.BUNDLE);
    catalog.workQueue().put(nova, DirtyType.IDENTITY, WorkConsumer.BUNDLE);
    List<WorkItem> seen = waiting(catalog, WorkConsumer.BUNDLE);
    Lease lease = lease(catalog, Bundle.lock(nova));
    catalog.workQueue().put(nova, DirtyType.RIGHTS, WorkConsumer.BUNDLE);

    assertThat(record(catalog, Replacement.of(Made.bundle(nova, 1), lease.fence(), seen))).isTrue();

    assertThat(waiting(catalog, WorkConsumer.BUNDLE))
        .singleElement()
        .satisfies(work -> assertThat(work.type()).isEqualTo(DirtyType.RIGHTS));
  }

  @Test
  void bundleThatAnotherRunBuiltMeanwhile_isNotOverwritten() {
    Catalog catalog = catalog();
    NovaId nova = NovaId.mint();
    catalog.workQueue().put(nova, DirtyType.RIGHTS, WorkConsumer.BUNDLE);
    List<WorkItem> seen = waiting(catalog, WorkConsumer.BUNDLE);
    Lease lease = lease(catalog, Bundle.lock(nova));
    record(catalog, Replacement.of(Made.bundle(nova, 1), lease.fence(), List.of()));

    assertThat(record(catalog, Replacement.of(Made.bundle(nova, 1), lease.fence(), seen)))
        .isFalse();
    assertThat(waiting(catalog, WorkConsumer.BUNDLE)).isEqualTo(seen);
  }

  @Test
  void runThatLostItsLock_recordsNoBundle() {
    Catalog paused = catalog();
    Catalog other = catalog();
    NovaId nova = NovaId.mint();
    Lease lost = lease(paused, Bundle.lock(nova));
    clock.advance(Duration.ofMinutes(5));
    Lease taken = lease(other, Bundle.lock(nova));
    Bundle bundle = Made.bundle(nova, 1);

    assertThat(record(paused, Replacement.of(bundle, lost.fence(), List.of()))).isFalse();
    assertThat(record(other, Replacement.of(bundle, taken.fence(), List.of()))).isTrue();
  }

  @Test
  void release_isCurrentWithItsItem_andSettlesItsWork() {
    Catalog catalog = catalog();
    novaWithSpectra(catalog, 1);
    List<WorkItem> forBundles = waiting(catalog, WorkConsumer.BUNDLE);
    List<WorkItem> seen = waiting(catalog, WorkConsumer.RELEASE);
    Lease lease = lease(catalog, Release.lock());
    Release release = Made.release(1);

    assertThat(publish(catalog, release, 1, lease, seen)).isTrue();

    assertThat(catalog.find(Keys.release(release.id()), Release.ITEM::read)).contains(release);
    assertThat(catalog.find(Keys.currentRelease(), CurrentRelease.ITEM::read))
        .contains(Made.current(release, 1));
    assertThat(waiting(catalog, WorkConsumer.RELEASE)).isEmpty();
    assertThat(waiting(catalog, WorkConsumer.BUNDLE)).isEqualTo(forBundles);
    assertThat(publish(catalog, release, 2, lease, List.of())).as("the same again").isFalse();
  }

  @Test
  void releaseBefore_isCurrentAgain_butNoneThatIsGone() {
    Catalog catalog = catalog();
    Lease lease = lease(catalog, Release.lock());
    publish(catalog, Made.release(1), 1, lease, List.of());
    publish(catalog, Made.release(2), 2, lease, List.of());

    CurrentRelease gone = Made.current(Made.release(3), 3);
    assertThat(record(catalog, Replacement.of(gone, lease.fence()))).isFalse();
    CurrentRelease back = Made.current(Made.release(1), 3);
    assertThat(record(catalog, Replacement.of(back, lease.fence()))).isTrue();

    assertThat(catalog.find(Keys.currentRelease(), CurrentRelease.ITEM::read)).contains(back);
  }

  @Test
  void tableRun_isBegunOnceAndEndedOnce() {
    Catalog catalog = catalog();
    TableRun begun = Made.tableRun(RunStatus.RUNNING, 1);
    TableRun ended = Made.tableRun(RunStatus.SUCCEEDED, 2);
    Lease lease = lease(catalog, TableRun.lock(begun.workflow(), begun.job()));

    assertThat(record(catalog, Replacement.of(begun, lease.fence()))).isTrue();
    assertThat(record(catalog, Replacement.of(begun, lease.fence()))).isFalse();
    assertThat(catalog.find(TableRun.ITEM.key().apply(begun), TableRun.ITEM::read)).contains(begun);
    assertThat(record(catalog, Replacement.of(ended, lease.fence()))).isTrue();
    assertThat(record(catalog, Replacement.of(ended, lease.fence()))).isFalse();
    assertThat(catalog.find(TableRun.ITEM.key().apply(begun), TableRun.ITEM::read)).contains(ended);
  }

  @Test
  void objectOfAMigration_movesWithItsPointer_andBack() {
    Catalog catalog = planned();
    MigrationRecord moved = Made.record().after(MigrationEvent.MOVED, "", Made.stamp());

    assertThat(record(catalog, Replacement.of(moved, List.of(Made.artifact(Made.NEW_PATH, 2)))))
        .isTrue();
    assertThat(place(catalog)).isEqualTo(Made.NEW_PATH);
    assertThat(found(catalog)).isEqualTo(moved);

    MigrationRecord back = moved.after(MigrationEvent.TAKEN_BACK, "", Made.stamp());
    assertThat(record(catalog, Replacement.of(back, List.of(Made.artifact(Made.OLD_PATH, 3)))))
        .isTrue();
    assertThat(place(catalog)).isEqualTo(Made.OLD_PATH);
    assertThat(found(catalog).status()).isEqualTo(MigrationStatus.PENDING);
  }

  @Test
  void objectWhosePointerMovedMeanwhile_isNotCompleted() {
    Catalog catalog = planned();
    MigrationRecord moved = Made.record().after(MigrationEvent.MOVED, "", Made.stamp());
    record(catalog, Replacement.of(failed(), List.of(Made.artifact("elsewhere.tar.gz", 2))));

    assertThat(record(catalog, Replacement.of(moved, List.of(Made.artifact(Made.NEW_PATH, 2)))))
        .isFalse();
    assertThat(found(catalog)).isEqualTo(failed());
    assertThat(place(catalog)).isEqualTo("elsewhere.tar.gz");
  }

  @Test
  void migrationOfAnIdThatIsThere_isNotPlannedAgain() {
    Catalog catalog = planned();

    assertThat(record(catalog, Replacement.of(Made.migration()))).isFalse();
    assertThat(catalog.find(Keys.migration(Made.MIGRATION), Migration.ITEM::read))
        .contains(Made.migration());
  }

  @Test
  void objectThatNeverMoved_isNotMovedTwice() {
    MigrationRecord moved = failed().after(MigrationEvent.MOVED, "", Made.stamp());

    assertThat(moved.why()).isEmpty();
    assertThatThrownBy(() -> moved.after(MigrationEvent.MOVED, "", Made.stamp()))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "Cannot record MOVED for object '%s' of migration 'portal-2026': its state COMPLETED does not allow it"
                .formatted(Made.OLD_PATH));
  }

  /** One object and its pointer, at the old place. */
  private Catalog planned() {
    Catalog catalog = catalog();
    assertThat(record(catalog, Replacement.of(Made.migration()))).isTrue();
    assertThat(
            record(
                catalog, Replacement.of(Made.record(), List.of(Made.artifact(Made.OLD_PATH, 1)))))
        .isTrue();
    return catalog;
  }

  private static MigrationRecord failed() {
    return Made.record().after(MigrationEvent.FAILED, "access was denied", Made.stamp());
  }

  private static String place(Catalog catalog) {
    return catalog
        .find(Keys.artifact("TRAINING", "job-1"), Artifact.ITEM::read)
        .orElseThrow()
        .object()
        .key();
  }

  private static MigrationRecord found(Catalog catalog) {
    return catalog
        .find(Keys.migrationRecord(Made.MIGRATION, Made.OLD_PATH), MigrationRecord.ITEM::read)
        .orElseThrow();
  }

  private static boolean publish(
      Catalog catalog, Release release, long version, Lease lease, List<WorkItem> seen) {
    CurrentRelease current = Made.current(release, version);
    return record(catalog, Replacement.of(current, release, lease.fence(), seen));
  }

  /** Records, and says whether it is recorded. */
  private static <T> boolean record(Catalog catalog, Replacement<T> given) {
    List<ReplacementResult<T>> results = new ArrayList<>();
    catalog
        .<T>replacementCommitter(CommitSettings.DEFAULTS)
        .commit(List.of(given).iterator(), results::add);
    return results.get(0) instanceof ReplacementResult.Recorded;
  }

  private static NovaId novaWithSpectra(Catalog catalog, int count) {
    NovaId nova = Samples.nova(catalog, "V339 Del");
    Samples.commit(
        catalog,
        Samples.registered(catalog, nova, count).stream()
            .map(product -> Samples.valid(product, Samples.bytes(product.id().hashCode())))
            .toList());
    return nova;
  }

  private static List<WorkItem> waiting(Catalog catalog, WorkConsumer consumer) {
    return catalog.workQueue().list(consumer).toList();
  }

  private static Lease lease(Catalog catalog, LockRequest request) {
    return ((LockAnswer.Acquired) catalog.locks().acquire(request)).lease();
  }
}

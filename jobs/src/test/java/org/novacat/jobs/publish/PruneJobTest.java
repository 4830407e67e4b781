package org.novacat.jobs.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.ReleaseId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ArchiveLocation;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.failure.ConflictException;
import org.novacat.persistence.lock.LockAnswer;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.release.Release;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.MutableClock;

class PruneJobTest {
  private static final ReleaseId LEFT = ReleaseId.parse("20260221-4e9b0e88");
  private static final LayoutKey OBJECT = NovaCatKeys.release(LEFT, "index.html");

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private final InMemoryTable table = new InMemoryTable();

  @Test
  void whatAKilledRunLeft_isRemoved() {
    try (PublicSite site = site(() -> {})) {
      prune(site);

      assertThat(site.archive().find(OBJECT.key())).isEmpty();
    }
  }

  /** Another run may be making this very release. */
  @Test
  void runThatLosesItsLockWhileItLists_removesNothing() {
    try (PublicSite site = site(this::takeLock)) {
      assertThatThrownBy(() -> prune(site)).isInstanceOf(ConflictException.class);

      assertThat(site.archive().find(OBJECT.key())).isPresent();
    }
  }

  private void takeLock() {
    clock.advance(Duration.ofHours(1));
    assertThat(Catalogs.over(table, clock).locks().acquire(Release.lock()))
        .isInstanceOf(LockAnswer.Acquired.class);
  }

  private void prune(PublicSite site) {
    PruneJob job = new PruneJob(site, List.of(), List.of(LEFT), clock);
    JobRunId id = JobRunId.mint();
    Catalog catalog = Catalog.over(table, RunContext.single(id), clock, Catalogs.NO_PAUSE);
    StoreLocation location = local("private");
    try (Stores stores = new Stores(catalog, ObjectStores.open(location), location, "private")) {
      JobRunner.run(job, stores, id, report -> {});
    }
  }

  private PublicSite site(Runnable whileListing) {
    StoreLocation location = local("site");
    Archive archive = new Archive(watched(ObjectStores.open(location), whileListing), "site");
    archive.write(OBJECT, Content.of("page".getBytes(UTF_8)));
    return new PublicSite(archive, new ArchiveLocation(location, "site"));
  }

  private StoreLocation local(String name) {
    try {
      return StoreLocation.local(Files.createDirectory(folder.resolve(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectStore watched(ObjectStore store, Runnable whileListing) {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("list")) {
                whileListing.run();
              }
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

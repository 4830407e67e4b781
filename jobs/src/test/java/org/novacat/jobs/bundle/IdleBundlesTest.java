package org.novacat.jobs.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.nova.Nova;
import org.novacat.persistence.run.WorkConsumer;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.CountingTable;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.Samples;

/** What it costs to find out that nothing changed. */
class IdleBundlesTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder;
  private final CountingTable table = new CountingTable(new InMemoryTable());
  private final Map<String, Integer> store = new TreeMap<>();

  @Test
  void nothingNew_readsItemsOnly_andWritesNothing() {
    try (Stores stores = stores()) {
      Catalog catalog = stores.catalog();
      NovaId nova = Samples.nova(catalog, "V339 Del");
      catalog.workQueue().settle(catalog.workQueue().list(WorkConsumer.BUNDLE).toList());
      table.requests();

      run(stores, DueBundle.ofQueue(catalog));

      assertThat(table.requests()).containsOnlyKeys("query");
      List<Nova> all = catalog.novae().list().toList();
      assertThat(all).extracting(Nova::id).containsExactly(nova);
      table.requests();

      run(stores, DueBundle.of(catalog, CLOCK, all));

      assertThat(table.requests().keySet()).isSubsetOf("query", "read", "getAll");
      assertThat(store).isEmpty();
    }
  }

  private static void run(Stores stores, List<DueBundle> due) {
    assertThat(due).isEmpty();
    JobRunner.run(new BuildBundles(due, CLOCK), stores, JobRunId.mint(), report -> {});
  }

  private Stores stores() {
    JobRunId id = JobRunId.mint();
    Catalog catalog = Catalog.over(table, RunContext.single(id), CLOCK, Catalogs.NO_PAUSE);
    return new Stores(catalog, counted(), StoreLocation.local(folder), "nova-cat-private-data");
  }

  /** A store that answers nothing, since nothing is to be asked. */
  private ObjectStore counted() {
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("close")) {
                store.merge(method.getName(), 1, Integer::sum);
                throw new IllegalStateException(method.getName());
              }
              return null;
            });
  }
}

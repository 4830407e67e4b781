package org.novacat.jobs.photometry.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Disturbed;
import org.novacat.jobs.testing.Disturbed.Killed;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.embedded.EmbeddedTables;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectStores;
import org.novacat.persistence.store.StoreLocation;
import org.novacat.persistence.table.Attribute;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.Pages;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Scan;
import org.novacat.persistence.table.Table;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;

/**
 * An ingest whose driver dies after each of its writes, and another one after it: the end is that
 * of one that nobody disturbed. A build tries some writes; {@code -Dnovacat.sweep=1} tries all.
 */
class PhotometrySweepTest {
  private static final int STRIDE = Integer.getInteger("novacat.sweep", 4);
  private static final String BUCKET = "nova-cat-private-data";
  private static final Set<String> TIMES_AND_RUNS =
      Set.of("created_at", "updated_at", "updated_by", "decided_at", "etag", "parquet_etag");

  @TempDir private Path folder;
  private PhotometryArchive archive;
  private List<RawItem> registered;

  @BeforeEach
  void register() throws IOException {
    Path uploads = Files.createDirectory(folder.resolve("uploads"));
    Files.writeString(
        uploads.resolve("two.csv"),
        "star,JD,mag,band\nRS Oph,2453780.5,4.4,V\nV339 Del,2456520.5,4.5,V\nV339 Del,x,4,V\n");
    Files.writeString(uploads.resolve("one.csv"), "star,JD,mag,band\nRS Oph,2453781.5,4.6,B\n");
    Files.writeString(uploads.resolve("bad.csv"), "star,JD\nRS Oph,2453781.5\n");
    archive = new PhotometryArchive(folder.resolve("workspace"));
    archive.addNova("V339 Del");
    archive.addNova("RS Oph");
    archive.register(uploads);
    try (Table table =
        new EmbeddedTables(archive.commands.workspace().resolve("table"), "NovaCat").open()) {
      registered = items(table);
    }
  }

  @Test
  void killAfterEachWrite_isMadeGoodByTheNextRun() throws IOException {
    Map<String, Object> undisturbed = end(archive.copyTo(folder.resolve("undisturbed")), 0);
    boolean differed = false;
    int write = 1;
    for (boolean killed = true; killed; write += STRIDE) {
      PhotometryArchive trial = archive.copyTo(folder.resolve("killed-" + write));
      Table table = table();
      killed = ingestAndDie(trial, table, write);
      differed |= !facts(trial, table).equals(undisturbed);

      ingest(trial, table, null, Duration.ofMinutes(5));

      assertThat(facts(trial, table)).as("killed after write %s", write).isEqualTo(undisturbed);
    }
    System.out.println("PhotometrySweepTest: to write " + write + ", every " + STRIDE);
    assertThat(differed).as("control: a kill left something to do").isTrue();
  }

  private Map<String, Object> end(PhotometryArchive trial, int minutes) throws IOException {
    Table table = table();
    ingest(trial, table, null, Duration.ofMinutes(minutes));
    return facts(trial, table);
  }

  private Table table() {
    Table copy = new InMemoryTable();
    registered.forEach(item -> copy.write(new Write.Put(item, Condition.always())));
    return copy;
  }

  private static List<RawItem> items(Table table) {
    return Pages.of(from -> table.scan(Scan.of(""), from)).toList();
  }

  private static void ingest(PhotometryArchive trial, Table table, Disturbed by, Duration later) {
    JobRunId run = JobRunId.mint();
    Clock clock = Clock.offset(Clock.systemUTC(), later);
    StoreLocation location =
        StoreLocation.local(trial.commands.workspace().resolve("buckets/" + BUCKET));
    try (ObjectStore store = ObjectStores.open(location)) {
      Table on = by == null ? table : by.table(table);
      Catalog catalog = Catalog.over(on, RunContext.single(run), clock, Catalogs.NO_PAUSE);
      Stores stores = new Stores(catalog, by == null ? store : by.store(store), location, BUCKET);
      IngestPhotometry job =
          new IngestPhotometry(
              "ingest-photometry",
              catalog.uploads().waiting().toList(),
              TablePhase.dirty(catalog).keySet(),
              List.of(),
              Duration.ofMinutes(1),
              clock);
      JobRunner.run(job, stores, run, report -> {});
    }
  }

  /** Whether the run came to that write. */
  private static boolean ingestAndDie(PhotometryArchive trial, Table table, int write) {
    AtomicBoolean dead = new AtomicBoolean();
    Disturbed disturbed =
        new Disturbed(
            (number, done) -> {
              if (dead.get() || (number == write && done)) {
                dead.set(true);
                throw new Killed();
              }
            });
    try {
      ingest(trial, table, disturbed, Duration.ZERO);
    } catch (Killed | IllegalStateException e) {
      // It is gone; an exception of what waits for one that was killed is the same.
    }
    return dead.get();
  }

  /** What items say of photometry, what work is due, and the objects. */
  private static Map<String, Object> facts(PhotometryArchive trial, Table table)
      throws IOException {
    Map<String, Object> facts = new TreeMap<>(trial.objects());
    facts.keySet().removeIf(key -> key.startsWith("workflow-payloads/"));
    for (RawItem item : items(table)) {
      String type = String.valueOf(item.text("entity_type"));
      if (type.startsWith("Photometry") || "TABLE".equals(item.text("consumer"))) {
        Map<String, Attribute> attributes = new HashMap<>(item.attributes());
        attributes.keySet().removeAll(TIMES_AND_RUNS);
        facts.put(item.key().toString(), attributes);
      }
    }
    return facts;
  }
}

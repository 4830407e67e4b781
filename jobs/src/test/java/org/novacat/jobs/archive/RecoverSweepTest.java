package org.novacat.jobs.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novacat.jobs.job.JobRunner;
import org.novacat.jobs.run.Stores;
import org.novacat.jobs.testing.Disturbed;
import org.novacat.jobs.testing.Disturbed.Killed;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.audit.Contradiction;
import org.novacat.persistence.commit.Registration;
import org.novacat.persistence.file.FileObject;
import org.novacat.persistence.file.FileRole;
import org.novacat.persistence.lock.LockRequest;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.photometry.PhotometryUpload;
import org.novacat.persistence.product.ComingBytes;
import org.novacat.persistence.product.ProductRef;
import org.novacat.persistence.run.JobRun;
import org.novacat.persistence.run.RunKey;
import org.novacat.persistence.run.RunLocks;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.Content;
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
import org.novacat.persistence.testing.MutableClock;
import org.novacat.persistence.testing.Photometry;
import org.novacat.persistence.testing.Samples;

/**
 * A recover that dies at each of its writes, and another one after it: the end is that of a recover
 * that nobody disturbed.
 */
class RecoverSweepTest {
  private static final byte[] COMING = "the bytes to come".getBytes(UTF_8);
  private static final int NOVAE = 60;

  /** When, by whom, and what tells it in words. */
  private static final Set<String> TIMES_AND_RUNS =
      Set.of("created_at", "updated_at", "updated_by", "ended_at", "summary", "lease_expires_at");

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock();
  private ObjectStore store;
  private final List<ObjectKey> halfDone = new ArrayList<>();
  private List<RawItem> left;

  /** What killed runs of each kind leave. */
  @BeforeEach
  void die() {
    store = ObjectStores.create(StoreLocation.local(folder).with("durability", "later"));
    Table table = new InMemoryTable();
    try (Catalog catalog = Catalogs.over(table, clock)) {
      JobRun dead = catalog.runs().begin(RunKey.of("ingest_photometry", "x", 1), null);
      catalog.locks().acquire(RunLocks.of(dead.id()));
      catalog.locks().acquire(LockRequest.mutex("RebuildPhotometryTable:x"));
      replaceHalf(catalog);
      decideHalf(catalog, table);
    }
    clock.advance(Duration.ofHours(1));
    left = items(table);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** One product whose object has not been replaced yet, and one whose object has. */
  private void replaceHalf(Catalog catalog) {
    NovaId nova = Samples.nova(catalog, "V339 Del");
    for (int n = 0; n < 2; n++) {
      Registration plain = Samples.registration(nova, n);
      Samples.register(catalog, List.of(withItsFile(plain)));
      ProductRef product =
          catalog.products().find(nova, Samples.PROVIDER, plain.id()).orElseThrow().ref();
      ComingBytes coming = new ComingBytes(ContentHash.of(COMING), COMING.length);
      catalog.products().recordComing(product, coming);
      Content object = Content.of(n == 0 ? "bytes 0".getBytes(UTF_8) : COMING);
      store.put(plain.rawFile().key(), object);
      halfDone.add(NovaCatKeys.sourceJson(nova, plain.id()).key());
    }
  }

  /** Of both it is said already where the bytes to come are from. */
  private void sayWhereFrom() {
    String source =
        "{\"locator\": \"file:new\", \"sha256\": \"%s\"}".formatted(ContentHash.of(COMING).hex());
    halfDone.forEach(key -> store.put(key, Content.of(source.getBytes(UTF_8))));
  }

  private static Registration withItsFile(Registration plain) {
    return new Registration(
        plain.novaId(),
        plain.provider(),
        plain.id(),
        plain.locatorIdentity(),
        plain.locators(),
        plain.rawFile(),
        List.of(
            new FileObject(FileRole.RAW, plain.rawFile()),
            new FileObject(FileRole.SOURCE, plain.rawFile())));
  }

  /** A verdict on many novae whose first piece alone is written. */
  private void decideHalf(Catalog catalog, Table table) {
    NovaId[] novae =
        IntStream.range(0, NOVAE)
            .mapToObj(n -> Samples.nova(catalog, "Nova " + n))
            .toArray(NovaId[]::new);
    catalog.uploads().register(Photometry.upload(1));
    PhotometryUpload upload = catalog.uploads().waiting().findFirst().orElseThrow();
    Disturbed disturbed = new Disturbed((number, done) -> dieIf(number == 2));
    try (Catalog dying = Catalogs.over(disturbed.table(table), clock)) {
      Photometry.decide(dying, upload, Photometry.accepted(novae), Photometry.parts(upload, novae));
    } catch (Killed | IllegalStateException e) {
      // As it was meant.
    }
  }

  private static void dieIf(boolean now) {
    if (now) {
      throw new Killed();
    }
  }

  @Test
  void killAtEachWrite_isFinishedByTheNextRecover() {
    assertThat(contradictions(left))
        .extracting(Contradiction::kind)
        .containsOnly(
            Contradiction.Kind.RUN_DEAD,
            Contradiction.Kind.LOCK_STALE,
            Contradiction.Kind.REPLACEMENT_HALF_DONE,
            Contradiction.Kind.PART_UNNAMED);
    Table undisturbed = copy();
    recover(undisturbed, store);
    assertThat(contradictions(items(undisturbed))).isEmpty();
    Map<String, Map<String, Attribute>> end = facts(undisturbed);
    int stillLeft = 0;
    boolean killed = true;
    for (int write = 1; killed; write++) {
      for (boolean done : List.of(false, true)) {
        String when = "killed %s write %s".formatted(done ? "after" : "before", write);
        Table table = copy();
        killed = recoverAndDie(table, write, done);
        clock.advance(Duration.ofMinutes(5));
        stillLeft += contradictions(items(table)).isEmpty() ? 0 : 1;

        recover(table, store);

        assertThat(facts(table)).as(when).hasSameSizeAs(end);
        assertThat(facts(table).entrySet()).as(when).allMatch(end.entrySet()::contains);
        assertThat(contradictions(items(table))).as(when).isEmpty();
      }
    }
    assertThat(stillLeft).as("control: deaths that left something to do").isGreaterThan(10);
  }

  private Table copy() {
    sayWhereFrom();
    Table copy = new InMemoryTable();
    left.forEach(item -> copy.write(new Write.Put(item, Condition.always())));
    return copy;
  }

  private static List<RawItem> items(Table table) {
    return Pages.of(from -> table.scan(Scan.of(""), from)).toList();
  }

  private List<Contradiction> contradictions(List<RawItem> items) {
    Table table = new InMemoryTable();
    items.forEach(item -> table.write(new Write.Put(item, Condition.always())));
    try (Catalog catalog = Catalogs.over(table, clock)) {
      return catalog.inventory().contradictions(clock.instant());
    }
  }

  private void recover(Table on, ObjectStore into) {
    JobRunId run = JobRunId.mint();
    Catalog catalog = Catalog.over(on, RunContext.single(run), clock, Catalogs.NO_PAUSE);
    Stores stores = new Stores(catalog, into, StoreLocation.local(folder), "bucket");
    List<Finding> ofItems =
        Verification.of(catalog, new Archive(into, "bucket"), false, clock.instant()).stream()
            .filter(finding -> !finding.kind().name().startsWith("OBJECT"))
            .toList();
    RecoverJob job =
        new RecoverJob(RecoverCommand.leftovers(ofItems, catalog.inventory().unnamedParts()));
    JobRunner.run(job, stores, run, report -> {});
  }

  /** Whether the run came to that write. */
  private boolean recoverAndDie(Table table, int write, boolean after) {
    AtomicBoolean dead = new AtomicBoolean();
    Disturbed disturbed =
        new Disturbed(
            (number, done) -> {
              dead.compareAndSet(false, number == write && done == after);
              dieIf(dead.get());
            });
    try {
      recover(disturbed.table(table), disturbed.store(store));
    } catch (Killed | IllegalStateException e) {
      // It is gone; an exception of what waits for one that was killed is the same.
    }
    return dead.get();
  }

  /** All that does not tell of a recover itself. */
  private static Map<String, Map<String, Attribute>> facts(Table table) {
    Set<String> ofRecover = new HashSet<>();
    Map<String, Map<String, Attribute>> facts = new TreeMap<>();
    for (RawItem item : items(table)) {
      if ("recover".equals(item.text("workflow_name"))) {
        ofRecover.add(String.valueOf(item.text("job_run_id")));
      }
      Map<String, Attribute> attributes = new HashMap<>(item.attributes());
      attributes.keySet().removeAll(TIMES_AND_RUNS);
      facts.put(item.key().toString(), attributes);
    }
    facts.keySet().removeIf(key -> ofRecover.stream().anyMatch(key::contains));
    return facts;
  }
}

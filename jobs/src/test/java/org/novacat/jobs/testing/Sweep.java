package org.novacat.jobs.testing;

import static java.util.Comparator.comparing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.jobs.run.FileTree;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;

/**
 * Runs of jobs on archives that are begun with, again and again, as often as a test likes. Nothing
 * of a process that is killed goes on, so what it leaves is what there was after one of its writes:
 * a run is made once and recorded after each write of its driver and of its tasks, and is so killed
 * at all of them. A build tries some; {@code -Dnovacat.sweep=1} tries all.
 */
public final class Sweep {
  private static final String BUCKET = "nova-cat-private-data";

  /** What keys of the public bucket begin with among those of both. */
  public static final String SITE = "site/";

  private static final int STRIDE = Integer.getInteger("novacat.sweep", 4);

  private final Path folder;
  private int trials;

  /** A job on an archive. */
  @FunctionalInterface
  public interface Run {
    /**
     * Runs it.
     *
     * @param id of the run
     */
    void on(Stores stores, JobRunId id, Clock clock);
  }

  /** A sweep that keeps in this folder what it needs. */
  public Sweep(Path folder) {
    this.folder = folder;
  }

  /** An archive that holds nothing. */
  public static Remains nothing() {
    return new Remains(List.of(), new TreeMap<>());
  }

  /**
   * What the archive holds after some runs that nobody disturbs.
   *
   * @param later how much later it is than now
   */
  public Remains after(Remains before, Duration later, Run... runs) {
    try (Trial trial = new Trial(before)) {
      for (Run run : runs) {
        trial.run(run, later, new Disturbed((number, done) -> {}));
      }
      return trial.remains();
    }
  }

  /**
   * What the archive holds after each write of a run, in their order; the last one ends it. Of
   * objects that tasks wrote between two writes of the driver, their times tell the order.
   *
   * @param later how much later it is than now
   */
  public List<Remains> deaths(Remains before, Duration later, Run run) {
    try (Trial trial = new Trial(before)) {
      Recording recording = new Recording(trial, before);
      trial.run(run, later, new Disturbed((number, done) -> recording.look()));
      return recording.seen;
    }
  }

  /** Those of many that are tried, each by its number; which others are left out is said. */
  public static Map<Integer, Remains> tried(List<Remains> deaths, String test) {
    Map<Integer, Remains> tried = new TreeMap<>();
    for (int n = 0; n < deaths.size(); n += STRIDE) {
      tried.put(n + 1, deaths.get(n));
    }
    System.out.printf("%s: killed after %s of %s writes%n", test, tried.size(), deaths.size());
    return tried;
  }

  /** The public bucket beside a private one. */
  public static Path siteBeside(Path bucket) {
    return bucket.resolveSibling("nova-cat-public-site");
  }

  /** The bytes of an object that was there at some time. */
  public byte[] bytes(ContentHash hash) throws IOException {
    return Files.readAllBytes(kept(hash));
  }

  private Path kept(ContentHash hash) {
    return folder.resolve("kept").resolve(hash.hex());
  }

  /** An archive on which jobs run; closing it removes it. */
  private final class Trial implements AutoCloseable {
    private final InMemoryTable table = new InMemoryTable();
    private final Path workspace = folder.resolve("trial-" + trials++);
    private final Path bucket = workspace.resolve("buckets").resolve(BUCKET);
    private final Path site = siteBeside(bucket);

    Trial(Remains before) {
      before.items().forEach(item -> table.write(new Write.Put(item, Condition.always())));
      try {
        Files.createDirectories(kept(ContentHash.of(new byte[0])).getParent());
        Files.createDirectories(bucket);
        Files.createDirectories(site);
        for (Map.Entry<String, ContentHash> object : before.objects().entrySet()) {
          Path file = file(object.getKey());
          Files.createDirectories(file.getParent());
          Files.copy(kept(object.getValue()), file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void run(Run run, Duration later, Disturbed by) {
      JobRunId id = JobRunId.mint();
      Clock clock = Clock.offset(Clock.systemUTC(), later);
      Catalog catalog =
          Catalog.over(by.table(table), RunContext.single(id), clock, Catalogs.NO_PAUSE);
      ObjectStore store = by.store(ObjectStores.open(location()));
      try (Stores stores = new Stores(catalog, store, location(), BUCKET)) {
        run.on(stores, id, clock);
      }
    }

    @Override
    public void close() {
      try {
        FileTree.remove(workspace);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Path file(String key) {
      return key.startsWith(SITE)
          ? site.resolve(key.substring(SITE.length()))
          : bucket.resolve(key);
    }

    private StoreLocation location() {
      return StoreLocation.local(bucket).with("durability", "later");
    }

    Remains remains() {
      SortedMap<String, ContentHash> objects = new TreeMap<>();
      stored().forEach((key, object) -> objects.put(key, object.hash()));
      return new Remains(table.items(), objects);
    }

    Map<String, Stored> stored() {
      Map<String, Stored> objects = new TreeMap<>();
      stored(location(), "", objects);
      stored(StoreLocation.local(site), SITE, objects);
      return objects;
    }

    private void stored(StoreLocation location, String prefix, Map<String, Stored> objects) {
      try (ObjectStore store = ObjectStores.open(location);
          Stream<ListedObject> all = store.list("")) {
        for (ListedObject object : (Iterable<ListedObject>) all::iterator) {
          String key = prefix + object.key();
          objects.put(key, stored(file(key)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private Stored stored(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      ContentHash hash = ContentHash.of(bytes);
      if (!Files.exists(kept(hash))) {
        Files.write(kept(hash), bytes);
      }
      return new Stored(hash, Files.getLastModifiedTime(file));
    }
  }

  private record Stored(ContentHash hash, FileTime time) {}

  /** Looks at an archive between any two writes of a driver; tasks have written meanwhile. */
  private static final class Recording {
    private final Trial trial;
    private final List<Remains> seen = new ArrayList<>();
    private Remains last;

    Recording(Trial trial, Remains before) {
      this.trial = trial;
      this.last = before;
    }

    /** The table is read first: what a task writes does not hang on what the driver does next. */
    void look() {
      List<RawItem> items = trial.table.items();
      Map<String, Stored> now = trial.stored();
      add(new Remains(items, last.objects()));
      SortedMap<String, ContentHash> objects = new TreeMap<>(last.objects());
      if (objects.keySet().retainAll(now.keySet())) {
        add(new Remains(items, objects));
      }
      now.entrySet().stream()
          .sorted(comparing(object -> object.getValue().time()))
          .forEach(
              object -> {
                objects.put(object.getKey(), object.getValue().hash());
                add(new Remains(items, objects));
              });
    }

    private void add(Remains next) {
      if (!next.equals(last)) {
        seen.add(next);
        last = next;
      }
    }
  }
}

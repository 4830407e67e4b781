package org.novacat.jobs.testing;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.run.Stores;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.JobRunId;
import org.novacat.persistence.Catalog;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.log.RunContext;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.table.Condition;
import org.novacat.persistence.table.RawItem;
import org.novacat.persistence.table.Write;
import org.novacat.persistence.testing.Catalogs;
import org.novacat.persistence.testing.InMemoryTable;
import org.novacat.persistence.testing.S3Servers;

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

  private static final String ALL = "novacat.sweep";
  private static final int STRIDE = 4;

  private final Path kept;
  private final Supplier<StoreLocation> fresh;
  private @Nullable Trial trial;

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

  /** A sweep of archives in folders, all of which lie in this one. */
  public Sweep(Path folder) {
    this(folder, new Folders(folder.resolve("trials")));
  }

  private Sweep(Path folder, Supplier<StoreLocation> fresh) {
    this.fresh = fresh;
    try {
      this.kept = Files.createDirectories(folder.resolve("kept"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sweep of archives on a real S3 server, which keeps in this folder what it needs itself. */
  public static Sweep onS3(Path folder) {
    return new Sweep(folder, S3Servers::fresh);
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
    return tried(deaths, test, STRIDE);
  }

  /**
   * The same with fewer of them.
   *
   * @param stride of how many one is tried, unless all are
   */
  public static Map<Integer, Remains> tried(List<Remains> deaths, String test, int stride) {
    Map<Integer, Remains> tried = new TreeMap<>();
    for (int n = 0; n < deaths.size(); n += Integer.getInteger(ALL, stride)) {
      tried.put(n + 1, deaths.get(n));
    }
    System.out.printf("%s: killed after %s of %s writes%n", test, tried.size(), deaths.size());
    return tried;
  }

  /** The public bucket of the archive on which a run is at work. */
  public ObjectStore site() {
    Trial now = requireNonNull(trial, "no run is at work");
    return now.by.store(ObjectStores.open(siteLocation()));
  }

  /** Where that one is. */
  public StoreLocation siteLocation() {
    return requireNonNull(trial, "no run is at work").buckets.siteLocation();
  }

  /** The bytes of an object that was there at some time. */
  public byte[] bytes(ContentHash hash) throws IOException {
    return Files.readAllBytes(kept.resolve(hash.hex()));
  }

  /** An archive on which jobs run; closing it removes it. */
  private final class Trial implements AutoCloseable {
    private final InMemoryTable table = new InMemoryTable();
    private final SweepBuckets buckets = new SweepBuckets(fresh, kept);
    private Disturbed by = new Disturbed((number, done) -> {});

    Trial(Remains before) {
      before.items().forEach(item -> table.write(new Write.Put(item, Condition.always())));
      buckets.fill(before.objects());
      trial = this;
    }

    void run(Run run, Duration later, Disturbed disturbed) {
      by = disturbed;
      JobRunId id = JobRunId.mint();
      Clock clock = Clock.offset(Clock.systemUTC(), later);
      Catalog catalog =
          Catalog.over(by.table(table), RunContext.single(id), clock, Catalogs.NO_PAUSE);
      StoreLocation location = buckets.location();
      ObjectStore store = by.store(ObjectStores.open(location));
      try (Stores stores = new Stores(catalog, store, location, BUCKET)) {
        run.on(stores, id, clock);
      }
    }

    @Override
    public void close() {
      trial = null;
      buckets.close();
    }

    Remains remains() {
      SortedMap<String, ContentHash> objects = new TreeMap<>();
      buckets.stored().forEach((key, object) -> objects.put(key, object.hash()));
      return new Remains(table.items(), objects);
    }
  }

  /** New folders, one after the other. */
  private static final class Folders implements Supplier<StoreLocation> {
    private final Path parent;
    private int made;

    Folders(Path parent) {
      this.parent = parent;
    }

    @Override
    public StoreLocation get() {
      try {
        Path folder = Files.createDirectories(parent.resolve(made++ + "/" + BUCKET));
        return StoreLocation.local(folder).with(StoreLocation.DURABILITY, "later");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

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
      Map<String, SweepBuckets.Stored> now = trial.buckets.stored();
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

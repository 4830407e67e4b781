package org.novacat.jobs.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectStore;

/**
 * The two buckets of an archive of a {@link Sweep}, of which all is read and kept as often as it is
 * looked at. Closing them empties them.
 */
final class SweepBuckets implements AutoCloseable {
  private static final long LARGEST = 1 << 30;

  /**
   * The clock of a store may show whole seconds: what is younger may be written once more in one.
   */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final Path kept;
  private final Bucket archive;
  private final Bucket site;

  /**
   * Two empty buckets.
   *
   * @param fresh makes one
   * @param kept where each content is kept under its hash
   */
  SweepBuckets(Supplier<StoreLocation> fresh, Path kept) {
    this.kept = kept;
    this.archive = new Bucket(fresh.get(), "");
    this.site = new Bucket(fresh.get(), Sweep.SITE);
  }

  StoreLocation location() {
    return archive.location;
  }

  StoreLocation siteLocation() {
    return site.location;
  }

  /** Puts there what an archive held at some time. */
  void fill(SortedMap<String, ContentHash> objects) {
    try {
      for (Map.Entry<String, ContentHash> object : objects.entrySet()) {
        Bucket bucket = object.getKey().startsWith(Sweep.SITE) ? site : archive;
        bucket.store.put(
            ObjectKey.of(object.getKey().substring(bucket.prefix.length())),
            Content.of(kept.resolve(object.getValue().hex())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that is there now. */
  SortedMap<String, Stored> stored() {
    SortedMap<String, Stored> objects = new TreeMap<>();
    archive.look(objects);
    site.look(objects);
    return objects;
  }

  @Override
  public void close() {
    archive.close();
    site.close();
  }

  /** An object as it was looked at. */
  record Stored(ContentHash hash, Instant time, long length, Instant looked) {
    private boolean isStill(ListedObject object) {
      return object.lastModified().equals(time)
          && object.length() == length
          && time.plus(SETTLED).isBefore(looked);
    }
  }

  private final class Bucket implements AutoCloseable {
    private final StoreLocation location;
    private final String prefix;
    private final ObjectStore store;
    private final Map<ObjectKey, Stored> seen = new HashMap<>();

    Bucket(StoreLocation location, String prefix) {
      this.location = location;
      this.prefix = prefix;
      this.store = ObjectStores.open(location);
    }

    void look(Map<String, Stored> objects) {
      try (Stream<ListedObject> all = store.list("")) {
        for (ListedObject object : (Iterable<ListedObject>) all::iterator) {
          Stored before = seen.get(object.key());
          Stored now = before != null && before.isStill(object) ? before : read(object);
          seen.put(object.key(), now);
          objects.put(prefix + object.key(), now);
        }
      }
    }

    private Stored read(ListedObject object) {
      Instant looked = Instant.now();
      byte[] bytes = store.read(object.key(), LARGEST);
      ContentHash hash = ContentHash.of(bytes);
      try {
        if (!Files.exists(kept.resolve(hash.hex()))) {
          Files.write(kept.resolve(hash.hex()), bytes);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return new Stored(hash, object.lastModified(), object.length(), looked);
    }

    @Override
    public void close() {
      try (store;
          Stream<ListedObject> all = store.list("")) {
        store.deleteAll(all.map(ListedObject::key).toList());
      }
    }
  }
}

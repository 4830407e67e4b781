package org.novacat.persistence.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;

/** A bucket in memory for tests: keeps every promise of {@link ObjectStore}, ends with the JVM. */
public final class InMemoryObjectStore implements ObjectStore {
  private final ConcurrentNavigableMap<ObjectKey, Entry> objects = new ConcurrentSkipListMap<>();
  private final InstantSource clock;

  /** An empty bucket whose objects are dated by the system's clock. */
  public InMemoryObjectStore() {
    this(InstantSource.system());
  }

  /** An empty bucket whose objects are dated by {@code clock}. */
  public InMemoryObjectStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Entry(byte[] bytes, WrittenObject object, ListedObject listed) {}

  @Override
  public Optional<ObjectInfo> head(ObjectKey key) {
    return Optional.ofNullable(objects.get(key)).map(e -> e.object().info());
  }

  @Override
  public ConditionalPut createIfAbsent(ObjectKey key, Content content) {
    Entry entry = entry(key, content);
    Entry there = objects.putIfAbsent(key, entry);
    return there == null ? new Stored(entry.object()) : new Refused(there.object().info());
  }

  @Override
  public ConditionalPut replaceIfMatch(ObjectKey key, Content content, ETag etag) {
    Entry entry = entry(key, content);
    while (true) {
      Entry there = objects.get(key);
      if (there == null) {
        return new Refused(null);
      }
      if (!there.object().etag().equals(etag)) {
        return new Refused(there.object().info());
      }
      if (objects.replace(key, there, entry)) {
        return new Stored(entry.object());
      }
    }
  }

  @Override
  public WrittenObject put(ObjectKey key, Content content) {
    Entry entry = entry(key, content);
    objects.put(key, entry);
    return entry.object();
  }

  @Override
  public byte[] read(ObjectKey key, long maxBytes) {
    byte[] bytes = existing(key).bytes();
    if (bytes.length > maxBytes) {
      throw new ObjectTooLarge(
          "Cannot read object '%s' in memory: it has %s bytes, more than the limit of %s (raise the limit, or read it as a stream)"
              .formatted(key, bytes.length, maxBytes),
          null);
    }
    return bytes.clone();
  }

  @Override
  public byte[] readRange(ObjectKey key, long offset, int length) {
    byte[] bytes = existing(key).bytes();
    int from = (int) Math.min(offset, bytes.length);
    return Arrays.copyOfRange(bytes, from, (int) Math.min((long) from + length, bytes.length));
  }

  @Override
  public Optional<ObjectInfo> copyIfAbsent(ObjectKey from, ETag etag, ObjectKey to) {
    Entry entry = existing(from);
    if (!entry.object().etag().equals(etag)) {
      throw new ObjectMissing(
          "Cannot copy object '%s' in memory: it is another version (look at it again)"
              .formatted(from),
          null);
    }
    return createIfAbsent(to, Content.of(entry.bytes().clone())) instanceof Stored stored
        ? Optional.of(stored.object().info())
        : Optional.empty();
  }

  @Override
  public boolean deleteIfMatch(ObjectKey key, ETag etag) {
    objects.computeIfPresent(
        key, (any, entry) -> entry.object().etag().equals(etag) ? null : entry);
    return !objects.containsKey(key);
  }

  @Override
  public void deleteAll(Collection<ObjectKey> keys) {
    keys.forEach(objects::remove);
  }

  @Override
  public InputStream open(ObjectKey key) {
    return new ByteArrayInputStream(existing(key).bytes());
  }

  @Override
  public Stream<ListedObject> list(String prefix, Consumer<String> foreign) {
    ObjectKey.of(prefix + "x");
    return objects.values().stream()
        .map(Entry::listed)
        .filter(o -> o.key().value().startsWith(prefix));
  }

  @Override
  public void delete(ObjectKey key) {
    objects.remove(key);
  }

  @Override
  public int removeLeftovers(Duration olderThan) {
    return 0;
  }

  @Override
  public void close() {}

  private Entry existing(ObjectKey key) {
    Entry entry = objects.get(key);
    if (entry == null) {
      throw new ObjectMissing(
          "Cannot read object '%s' in memory: it is not there (see whether it was deleted, or never written)"
              .formatted(key),
          null);
    }
    return entry;
  }

  private static ContentSum written(ObjectKey key, Content content, OutputStream out) {
    try {
      return ContentSum.written(key, content, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail so", e);
    }
  }

  private Entry entry(ObjectKey key, Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ContentHash sha256 = written(key, content, out).sha256();
    byte[] bytes = out.toByteArray();
    return new Entry(
        bytes,
        new WrittenObject(key, bytes.length, new ETag(sha256.hex().substring(0, 32)), sha256),
        new ListedObject(key, bytes.length, clock.instant()));
  }
}

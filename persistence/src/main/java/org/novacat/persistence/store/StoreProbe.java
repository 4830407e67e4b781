package org.novacat.persistence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ConditionalPut.Stored;

/**
 * One promise of {@link ObjectStore}, tried out on small objects. Servers that call themselves
 * compatible with S3 may lack some, and some of these without a word.
 *
 * @param what the promise, in words
 * @param needed whether jobs rely on it
 * @param kept whether the store kept it
 */
public record StoreProbe(String what, boolean needed, boolean kept) {
  private static final int LONG = 17 << 20;

  /**
   * Tries a store out, and removes what it wrote.
   *
   * @param one a key under which nothing is
   * @param two another
   * @throws StoreException when the store cannot be reached, or refuses us
   */
  public static List<StoreProbe> of(ObjectStore store, ObjectKey one, ObjectKey two) {
    // What is refused from here on is what a server lacks, and not that it refuses us.
    store.put(one, content("any"));
    store.delete(one);
    try {
      return List.of(
          new StoreProbe("creates only where nothing is", true, () -> creates(store, one)),
          new StoreProbe("replaces only what was read", true, () -> replaces(store, one)),
          new StoreProbe("lists what was just written", true, () -> lists(store, one)),
          new StoreProbe("reads a part", true, () -> readsPart(store, one)),
          // Its last request is that of long objects, too.
          new StoreProbe("copies only where nothing is", true, () -> copies(store, one, two)),
          new StoreProbe(
              "replaces by a long object only what was read",
              true,
              () -> replacesByLong(store, one)),
          new StoreProbe("deletes only what was read", false, () -> deletes(store, one)));
    } finally {
      store.delete(one);
      store.delete(two);
    }
  }

  private StoreProbe(String what, boolean needed, BooleanSupplier trial) {
    this(what, needed, holds(trial));
  }

  private static boolean holds(BooleanSupplier trial) {
    try {
      return trial.getAsBoolean();
    } catch (StoreDenied | ObjectMissing e) {
      return false;
    }
  }

  private static boolean creates(ObjectStore store, ObjectKey key) {
    return store.createIfAbsent(key, content("first")) instanceof Stored
        && !(store.createIfAbsent(key, content("other")) instanceof Stored)
        && holds(store, key, "first");
  }

  private static boolean replaces(ObjectStore store, ObjectKey key) {
    ETag old = etag(store, key);
    return store.replaceIfMatch(key, content("second"), old) instanceof Stored
        && !(store.replaceIfMatch(key, content("other"), old) instanceof Stored)
        && holds(store, key, "second");
  }

  private static boolean lists(ObjectStore store, ObjectKey key) {
    try (Stream<ListedObject> objects = store.list(key.value())) {
      return objects.anyMatch(object -> object.key().equals(key));
    }
  }

  private static boolean readsPart(ObjectStore store, ObjectKey key) {
    return new String(store.readRange(key, 1, 3), UTF_8).equals("eco");
  }

  private static boolean copies(ObjectStore store, ObjectKey one, ObjectKey two) {
    Optional<ObjectInfo> first = store.copyIfAbsent(one, etag(store, one), two);
    store.put(two, content("taken"));
    return first.isPresent()
        && store.copyIfAbsent(one, etag(store, one), two).isEmpty()
        && holds(store, two, "taken");
  }

  /** So long that it is uploaded in parts. */
  private static boolean replacesByLong(ObjectStore store, ObjectKey key) {
    ETag old = etag(store, key);
    store.put(key, content("newer"));
    return !(store.replaceIfMatch(key, Content.of(new byte[LONG]), old) instanceof Stored)
        && holds(store, key, "newer");
  }

  private static boolean deletes(ObjectStore store, ObjectKey key) {
    ETag old = etag(store, key);
    store.put(key, content("third"));
    return !store.deleteIfMatch(key, old)
        && holds(store, key, "third")
        && store.deleteIfMatch(key, etag(store, key));
  }

  private static ETag etag(ObjectStore store, ObjectKey key) {
    return store.head(key).map(ObjectInfo::etag).orElse(new ETag("none"));
  }

  private static boolean holds(ObjectStore store, ObjectKey key, String text) {
    return new String(store.read(key, 100), UTF_8).equals(text);
  }

  private static Content content(String text) {
    return Content.of(text.getBytes(UTF_8));
  }
}

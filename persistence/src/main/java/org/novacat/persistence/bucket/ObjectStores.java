package org.novacat.persistence.bucket;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.retry.RetryPolicy;
import org.novacat.persistence.retry.WaitListener;
import org.novacat.persistence.retry.Waits;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.local.Durability;
import org.novacat.persistence.store.local.LocalObjectStore;
import org.novacat.persistence.store.s3.S3ObjectStore;
import org.novacat.persistence.store.s3.S3Settings;

/** Opens stores by their location. */
public final class ObjectStores {
  private ObjectStores() {}

  /**
   * The store at {@code location}, which exists already, with the patience of a long run and the
   * {@link Waits#ofProcess waits} of this process.
   *
   * @throws IllegalArgumentException if the location cannot be understood
   * @throws StoreDenied if there is no such folder; of S3 the first request tells
   */
  public static ObjectStore open(StoreLocation location) {
    return open(location, RetryPolicy.PATIENT, Waits.ofProcess());
  }

  /**
   * The same with any patience; a folder answers at once.
   *
   * @param policy how long each request is tried
   * @param waits by which it waits, and says so when it takes long
   */
  public static ObjectStore open(StoreLocation location, RetryPolicy policy, Waits waits) {
    return location.isOnS3()
        ? S3ObjectStore.open(settings(location), policy, waits)
        : new LocalObjectStore(folder(location), durability(location));
  }

  /**
   * The store at {@code location}, made if it does not exist; safe to repeat.
   *
   * @throws IllegalArgumentException as {@link #open}
   * @throws StoreDenied if it cannot be made
   */
  public static ObjectStore create(StoreLocation location, RetryPolicy policy, Waits waits) {
    if (location.isOnS3()) {
      S3ObjectStore store = S3ObjectStore.open(settings(location), policy, waits);
      store.createBucket();
      return store;
    }
    LocalObjectStore.makeFolder(folder(location));
    return open(location);
  }

  /** The same with the patience of a long run. */
  public static ObjectStore create(StoreLocation location) {
    return create(location, RetryPolicy.PATIENT, Waits.said(WaitListener.NONE));
  }

  /**
   * A bucket on S3, as its client wants it.
   *
   * @throws IllegalArgumentException if the location cannot be understood
   */
  public static S3Settings settings(StoreLocation location) {
    requireKnown(location, StoreLocation.S3_OPTIONS, "a bucket on S3");
    URI uri = location.uri();
    if (uri.getAuthority() == null || !String.valueOf(uri.getPath()).matches("/?")) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': a bucket is a whole one, without folders (write s3a://bucket)"
              .formatted(location));
    }
    String endpoint = location.options().get(StoreLocation.ENDPOINT);
    return new S3Settings(
        uri.getAuthority(),
        location.options().get(StoreLocation.REGION),
        endpoint == null ? null : URI.create(endpoint),
        Boolean.parseBoolean(location.options().getOrDefault(StoreLocation.PATH_STYLE, "false")));
  }

  private static Path folder(StoreLocation location) {
    if (!"file".equals(location.uri().getScheme())) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': unknown kind of store (write file:///folder or s3a://bucket)"
              .formatted(location));
    }
    try {
      return Path.of(location.uri());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': %s (write file:///folder)".formatted(location, e.getMessage()),
          e);
    }
  }

  private static Durability durability(StoreLocation location) {
    requireKnown(location, Set.of(StoreLocation.DURABILITY), "a folder");
    @Nullable String named = location.options().get(StoreLocation.DURABILITY);
    return named == null ? Durability.ON_RETURN : Durability.parse(named);
  }

  private static void requireKnown(StoreLocation location, Set<String> known, String what) {
    if (!known.containsAll(location.options().keySet())) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': one of its options %s is unknown (%s has %s only)"
              .formatted(location, location.options().keySet(), what, known));
    }
  }
}

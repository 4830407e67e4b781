package org.novacat.persistence.bucket;

import java.nio.file.Path;
import java.util.Set;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.local.Durability;
import org.novacat.persistence.store.local.LocalObjectStore;

/** Opens stores by their location. */
public final class ObjectStores {
  private static final String DURABILITY = "durability";

  private ObjectStores() {}

  /**
   * The store at {@code location}, which exists already.
   *
   * @throws IllegalArgumentException if the location cannot be understood, or is of a kind that
   *     cannot be opened
   * @throws StoreDenied if there is no such bucket
   */
  public static ObjectStore open(StoreLocation location) {
    return new LocalObjectStore(folder(location), durability(location));
  }

  /**
   * The store at {@code location}, made if it does not exist; safe to repeat.
   *
   * @throws IllegalArgumentException as {@link #open}
   * @throws StoreDenied if it cannot be made
   */
  public static ObjectStore create(StoreLocation location) {
    LocalObjectStore.makeFolder(folder(location));
    return open(location);
  }

  private static Path folder(StoreLocation location) {
    return switch (String.valueOf(location.uri().getScheme())) {
      case "file" -> path(location);
      case "s3", "s3a" ->
          throw new IllegalArgumentException(
              "Cannot open store '%s': stores on S3 are not supported yet (name a folder: file:///folder)"
                  .formatted(location));
      default ->
          throw new IllegalArgumentException(
              "Cannot open store '%s': unknown kind of store (write file:///folder or s3a://bucket)"
                  .formatted(location));
    };
  }

  private static Path path(StoreLocation location) {
    String path = location.uri().getSchemeSpecificPart();
    try {
      return location.uri().isOpaque() ? Path.of(path) : Path.of(location.uri());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': %s (write file:///folder)".formatted(location, e.getMessage()),
          e);
    }
  }

  private static Durability durability(StoreLocation location) {
    if (!Set.of(DURABILITY).containsAll(location.options().keySet())) {
      throw new IllegalArgumentException(
          "Cannot open store '%s': one of its options %s is unknown (a folder has '%s' only)"
              .formatted(location, location.options().keySet(), DURABILITY));
    }
    return Durability.parse(location.options().getOrDefault(DURABILITY, "on-return"));
  }
}

package org.novacat.persistence.tree;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;

/**
 * The objects below one key of a bucket, by their paths relative to it. Safe for many threads.
 * Methods throw {@link org.novacat.persistence.store.StoreException} as those of {@link
 * ObjectStore} do.
 */
public final class Tree implements AutoCloseable {
  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private final ObjectStore store;
  private final String root;

  /**
   * An object of a tree.
   *
   * @param path relative to the root
   * @param length bytes
   */
  public record Entry(String path, long length) {}

  Tree(ObjectStore store, String path) {
    this.store = requireNonNull(store, "store is null");
    this.root = path + "/";
  }

  /**
   * Opens a tree, in which there may be nothing; its bucket or folder is there.
   *
   * @throws org.novacat.persistence.store.StoreDenied if there is no such folder
   */
  public static Tree open(TreeLocation location) {
    return new Tree(ObjectStores.open(location.bucket()), location.path());
  }

  /** Writes an object, whatever was there. Equal bytes written twice are as good as once. */
  public void put(String path, Content content) {
    store.put(key(path), content);
  }

  /** The bytes of an object; empty if there is none. */
  public Optional<byte[]> read(String path) {
    try {
      return Optional.of(store.read(key(path), MOST_BYTES));
    } catch (ObjectMissing e) {
      return Optional.empty();
    }
  }

  /** The bytes of an object in the folder that holds the tree; empty if there is none. */
  public Optional<byte[]> readBeside(String name) {
    String folder = root.substring(0, root.lastIndexOf('/', root.length() - 2) + 1);
    try {
      return Optional.of(store.read(ObjectKey.of(folder + name), MOST_BYTES));
    } catch (ObjectMissing e) {
      return Optional.empty();
    }
  }

  /** The objects whose paths begin with {@code prefix}, in their order; close the stream. */
  public Stream<Entry> list(String prefix) {
    return store
        .list(root + prefix)
        .map((ListedObject o) -> new Entry(o.key().value().substring(root.length()), o.length()));
  }

  ObjectKey key(String path) {
    return ObjectKey.of(root + path);
  }

  /** Closes its store. */
  @Override
  public void close() {
    store.close();
  }
}

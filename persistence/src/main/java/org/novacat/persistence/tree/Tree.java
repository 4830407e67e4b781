package org.novacat.persistence.tree;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.bucket.ObjectStores;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.StoreDenied;

/**
 * The objects below one key of a bucket, by their paths relative to it. Safe for many threads.
 * Methods throw {@link org.novacat.persistence.store.StoreException} as those of {@link
 * ObjectStore} do.
 */
public final class Tree implements AutoCloseable {
  /** Where objects are until they are whole. */
  private static final String PARTS = "~parts";

  /** Written at a time: the JDK copies what it writes, and that stays in the processor's cache. */
  private static final int SLICE = 1 << 18;

  private static final long MOST_BYTES = Integer.MAX_VALUE - 8L;

  private final ObjectStore store;
  private final String root;
  private final @Nullable Path folder;

  /**
   * An object of a tree.
   *
   * @param path relative to the root
   * @param length bytes
   */
  public record Entry(String path, long length) {}

  Tree(ObjectStore store, String path) {
    this(store, path, null);
  }

  private Tree(ObjectStore store, String path, @Nullable Path folder) {
    this.store = requireNonNull(store, "store is null");
    this.root = path + "/";
    this.folder = folder;
  }

  /**
   * Opens a tree, in which there may be nothing; its bucket or folder is there.
   *
   * @throws org.novacat.persistence.store.StoreDenied if there is no such folder
   */
  public static Tree open(TreeLocation location) {
    Path folder = location.isOnS3() ? null : location.folder();
    return new Tree(ObjectStores.open(location.bucket()), location.path(), folder);
  }

  /** Writes an object, whatever was there. Equal bytes written twice are as good as once. */
  public void put(String path, Content content) {
    store.put(key(path), content);
  }

  /**
   * The same of bytes in memory, for drafts: in a folder they are neither hashed nor forced to the
   * disk, which is done when the draft is read back and published.
   *
   * @param content from position to limit; not used after the call
   */
  public void put(String path, ByteBuffer content) {
    if (folder != null) {
      write(folder, path, content.slice());
      return;
    }
    byte[] bytes = new byte[content.remaining()];
    content.slice().get(bytes);
    put(path, Content.of(bytes));
  }

  /** Its name it gets when it is whole: a task that was given up may still be at work. */
  private void write(Path draft, String path, ByteBuffer content) {
    Path file = draft.resolve(key(path).value().substring(root.length()));
    Path part = draft.resolveSibling(PARTS).resolve(UUID.randomUUID().toString());
    try {
      Files.createDirectories(part.getParent());
      Files.createDirectories(file.getParent());
      try (FileChannel to = FileChannel.open(part, CREATE_NEW, WRITE)) {
        int end = content.limit();
        while (content.position() < end) {
          to.write(content.limit(Math.min(end, content.position() + SLICE)));
        }
      }
      Files.move(part, file, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new StoreDenied(
          "Cannot write '%s': %s (see whether the folder can be written, and has room)"
              .formatted(file, e),
          e);
    }
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

package org.novacat.persistence.store.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ConditionalPut;
import org.novacat.persistence.store.ConditionalPut.Refused;
import org.novacat.persistence.store.ConditionalPut.Stored;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectTooLarge;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.StoreException;
import org.novacat.persistence.store.WrittenObject;

/**
 * A bucket that is a local folder: the object {@code a/b} is the file {@code b} in the folder
 * {@code a}, readable by anything.
 *
 * <p>Objects are written to a file of their own below {@code ~drafts} and get their name in one
 * step: created by a hard link, of which exactly one can succeed; replaced by a rename under a file
 * lock below {@code ~locks}, which makes comparison and replacement one step for all processes that
 * use this class. Nothing a killed process leaves behind is visible or blocks anyone. Forced to the
 * disk on return unless {@code durability=later}; see {@link Durability}.
 *
 * <p>The file system must know hard links and file locks, and tell upper from lower case; where it
 * does not, an operation fails, none does the wrong thing. What S3 can and a folder cannot: hold
 * both {@code a} and {@code a/b}, or a name longer than 255 bytes between two slashes; these are
 * {@link StoreDenied}. Deleting leaves empty folders, which no listing shows.
 */
public final class LocalObjectStore implements ObjectStore {
  /**
   * How long a writer waits for another that holds its lock; none holds it longer than a rename.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Some virtual machines cannot make longer arrays. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final LocalRoot root;
  private final LocalDisk disk;
  private final Duration patience;

  LocalObjectStore(Path folder, Durability durability, Duration patience) {
    this.root = LocalRoot.open(folder);
    this.disk = new LocalDisk(root, durability);
    this.patience = patience;
  }

  public LocalObjectStore(Path folder, Durability durability) {
    this(folder, durability, PATIENCE);
  }

  /**
   * The store in an existing folder, with all writes forced to the disk.
   *
   * @throws StoreDenied if there is no such folder
   */
  public LocalObjectStore(Path folder) {
    this(folder, Durability.ON_RETURN);
  }

  /**
   * Makes the folder of a store, where it is missing.
   *
   * @throws StoreDenied if it cannot be made
   */
  public static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw LocalFailure.of("create store '%s'".formatted(folder), e);
    }
  }

  @Override
  public Optional<ObjectInfo> head(ObjectKey key) {
    return attempt("look at", key, () -> inspect(key));
  }

  @Override
  public ConditionalPut createIfAbsent(ObjectKey key, Content content) {
    return attempt(
        "create",
        key,
        () -> {
          Optional<ObjectInfo> there = inspect(key);
          return there.isPresent() ? new Refused(there.get()) : create(key, content);
        });
  }

  private ConditionalPut create(ObjectKey key, Content content) throws IOException {
    try (Draft draft = draft(key, content)) {
      return create(draft);
    }
  }

  /** Of that version alone: another may have come meanwhile. */
  private ConditionalPut copied(ObjectInfo from, ObjectKey to) throws IOException {
    if (inspect(to).isPresent()) {
      return new Refused(null);
    }
    try (Draft draft = draft(to, Content.of(from.length(), () -> open(from.key())))) {
      if (!draft.object().etag().equals(from.etag())) {
        throw missing(from.key());
      }
      return create(draft);
    }
  }

  private ConditionalPut create(Draft draft) throws IOException {
    ObjectKey key = draft.object().key();
    Path file = root.makeRoom(key);
    while (!linked(draft, file)) {
      Optional<ObjectInfo> winner = inspect(key);
      if (winner.isPresent()) {
        return new Refused(winner.get());
      }
      LocalRoot.requireFree(file);
    }
    return new Stored(settled(draft, file));
  }

  private static boolean linked(Draft draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft.file());
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    }
  }

  @Override
  public ConditionalPut replaceIfMatch(ObjectKey key, Content content, ETag etag) {
    return attempt(
        "replace",
        key,
        () -> {
          try (Draft draft = draft(key, content)) {
            return locked(key, () -> replace(draft, etag));
          }
        });
  }

  private ConditionalPut replace(Draft draft, ETag etag) throws IOException {
    ObjectKey key = draft.object().key();
    Optional<ObjectInfo> actual = inspect(key);
    if (actual.isEmpty()) {
      return new Refused(null);
    }
    return actual.get().etag().equals(etag)
        ? new Stored(settled(draft, renamed(draft)))
        : new Refused(actual.get());
  }

  @Override
  public WrittenObject put(ObjectKey key, Content content) {
    return attempt(
        "write",
        key,
        () -> {
          try (Draft draft = draft(key, content)) {
            return settled(draft, locked(key, () -> renamed(draft)));
          }
        });
  }

  private Draft draft(ObjectKey key, Content content) throws IOException {
    return Draft.write(root.drafts(), key, content, disk);
  }

  private Path renamed(Draft draft) throws IOException {
    Path file = root.makeRoom(draft.object().key());
    Files.move(draft.file(), file, ATOMIC_MOVE);
    return file;
  }

  private WrittenObject settled(Draft draft, Path file) throws IOException {
    disk.forceName(file);
    return draft.object();
  }

  @Override
  public byte[] read(ObjectKey key, long maxBytes) {
    return attempt(
        "read",
        key,
        () -> {
          try (SeekableByteChannel channel = channel(key)) {
            long size = channel.size();
            if (size > Math.min(maxBytes, LONGEST_ARRAY)) {
              throw new ObjectTooLarge(
                  "Cannot read object '%s' in '%s': it has %s bytes, more than the limit of %s (raise the limit, or read it as a stream)"
                      .formatted(key, root.path(), size, Math.min(maxBytes, LONGEST_ARRAY)),
                  null);
            }
            return whole((int) size, Channels.newInputStream(channel));
          }
        });
  }

  @Override
  public byte[] readRange(ObjectKey key, long offset, int length) {
    return attempt(
        "read",
        key,
        () -> {
          try (SeekableByteChannel channel = channel(key)) {
            channel.position(Math.min(offset, channel.size()));
            int there = (int) Math.min(length, channel.size() - channel.position());
            return whole(there, Channels.newInputStream(channel));
          }
        });
  }

  @Override
  public Optional<ObjectInfo> copyIfAbsent(ObjectKey from, ETag etag, ObjectKey to) {
    ObjectInfo there =
        head(from).filter(info -> info.etag().equals(etag)).orElseThrow(() -> missing(from));
    ConditionalPut put = attempt("copy", to, () -> copied(there, to));
    return put instanceof Stored stored ? Optional.of(stored.object().info()) : Optional.empty();
  }

  @Override
  public InputStream open(ObjectKey key) {
    return attempt("read", key, () -> Channels.newInputStream(channel(key)));
  }

  private SeekableByteChannel channel(ObjectKey key) throws IOException {
    try {
      Path file = root.find(key).orElseThrow(() -> missing(key));
      return Files.newByteChannel(file);
    } catch (NoSuchFileException e) {
      throw missing(key);
    }
  }

  private ObjectMissing missing(ObjectKey key) {
    return new ObjectMissing(
        "Cannot read object '%s' in '%s': it is not there (see whether it was deleted, or never written)"
            .formatted(key, root.path()),
        null);
  }

  private static byte[] whole(int length, InputStream in) throws IOException {
    byte[] bytes = new byte[length]; // a stream that is asked for all of them holds them twice
    if (in.readNBytes(bytes, 0, length) < length) {
      throw new EOFException("the file was cut while it was read");
    }
    return bytes;
  }

  @Override
  public Stream<ListedObject> list(String prefix, Consumer<String> foreign) {
    return StreamSupport.stream(new LocalListing(root, prefix, foreign), false);
  }

  @Override
  public void delete(ObjectKey key) {
    attempt(
        "delete",
        key,
        () -> {
          Optional<Path> file = root.find(key);
          if (file.isPresent() && locked(key, () -> Files.deleteIfExists(file.get()))) {
            disk.forceName(file.get());
          }
          return file;
        });
  }

  @Override
  public boolean deleteIfMatch(ObjectKey key, ETag etag) {
    return attempt("delete", key, () -> locked(key, () -> deleted(key, etag)));
  }

  private boolean deleted(ObjectKey key, ETag etag) throws IOException {
    Optional<ObjectInfo> there = inspect(key);
    Optional<Path> file = root.find(key);
    if (there.isEmpty() || file.isEmpty()) {
      return true;
    }
    if (!there.get().etag().equals(etag)) {
      return false;
    }
    if (Files.deleteIfExists(file.get())) {
      disk.forceName(file.get());
    }
    return true;
  }

  @Override
  public void deleteAll(Collection<ObjectKey> keys) {
    keys.forEach(this::delete);
  }

  @Override
  public int removeLeftovers(Duration olderThan) {
    Instant limit = Instant.now().minus(olderThan);
    try (DirectoryStream<Path> drafts = Files.newDirectoryStream(root.drafts())) {
      int removed = 0;
      for (Path draft : drafts) {
        removed += isOlder(draft, limit) && Files.deleteIfExists(draft) ? 1 : 0;
      }
      return removed;
    } catch (IOException e) {
      throw LocalFailure.of("remove leftovers in '%s'".formatted(root.path()), e);
    }
  }

  /** A draft of a writer at work may get its name, and so vanish, at any moment. */
  private static boolean isOlder(Path draft, Instant limit) throws IOException {
    try {
      return Files.getLastModifiedTime(draft).toInstant().isBefore(limit);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Does nothing: between operations a folder holds nothing open. */
  @Override
  public void close() {}

  /** What is to be said of an object, by reading all of it. */
  private Optional<ObjectInfo> inspect(ObjectKey key) throws IOException {
    Optional<Path> file = root.find(key);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    MessageDigest digest = ContentHash.sha256();
    try (InputStream plain = new BufferedInputStream(Files.newInputStream(file.get()), 1 << 16);
        InputStream in = new DigestInputStream(plain, digest)) {
      long length = in.transferTo(OutputStream.nullOutputStream());
      ETag etag = Draft.etag(ContentHash.of(digest));
      return Optional.of(new ObjectInfo(key, length, etag));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private <T> T locked(ObjectKey key, Work<T> work) throws IOException {
    Path file = root.lockOf(key);
    ProcessLock lock =
        ProcessLock.acquire(file, patience)
            .orElseThrow(
                () ->
                    new IOException(
                        "another process has held '%s' for %s".formatted(file, patience)));
    try {
      return work.run();
    } finally {
      lock.close();
    }
  }

  private <T> T attempt(String verb, ObjectKey key, Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      String action = "%s object '%s' in '%s'".formatted(verb, key, root.path());
      throw root.obstacle(key)
          .<StoreException>map(
              why ->
                  new StoreDenied("Cannot %s: %s (choose another key)".formatted(action, why), e))
          .orElseGet(() -> LocalFailure.of(action, e));
    }
  }

  @FunctionalInterface
  private interface Work<T> {
    T run() throws IOException;
  }
}

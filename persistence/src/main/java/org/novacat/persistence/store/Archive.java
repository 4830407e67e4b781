package org.novacat.persistence.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.layouts.key.WriteRule;

/**
 * The one way to the objects of a bucket. What is written follows the rule of its key; what is read
 * is what an item says, or is named as something else. Safe for many threads; many processes may
 * work on one bucket. Methods throw {@link StoreUnreachable} and {@link StoreDenied} as those of
 * {@link ObjectStore} do.
 */
public final class Archive implements AutoCloseable {
  private final ObjectStore store;
  private final String bucket;

  /**
   * The archive in a bucket; closing it closes the store.
   *
   * @param bucket its name, as items record it
   */
  public Archive(ObjectStore store, String bucket) {
    this.store = requireNonNull(store, "store is null");
    this.bucket = requireNonNull(bucket, "bucket is null");
  }

  /** The name of the bucket, as items record it. */
  public String bucket() {
    return bucket;
  }

  /**
   * Writes an object as the rule of its key says: one that can be made again takes the place of
   * what is there, others are made only where nothing is. Equal bytes that are there already are as
   * good as written.
   *
   * @throws IllegalArgumentException when the rule is to replace the version that was read, see
   *     {@link #replace}
   * @throws ContentBroken as {@link ObjectStore#put}
   */
  public WriteResult write(LayoutKey key, Content content) {
    return switch (key.line().rule()) {
      case DERIVED -> written(store.put(key.key(), content));
      case IMMUTABLE, IMMUTABLE_ONCE_VALID -> restore(key, content, null);
      case REPLACED -> throw refused(key, "it replaces a version that was read (say which)");
    };
  }

  /**
   * Writes several objects, each as {@link #write} does, and behind a network all at once. When it
   * throws, some of them may be written; none is under way any more.
   *
   * @return what became of each, in their order
   * @throws IllegalArgumentException as {@link #write}
   * @throws ContentBroken as {@link ObjectStore#put}
   */
  public List<WriteResult> writeAll(List<NewObject> objects) {
    List<Supplier<WriteResult>> writes =
        objects.stream()
            .<Supplier<WriteResult>>map(one -> () -> write(one.key(), one.content()))
            .toList();
    return store.isRemote() ? AtOnce.all(writes) : writes.stream().map(Supplier::get).toList();
  }

  /**
   * Writes an object in the place of the version that was read. Equal bytes that are there already
   * are as good as written.
   *
   * @param before null when nothing was there
   * @throws IllegalArgumentException when the rule of the key is never to replace, or to write
   *     without a look, see {@link #write}
   * @throws ContentBroken as {@link ObjectStore#put}
   */
  public WriteResult replace(LayoutKey key, Content content, @Nullable ETag before) {
    switch (key.line().rule()) {
      case REPLACED, IMMUTABLE_ONCE_VALID -> {}
      case IMMUTABLE, DERIVED ->
          throw refused(key, "its rule is " + key.line().rule() + " (write it without a version)");
    }
    return restore(key, content, before);
  }

  /**
   * Puts bytes back where they belong by their hash, which their key or their item has, and where
   * now others are, or none. As {@link #replace} otherwise.
   */
  public WriteResult restore(LayoutKey key, Content content, @Nullable ETag before) {
    ConditionalPut put =
        before == null
            ? store.createIfAbsent(key.key(), content)
            : store.replaceIfMatch(key.key(), content, before);
    if (put instanceof ConditionalPut.Stored stored) {
      return written(stored.object());
    }
    ObjectInfo there = ((ConditionalPut.Refused) put).there();
    return there == null ? new WriteResult.Taken(key.key(), null) : settled(there, content);
  }

  private static IllegalArgumentException refused(LayoutKey key, String why) {
    return new IllegalArgumentException("Cannot write object '%s': %s".formatted(key, why));
  }

  /** What is there may be ours, of a try before whose answer was lost. */
  private WriteResult settled(ObjectInfo there, Content content) {
    boolean differs =
        content instanceof Content.Measured measured && measured.length() != there.length();
    return differs
        ? new WriteResult.Taken(there.key(), there)
        : settled(there, ContentSum.of(there.key(), content));
  }

  private WriteResult settled(ObjectInfo there, ContentSum ours) {
    if (there.length() == ours.length()) {
      Pointer found = pointer(there.key()).orElse(null);
      if (found != null && found.sha256().equals(ours.sha256())) {
        return new WriteResult.Written(found);
      }
    }
    return new WriteResult.Taken(there.key(), there);
  }

  /**
   * Stores what lies under one key under another too, which no write may change after; where the
   * store can, the bytes do not pass through this machine. Equal bytes that are there already are
   * as good as copied; so it may be repeated.
   *
   * @param from is in this bucket; when the store names that version otherwise by now, as a bucket
   *     that was moved does, it is read once to see that its bytes are those
   * @return where the copy lies, with its own ETag and the SHA-256 of {@code from}; taken when
   *     other bytes are there
   * @throws IllegalArgumentException when the rule of the key is another, or {@code from} is in
   *     another bucket
   * @throws UnusableObject when {@code from} is not there, or has other bytes
   */
  public WriteResult copy(Pointer from, LayoutKey to) {
    if (to.line().rule() != WriteRule.IMMUTABLE) {
      throw refused(to, "its rule is " + to.line().rule() + " (copy to what nobody replaces)");
    }
    if (!from.bucket().equals(bucket)) {
      throw refused(
          to, "'%s' is in bucket '%s' (read and write it)".formatted(from.key(), from.bucket()));
    }
    Optional<ObjectInfo> copy = copied(from, to.key());
    if (copy.isPresent()) {
      return written(copy.get(), from.sha256());
    }
    ContentSum wanted = new ContentSum(from.byteLength(), from.sha256());
    return store
        .head(to.key())
        .map(there -> settled(there, wanted))
        .orElseGet(() -> new WriteResult.Taken(to.key(), null));
  }

  private Optional<ObjectInfo> copied(Pointer from, ObjectKey to) {
    try {
      if (!from.etag().isEmpty()) {
        return store.copyIfAbsent(from.key(), new ETag(from.etag()), to);
      }
    } catch (ObjectMissing e) {
      // Perhaps only its ETag is another.
    }
    Pointer there = pointer(from.key()).orElseThrow(() -> UnusableObject.missing(from.key()));
    if (!there.sha256().equals(from.sha256())) {
      throw UnusableObject.changed(from.key(), from.sha256(), there.sha256());
    }
    try {
      return store.copyIfAbsent(from.key(), new ETag(there.etag()), to);
    } catch (ObjectMissing e) {
      throw UnusableObject.missing(from.key()); // replaced or deleted since
    }
  }

  private WriteResult written(WrittenObject object) {
    return written(object.info(), object.sha256());
  }

  private WriteResult written(ObjectInfo object, ContentHash sha256) {
    return new WriteResult.Written(
        new Pointer(bucket, object.key(), object.length(), object.etag().toString(), sha256));
  }

  /**
   * An object, whole in memory.
   *
   * @param most bytes to take into memory
   */
  public ReadResult<byte[]> read(Pointer pointer, long most) {
    return pointer.byteLength() > most
        ? UnusableObject.tooLarge(pointer.key(), most).result()
        : read(pointer.key(), pointer.sha256(), most);
  }

  /** The same for an object whose item does not say how long it is. */
  public ReadResult<byte[]> read(ObjectKey key, ContentHash sha256, long most) {
    try {
      byte[] bytes = store.read(key, most);
      ContentHash found = ContentHash.of(bytes);
      return found.equals(sha256)
          ? new ReadResult.Found<>(bytes)
          : UnusableObject.changed(key, sha256, found).result();
    } catch (ObjectMissing e) {
      return UnusableObject.missing(key).result();
    } catch (ObjectTooLarge e) {
      ContentHash found = sha256(key).orElse(sha256);
      return found.equals(sha256)
          ? UnusableObject.tooLarge(key, most).result()
          : UnusableObject.changed(key, sha256, found).result();
    }
  }

  /**
   * An object as a file.
   *
   * @param file takes the bytes, whatever was in it; only of a sound object it is whole
   */
  public ReadResult<Path> fetch(Pointer pointer, Path file) {
    MessageDigest digest = ContentHash.sha256();
    try (InputStream in = new DigestInputStream(store.open(pointer.key()), digest)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (ObjectMissing e) {
      return UnusableObject.missing(pointer.key()).result();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy '%s' to a file".formatted(pointer.key()), e);
    }
    ContentHash found = ContentHash.of(digest);
    return found.equals(pointer.sha256())
        ? new ReadResult.Found<>(file)
        : UnusableObject.changed(pointer.key(), pointer.sha256(), found).result();
  }

  /**
   * An object as a stream, which the caller closes. Whoever reads it to its end knows that it is
   * the one that the item points at; else reading throws {@link UnusableObject}, at the last byte
   * at the latest.
   *
   * @throws UnusableObject when it is not there
   */
  public InputStream open(Pointer pointer) {
    try {
      return new VerifiedStream(store.open(pointer.key()), pointer);
    } catch (ObjectMissing e) {
      throw UnusableObject.missing(pointer.key());
    }
  }

  /**
   * Those of many objects that are not there or not as long as their items say, found by one
   * listing and without a look at their bytes.
   *
   * @param prefix what all of their keys begin with
   */
  public Map<Pointer, UnusableObject> unusable(String prefix, Collection<Pointer> pointers) {
    Map<ObjectKey, Long> lengths = new HashMap<>();
    Set<ObjectKey> wanted = pointers.stream().map(Pointer::key).collect(toSet());
    if (!wanted.isEmpty()) {
      try (Stream<ListedObject> objects = store.list(prefix)) {
        objects
            .filter(object -> wanted.contains(object.key()))
            .forEach(object -> lengths.put(object.key(), object.length()));
      }
    }
    Map<Pointer, UnusableObject> unusable = new HashMap<>();
    for (Pointer pointer : pointers) {
      Long length = lengths.get(pointer.key());
      if (length == null) {
        unusable.put(pointer, UnusableObject.missing(pointer.key()));
      } else if (length != pointer.byteLength()) {
        unusable.put(pointer, UnusableObject.ofLength(pointer, length));
      }
    }
    return unusable;
  }

  /**
   * An object that no item vouches for; empty when it is not there, or longer than {@code most}
   * bytes.
   */
  public Optional<byte[]> unverified(ObjectKey key, long most) {
    try {
      return Optional.of(store.read(key, most));
    } catch (ObjectMissing | ObjectTooLarge e) {
      return Optional.empty();
    }
  }

  /** The same as a stream, which the caller closes. */
  public Optional<InputStream> openUnverified(ObjectKey key) {
    try {
      return Optional.of(store.open(key));
    } catch (ObjectMissing e) {
      return Optional.empty();
    }
  }

  /** What the store says is there under a key. */
  public Optional<ObjectInfo> find(ObjectKey key) {
    return store.head(key);
  }

  /**
   * To what is there under a key now; the whole object is read, and again when it is replaced
   * meanwhile.
   */
  public Optional<Pointer> pointer(ObjectKey key) {
    Optional<ObjectInfo> there = store.head(key);
    while (there.isPresent()) {
      Optional<ContentHash> sha256 = sha256(key);
      Optional<ObjectInfo> after = store.head(key);
      if (sha256.isPresent() && after.equals(there)) {
        String etag = there.get().etag().toString();
        return Optional.of(new Pointer(bucket, key, there.get().length(), etag, sha256.get()));
      }
      there = after;
    }
    return Optional.empty();
  }

  /** The hash of what is there under a key; the whole object is read. */
  public Optional<ContentHash> sha256(ObjectKey key) {
    try (InputStream in = store.open(key)) {
      return Optional.of(ContentHash.of(in));
    } catch (ObjectMissing e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'".formatted(key), e);
    }
  }

  /** As {@link ObjectStore#list(String)}. */
  public Stream<ListedObject> list(String prefix) {
    return store.list(prefix);
  }

  /** As {@link ObjectStore#list(String, Consumer)}. */
  public Stream<ListedObject> list(String prefix, Consumer<String> foreign) {
    return store.list(prefix, foreign);
  }

  /** As {@link ObjectStore#delete}. */
  public void delete(ObjectKey key) {
    store.delete(key);
  }

  /** As {@link ObjectStore#removeLeftovers}. */
  public int removeLeftovers(Duration olderThan) {
    return store.removeLeftovers(olderThan);
  }

  @Override
  public void close() {
    store.close();
  }
}

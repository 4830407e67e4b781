package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.Bytes;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.file.RawFile;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.CreateResult;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ObjectTooLarge;
import org.novacat.persistence.store.ReplaceResult;
import org.novacat.persistence.store.WrittenObject;

/**
 * Puts raw bytes where they belong, and proves that they are those that were fetched. They are
 * created; what replaces them has the product's item on its side, see {@link RawReplacement}.
 */
final class RawObjects {
  private static final int BUFFER = 1 << 16;
  private static final long LARGEST_DOCUMENT = 1L << 20;

  private final ObjectStore store;
  private final Runnable begin;

  /**
   * Raw objects of a store.
   *
   * @param begin called before each write; the first time it records that a run begins
   */
  RawObjects(ObjectStore store, Runnable begin) {
    this.store = store;
    this.begin = begin;
  }

  /** Says that the run is about to write. */
  void begin() {
    begin.run();
  }

  /** What is there. */
  Optional<ObjectInfo> find(ObjectKey key) {
    return store.head(key);
  }

  /**
   * Makes the object if there is none.
   *
   * @return its ETag; empty when an object of other bytes is there
   * @throws RejectedException when the source changed while it was read
   */
  Optional<ETag> create(ObjectKey key, Bytes bytes) throws RejectedException {
    begin.run();
    CreateResult result = store.createIfAbsent(key, bytes.content());
    if (result instanceof CreateResult.Created created) {
      return Optional.of(verified(created.object(), bytes));
    }
    return holdsOther(key, bytes.sha256())
        ? Optional.empty()
        : Optional.of(((CreateResult.AlreadyThere) result).object().etag());
  }

  /**
   * Puts the bytes in the place of those that were there.
   *
   * @param before the ETag of the object as it was before the product's item changed; null when
   *     there was none
   * @throws RejectedException when another process was quicker, or the source changed while it was
   *     read
   */
  ETag replace(ObjectKey key, Bytes bytes, @Nullable ETag before) throws RejectedException {
    begin.run();
    if (before == null) {
      return create(key, bytes).orElseThrow(() -> otherBytes(key));
    }
    if (!holdsOther(key, bytes.sha256())) {
      return before;
    }
    ReplaceResult result = store.replaceIfMatch(key, bytes.content(), before);
    if (result instanceof ReplaceResult.Replaced replaced) {
      return verified(replaced.object(), bytes);
    }
    throw otherBytes(key);
  }

  /**
   * Makes an object whose key is that of its bytes, so that no others may be there.
   *
   * @return its ETag
   * @throws RejectedException as {@link #replace}
   */
  ETag only(ObjectKey key, Bytes bytes) throws RejectedException {
    Optional<ETag> created = create(key, bytes);
    return created.isPresent()
        ? created.get()
        : replace(key, bytes, find(key).map(ObjectInfo::etag).orElse(null));
  }

  /**
   * The same where an object should be there already.
   *
   * @return whether it was missing, or another
   * @throws RejectedException as {@link #replace}
   */
  boolean restore(ObjectKey key, Bytes bytes) throws RejectedException {
    boolean damaged = find(key).isEmpty() || holdsOther(key, bytes.sha256());
    if (damaged) {
      only(key, bytes);
    }
    return damaged;
  }

  /** Whether what a store says of an object is what an item says of it. */
  static boolean isThatOf(RawFile has, ObjectInfo there) {
    boolean sameTag = has.etag().isEmpty() || there.etag().toString().equals(has.etag());
    return there.length() == has.byteLength() && sameTag;
  }

  /** Whether there is an object of other bytes. */
  boolean holdsOther(ObjectKey key, ContentHash sha256) {
    try {
      return !sha256.equals(hash(key));
    } catch (ObjectMissing e) {
      return false;
    }
  }

  /**
   * A document beside raw bytes. What stands there from an earlier try stays, unless it speaks of
   * other bytes.
   */
  void ensureDocument(ObjectKey key, byte[] document, ContentHash sha256) {
    if (!speaksOf(key, sha256)) {
      putDocument(key, document);
    }
  }

  private boolean speaksOf(ObjectKey key, ContentHash sha256) {
    try {
      byte[] there = store.read(key, LARGEST_DOCUMENT);
      return new String(there, StandardCharsets.UTF_8).contains(sha256.hex());
    } catch (ObjectMissing | ObjectTooLarge e) {
      return false;
    }
  }

  /** A document beside raw bytes, in the place of one that says where others came from. */
  void putDocument(ObjectKey key, byte[] document) {
    begin.run();
    store.put(key, Content.of(document));
  }

  private static ETag verified(WrittenObject written, Bytes bytes) throws RejectedException {
    if (!written.sha256().equals(bytes.sha256())) {
      throw new RejectedException(
          RejectCode.SHA256_MISMATCH,
          "Cannot register '%s': the source changed while it was read (register it again)"
              .formatted(written.key()));
    }
    return written.etag();
  }

  private static RejectedException otherBytes(ObjectKey key) {
    return new RejectedException(
        RejectCode.PRODUCT_CONFLICT,
        "Cannot register '%s': another process puts other bytes there (run it again)"
            .formatted(key));
  }

  private ContentHash hash(ObjectKey key) {
    MessageDigest digest = ContentHash.sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = store.open(key)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read '%s'".formatted(key), e);
    }
    return ContentHash.of(digest);
  }
}

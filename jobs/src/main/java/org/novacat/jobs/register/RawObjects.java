package org.novacat.jobs.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.Content;
import org.novacat.persistence.store.CreateResult;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.ObjectMissing;
import org.novacat.persistence.store.ObjectStore;
import org.novacat.persistence.store.ReplaceResult;

/**
 * Puts raw bytes where they belong. They are created, never overwritten, but for those of a product
 * that has not been found valid: the layout allows these to be acquired anew.
 */
final class RawObjects {
  private static final int BUFFER = 1 << 16;

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

  /**
   * Makes the object hold {@code content}. A run that died before may have left equal bytes, which
   * stay, or the bytes of an earlier state of the source, which are replaced: no item points at
   * either.
   *
   * @return the ETag of the object
   * @throws RejectedException when another process puts other bytes there at the same time
   */
  ETag ensure(ObjectKey key, Content content, ContentHash sha256) throws RejectedException {
    begin.run();
    CreateResult result = store.createIfAbsent(key, content);
    if (result instanceof CreateResult.Created created) {
      return verified(key, created.object().sha256(), sha256, created.object().etag());
    }
    ObjectInfo there = ((CreateResult.AlreadyThere) result).object();
    return sha256.equals(hash(key)) ? there.etag() : replace(key, content, there.etag());
  }

  /**
   * Makes an object that an item points at again, where it is missing: as in a copy of a workspace
   * whose table was copied after its bucket.
   *
   * @param sha256 that of the item
   * @throws RejectedException when the source changed while it was read; nothing stays of it
   */
  void putBack(ObjectKey key, Content content, ContentHash sha256) throws RejectedException {
    if (store.head(key).isPresent()) {
      return;
    }
    begin.run();
    if (store.createIfAbsent(key, content) instanceof CreateResult.Created created) {
      if (!sha256.equals(created.object().sha256())) {
        store.delete(key);
      }
      verified(key, created.object().sha256(), sha256, created.object().etag());
    }
  }

  /**
   * Makes the object hold {@code content}, and never replaces one that items may point at.
   *
   * @return the ETag of the object
   * @throws RejectedException when other bytes are there
   */
  ETag create(ObjectKey key, Content content, ContentHash sha256) throws RejectedException {
    begin.run();
    CreateResult result = store.createIfAbsent(key, content);
    if (result instanceof CreateResult.Created created) {
      return verified(key, created.object().sha256(), sha256, created.object().etag());
    }
    if (holdsOther(key, sha256)) {
      throw otherBytes(key);
    }
    return ((CreateResult.AlreadyThere) result).object().etag();
  }

  /** Whether there is an object of other bytes. */
  boolean holdsOther(ObjectKey key, ContentHash sha256) {
    try {
      return !sha256.equals(hash(key));
    } catch (ObjectMissing e) {
      return false;
    }
  }

  /** A document beside raw bytes; what stands there from an earlier try stays. */
  void ensureDocument(ObjectKey key, byte[] document) {
    begin.run();
    store.createIfAbsent(key, Content.of(document));
  }

  private static ETag verified(ObjectKey key, ContentHash written, ContentHash expected, ETag etag)
      throws RejectedException {
    if (!written.equals(expected)) {
      throw new RejectedException(
          RejectCode.SHA256_MISMATCH,
          "Cannot register '%s': the source changed while it was read (register it again)"
              .formatted(key));
    }
    return etag;
  }

  private ETag replace(ObjectKey key, Content content, ETag there) throws RejectedException {
    ReplaceResult result = store.replaceIfMatch(key, content, there);
    if (result instanceof ReplaceResult.Replaced replaced) {
      return replaced.object().etag();
    }
    throw otherBytes(key);
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

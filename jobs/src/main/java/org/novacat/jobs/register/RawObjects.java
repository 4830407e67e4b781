package org.novacat.jobs.register;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.fetch.Fetched.Bytes;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.id.DataProductId;
import org.novacat.layouts.id.NovaId;
import org.novacat.layouts.key.LayoutKey;
import org.novacat.layouts.novacat.NovaCatKeys;
import org.novacat.persistence.store.Archive;
import org.novacat.persistence.store.ETag;
import org.novacat.persistence.store.ListedObject;
import org.novacat.persistence.store.ObjectInfo;
import org.novacat.persistence.store.Pointer;
import org.novacat.persistence.store.WriteResult;

/**
 * Puts raw bytes where they belong, and proves that they are those that were fetched. They are
 * created; what replaces them has the product's item on its side, see {@link RawReplacement}.
 */
final class RawObjects {
  private final Archive archive;
  private final Runnable begin;

  /**
   * Raw objects of an archive.
   *
   * @param begin called before each write; the first time it records that a run begins
   */
  RawObjects(Archive archive, Runnable begin) {
    this.archive = archive;
    this.begin = begin;
  }

  /** Says that the run is about to write. */
  void begin() {
    begin.run();
  }

  @Nullable ObjectInfo find(LayoutKey key) {
    return archive.find(key.key()).orElse(null);
  }

  /**
   * Makes the object if there is none.
   *
   * @return empty when an object of other bytes is there
   * @throws RejectedException when the source changed while it was read
   */
  Optional<Pointer> create(LayoutKey key, Bytes bytes) throws RejectedException {
    begin.run();
    return archive.write(key, bytes.content()) instanceof WriteResult.Written written
        ? Optional.of(verified(written.pointer(), bytes))
        : Optional.empty();
  }

  /**
   * Puts the bytes in the place of those that were there.
   *
   * @param before the object as it was before the product's item changed; null when there was none
   * @throws RejectedException when another process was quicker, or the source changed while it was
   *     read
   */
  Pointer replace(LayoutKey key, Bytes bytes, @Nullable ObjectInfo before)
      throws RejectedException {
    return put(key, bytes, before).orElseThrow(() -> otherBytes(key));
  }

  /** The same; empty when another process was quicker. */
  Optional<Pointer> put(LayoutKey key, Bytes bytes, @Nullable ObjectInfo before)
      throws RejectedException {
    begin.run();
    return archive.replace(key, bytes.content(), etag(before)) instanceof WriteResult.Written one
        ? Optional.of(verified(one.pointer(), bytes))
        : Optional.empty();
  }

  private static @Nullable ETag etag(@Nullable ObjectInfo before) {
    return before == null ? null : before.etag();
  }

  private static Pointer written(LayoutKey key, Bytes bytes, WriteResult result)
      throws RejectedException {
    if (result instanceof WriteResult.Written written) {
      return verified(written.pointer(), bytes);
    }
    throw otherBytes(key);
  }

  /**
   * Makes an object whose key is that of its bytes, so that no others may be there.
   *
   * @throws RejectedException as {@link #replace}
   */
  Pointer only(LayoutKey key, Bytes bytes) throws RejectedException {
    begin.run();
    WriteResult made = archive.restore(key, bytes.content(), null);
    return made instanceof WriteResult.Taken
        ? written(key, bytes, archive.restore(key, bytes.content(), etag(find(key))))
        : written(key, bytes, made);
  }

  /**
   * The same where an object should be there already.
   *
   * @return whether it was missing, or another
   * @throws RejectedException as {@link #replace}
   */
  boolean restore(LayoutKey key, Bytes bytes) throws RejectedException {
    boolean damaged = !holds(key, bytes.sha256());
    if (damaged) {
      only(key, bytes);
    }
    return damaged;
  }

  private boolean holds(LayoutKey key, ContentHash sha256) {
    return archive.sha256(key.key()).filter(sha256::equals).isPresent();
  }

  /** Whether raw bytes of a product lie there under another ending than that of a key. */
  boolean holdsOtherEnding(NovaId nova, DataProductId product, LayoutKey key) {
    try (Stream<ListedObject> all = archive.list(NovaCatKeys.primaryPrefix(nova, product))) {
      return all.anyMatch(there -> !there.key().equals(key.key()));
    }
  }

  /** Whether there is an object of other bytes. */
  boolean holdsOther(LayoutKey key, ContentHash sha256) {
    return archive.sha256(key.key()).filter(there -> !there.equals(sha256)).isPresent();
  }

  private static Pointer verified(Pointer written, Bytes bytes) throws RejectedException {
    if (!written.sha256().equals(bytes.sha256())) {
      throw new RejectedException(
          RejectCode.SHA256_MISMATCH,
          "Cannot register '%s': the source changed while it was read (register it again)"
              .formatted(written.key()));
    }
    return written;
  }

  private static RejectedException otherBytes(LayoutKey key) {
    return new RejectedException(
        RejectCode.PRODUCT_CONFLICT,
        "Cannot register '%s': another process puts other bytes there (run it again)"
            .formatted(key));
  }
}

package org.novacat.persistence.store;

import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.novacat.layouts.key.ObjectKey;

/**
 * The objects of one bucket. Safe for many threads; many processes may have the same bucket open.
 *
 * <p>Each write is atomic: a reader, and a reader after a crash, finds the object before it or all
 * of the object after it. When a write has returned, the object is durable as far as its store
 * promises (see the implementation). A write that throws may have taken place all the same, if the
 * store lost its answer; look with {@link #head} before deciding.
 *
 * <p>Every method throws {@link StoreUnreachable} when the store cannot be worked with for now, and
 * {@link StoreDenied} when it refuses us.
 */
public interface ObjectStore extends AutoCloseable {
  /** Whether a request mostly waits for the network, so that several together take no longer. */
  default boolean isRemote() {
    return false;
  }

  /**
   * What is there under {@code key}; empty if nothing is. On S3 this is one request; a local folder
   * reads the whole object to compute its ETag, so ask only for what may be read anyway.
   */
  Optional<ObjectInfo> head(ObjectKey key);

  /**
   * Stores {@code content} unless the key is taken; of many who try at once, exactly one creates.
   *
   * @throws ContentBroken if the content cannot be had or is not as long as it says
   */
  ConditionalPut createIfAbsent(ObjectKey key, Content content);

  /**
   * Stores {@code content} if the object still has the ETag that was read; of many who try at once
   * with one ETag, exactly one replaces it.
   *
   * @throws ContentBroken if the content cannot be had or is not as long as it says
   */
  ConditionalPut replaceIfMatch(ObjectKey key, Content content, ETag etag);

  /**
   * Stores {@code content}, whatever was there. For objects that are reproducible: equal bytes put
   * twice are the same object, with the same ETag.
   *
   * @throws ContentBroken if the content cannot be had or is not as long as it says
   */
  WrittenObject put(ObjectKey key, Content content);

  /**
   * The whole object in memory, by one fetch.
   *
   * @param maxBytes most bytes to take into memory
   * @throws ObjectMissing if there is none
   * @throws ObjectTooLarge if it is longer than {@code maxBytes}; then it is not fetched
   */
  byte[] read(ObjectKey key, long maxBytes);

  /**
   * Part of an object, by one fetch.
   *
   * @param offset of the first byte, from 0
   * @param length how many; fewer where the object ends, none behind its end
   * @throws ObjectMissing if there is none
   */
  byte[] readRange(ObjectKey key, long offset, int length);

  /**
   * The object as a stream, which the caller closes. It yields the bytes of one version, whatever
   * is written meanwhile.
   *
   * @throws ObjectMissing if there is none
   */
  InputStream open(ObjectKey key);

  /**
   * The objects whose keys begin with {@code prefix}, in the order of their keys; all of them for
   * the empty prefix. Nothing is hidden, names that begin with {@code _} or {@code .} included. The
   * stream is lazy: it may show or leave out what is written or deleted while it is read, and its
   * steps throw as the methods here do. Close it.
   *
   * @param prefix the beginning of a key; where a folder is meant, end it with a slash
   * @param foreign takes the names of what others put there under names that no key has
   * @throws IllegalArgumentException if no key can begin so
   */
  Stream<ListedObject> list(String prefix, Consumer<String> foreign);

  /** The same, leaving out what no key names. */
  default Stream<ListedObject> list(String prefix) {
    return list(prefix, name -> {});
  }

  /**
   * Stores what lies under one key under another too, unless that is taken; of many who try at
   * once, exactly one does. Where the store can, the bytes do not pass through this machine.
   *
   * @param etag of the version to be copied
   * @return the copy; empty when the key is taken, by whatever
   * @throws ObjectMissing if that version is not there
   */
  Optional<ObjectInfo> copyIfAbsent(ObjectKey from, ETag etag, ObjectKey to);

  /** Removes the object; none under {@code key} is as good. */
  void delete(ObjectKey key);

  /**
   * Removes the object if it still has the ETag that was read.
   *
   * @return whether nothing is there now; false when another version is
   */
  boolean deleteIfMatch(ObjectKey key, ETag etag);

  /** Removes many objects, with few requests; keys under which there is none are as good. */
  void deleteAll(Collection<ObjectKey> keys);

  /**
   * Removes what writers left behind that died before they were done, such as drafts and unfinished
   * uploads. They are invisible and in nobody's way but for the room they take.
   *
   * @param olderThan what is younger may belong to a writer at work and stays
   * @return how many were removed
   */
  int removeLeftovers(Duration olderThan);

  /** Lets go of connections; the objects stay. */
  @Override
  void close();
}

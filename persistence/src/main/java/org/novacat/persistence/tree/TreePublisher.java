package org.novacat.persistence.tree;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.bucket.ObjectStores;

/**
 * Makes a tree of objects visible, whole and at once. One is written as a draft below {@code
 * <target>.tmp}, which no reader looks at, and takes its place when it is complete; a tree that is
 * there is never changed. Whatever a publisher that is killed leaves, the next one to the same
 * target clears away, or finishes.
 *
 * <p>For one thread.
 */
public sealed interface TreePublisher extends AutoCloseable
    permits FolderPublisher, BucketPublisher {
  /**
   * The publisher to a target, whose folder or bucket is there.
   *
   * @throws org.novacat.persistence.store.StoreException when it cannot be reached
   */
  static TreePublisher to(TreeLocation target, TreeForm form, Publisher by) {
    return to(target, target.sibling(target.name() + ".tmp"), form, by);
  }

  /**
   * The same with drafts elsewhere in the same folder: versions of one dataset have them in one
   * place.
   */
  static TreePublisher to(TreeLocation target, TreeLocation drafts, TreeForm form, Publisher by) {
    return target.isOnS3()
        ? new BucketPublisher(target, drafts, form, by, ObjectStores.open(target.bucket()))
        : new FolderPublisher(target, drafts, form, by, point -> {});
  }

  /** Whether anything is at the target that no publisher like this is at work on. */
  boolean isTaken();

  /** Whether a tree is visible at the target. */
  boolean isThere();

  /** Clears away the drafts of dead runs, and says where ours is to be written. */
  TreeLocation begin();

  /**
   * Makes the draft visible at the target, unless something is there.
   *
   * @param objects lengths of all objects of the draft, by path
   * @throws org.novacat.persistence.store.StoreException when an object is not there, or not as
   *     long; then nothing is visible
   * @throws org.novacat.persistence.failure.ConflictException when another publisher took the place
   *     of this one
   */
  Publication publish(SortedMap<String, Long> objects);

  /**
   * Replaces a small object in the folder of the target, such as one that says which tree is the
   * current one; of several who saw the same, one does. Between {@link #begin} and {@link #close}.
   *
   * @param seen what it was when it was read; null when it was not there
   * @return whether it was still that
   */
  boolean replace(TreeLocation object, byte @Nullable [] seen, byte[] now);

  /** What an object in the folder of the target holds; null when it is not there. */
  byte @Nullable [] read(TreeLocation object);

  /** Removes what is left of the draft. Done twice it does nothing more. */
  @Override
  void close();
}

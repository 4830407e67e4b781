package org.novacat.persistence.tree;

import java.util.SortedMap;
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
    return target.isOnS3()
        ? new BucketPublisher(target, form, by, ObjectStores.open(target.bucket()))
        : new FolderPublisher(target, form, by, point -> {});
  }

  /** Whether a tree is visible at the target. */
  boolean isThere();

  /** Clears away the drafts of dead runs, and says where ours is to be written. */
  TreeLocation begin();

  /**
   * Makes the draft visible at the target, unless one is there.
   *
   * @param objects lengths of all objects of the draft, by path
   * @throws org.novacat.persistence.store.StoreException when an object is not there, or not as
   *     long; then nothing is visible
   */
  Publication publish(SortedMap<String, Long> objects);

  /** Removes what is left of the draft. Done twice it does nothing more. */
  @Override
  void close();
}

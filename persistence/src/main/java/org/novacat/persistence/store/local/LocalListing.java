package org.novacat.persistence.store.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.ListedObject;

/**
 * Walks a bucket's folder in the order of its keys, reading each folder when it gets there. It
 * holds what the folders on the way to its place contain, and no open file.
 */
final class LocalListing extends Spliterators.AbstractSpliterator<ListedObject> {
  private final LocalRoot root;
  private final String prefix;
  private final Consumer<String> foreign;
  private final Deque<Iterator<LocalEntry>> open = new ArrayDeque<>();

  /**
   * @throws IllegalArgumentException if no key begins with {@code prefix}
   */
  LocalListing(LocalRoot root, String prefix, Consumer<String> foreign) {
    super(Long.MAX_VALUE, ORDERED | DISTINCT | NONNULL);
    this.root = root;
    this.prefix = requireBeginning(prefix);
    this.foreign = foreign;
    open.push(entries(root.path().resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1))));
  }

  @Override
  public boolean tryAdvance(Consumer<? super ListedObject> action) {
    while (!open.isEmpty()) {
      Iterator<LocalEntry> innermost = open.element();
      if (!innermost.hasNext()) {
        open.remove();
        continue;
      }
      LocalEntry entry = innermost.next();
      if (entry.isObject()) {
        action.accept(entry.listed());
        return true;
      }
      open.push(entries(entry.path()));
    }
    return false;
  }

  private Iterator<LocalEntry> entries(Path folder) {
    try {
      root.requirePresent();
      return LocalEntry.in(root.path(), folder, foreign).stream()
          .filter(entry -> entry.key().value().startsWith(prefix))
          .iterator();
    } catch (IOException e) {
      throw LocalFailure.of("list '%s'".formatted(folder), e);
    }
  }

  private static String requireBeginning(String prefix) {
    try {
      ObjectKey.of(prefix + "x");
      return prefix;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Cannot list objects below '%s': no key begins so: %s".formatted(prefix, e.getMessage()),
          e);
    }
  }
}

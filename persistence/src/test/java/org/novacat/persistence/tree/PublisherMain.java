package org.novacat.persistence.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A publisher in another process, which stands still at a point until it is killed. */
final class PublisherMain {
  private PublisherMain() {}

  /**
   * Publishes a tree.
   *
   * @param arguments the target, and the point
   */
  public static void main(String[] arguments) {
    System.out.println("ready");
    TreeLocation target = TreeLocation.local(Path.of(arguments[0]));
    FolderPublisher.Point last = FolderPublisher.Point.valueOf(arguments[1]);
    FolderPublisher publisher =
        new FolderPublisher(
            target,
            target.sibling(target.name() + ".tmp"),
            Trees.FORM,
            Trees.publisher("killed"),
            at -> stop(at, last));
    try (Tree draft = Tree.open(publisher.begin())) {
      publisher.publish(Trees.write(draft, "killed"));
    }
  }

  private static void stop(FolderPublisher.Point at, FolderPublisher.Point last) {
    if (at == last) {
      System.out.println("killed here");
      try {
        System.in.read();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

package org.novacat.persistence.store.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Brings to the disk what must not be lost with the power, if the store promises so. The bytes of
 * an object are forced before it gets its name, the folder with the name after; the folders above
 * only until it is known that their names are safe, since each costs another write to the disk.
 */
final class LocalDisk {
  /** Folders remembered at most; forgetting them costs time, nothing else. */
  private static final int MEMORY = 10_000;

  private final LocalRoot root;
  private final Durability durability;

  /** Folders whose own names are safe. */
  private final Set<Path> named = ConcurrentHashMap.newKeySet();

  LocalDisk(LocalRoot root, Durability durability) {
    this.root = root;
    this.durability = durability;
  }

  /** Returns when the bytes of {@code file} are safe. */
  void forceBytes(FileChannel file) throws IOException {
    if (durability == Durability.ON_RETURN) {
      file.force(true);
    }
  }

  /** Returns when it is safe that {@code file} has its name, or has lost it. */
  void forceName(Path file) throws IOException {
    if (durability == Durability.ON_RETURN) {
      remember(forceUpToKnown(file));
    }
  }

  private List<Path> forceUpToKnown(Path file) throws IOException {
    List<Path> forced = new ArrayList<>();
    for (Path folder : root.foldersAbove(file)) {
      force(folder);
      forced.add(folder);
      if (named.contains(folder)) {
        break;
      }
    }
    return forced;
  }

  private void remember(List<Path> folders) {
    if (named.size() > MEMORY) {
      named.clear();
    }
    named.addAll(folders);
  }

  private static void force(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}

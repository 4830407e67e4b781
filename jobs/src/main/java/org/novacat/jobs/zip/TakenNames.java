package org.novacat.jobs.zip;

import java.util.HashSet;
import java.util.Set;

/** Names that a zip file has, as a disk sees them that takes A for a. */
final class TakenNames {
  private final Set<String> files = new HashSet<>();
  private final Set<String> folders = new HashSet<>();

  /**
   * Takes a name.
   *
   * @throws IllegalArgumentException when another entry would be unpacked to the same place, or is
   *     a file where this one needs a folder
   */
  void take(EntryName name) {
    String folded = name.folded();
    if (files.contains(folded) || folders.contains(folded)) {
      throw refused(name, folded);
    }
    for (int slash = folded.indexOf('/'); slash >= 0; slash = folded.indexOf('/', slash + 1)) {
      String folder = folded.substring(0, slash);
      if (files.contains(folder)) {
        throw refused(name, folder);
      }
      folders.add(folder);
    }
    files.add(folded);
  }

  private static IllegalArgumentException refused(EntryName name, String other) {
    return new IllegalArgumentException(
        "Cannot add entry '%s': '%s' is there, where upper and lower case are one (name it otherwise)"
            .formatted(name, other));
  }
}

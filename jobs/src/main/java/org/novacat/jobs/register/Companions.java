package org.novacat.jobs.register;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;

/** Files that explain another: a sidecar of ours, or the ReadMe of a CDS table. */
public final class Companions {
  private Companions() {}

  /** Whether a file of this name says something of another and is no upload itself. */
  static boolean isCompanion(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(Sidecar.SUFFIX)
        || lower.endsWith(".readme")
        || lower.equals("readme")
        || lower.equals("readme.txt")
        || lower.equals("readme.md");
  }

  /**
   * The companions that lie beside a file: {@code <name>.sidecar.json}, and {@code <stem>.ReadMe}
   * or else {@code ReadMe} beside a {@code .dat}; in a bucket those that were kept with it.
   */
  public static List<Path> of(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot < 1 ? name : name.substring(0, dot);
    List<Path> found = new ArrayList<>();
    if (!add(found, file.resolveSibling(name + Sidecar.SUFFIX))) {
      StoredUploads.companion(file, name, Sidecar.SUFFIX).ifPresent(found::add);
    }
    addReadMe(found, file, stem + ".ReadMe");
    return found;
  }

  private static void addReadMe(List<Path> found, Path file, String named) {
    boolean there = add(found, file.resolveSibling(named));
    if (!there && String.valueOf(file.getFileName()).endsWith(".dat")) {
      there = add(found, file.resolveSibling("ReadMe"));
    }
    if (!there) {
      StoredUploads.companion(file, "", "." + named)
          .or(() -> StoredUploads.companion(file, "", ".ReadMe"))
          .ifPresent(found::add);
    }
  }

  private static boolean add(List<Path> found, Path path) {
    return Files.isRegularFile(path) && found.add(path);
  }

  /**
   * The name under which a companion lies beside its upload. A sidecar may be mended and given
   * again, and what lies there never changes, so its bytes are part of the name.
   */
  static String storedName(Path companion, String hash) {
    String name = String.valueOf(companion.getFileName());
    return name.endsWith(Sidecar.SUFFIX)
        ? name.substring(0, name.length() - Sidecar.SUFFIX.length())
            + "."
            + hash.substring(0, 16)
            + Sidecar.SUFFIX
        : hash.substring(0, 16) + "." + name;
  }
}

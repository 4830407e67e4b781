package org.novacat.jobs.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.register.source.SkipCode;
import org.novacat.jobs.register.source.Skipped;
import org.novacat.layouts.key.KeyMatch;
import org.novacat.layouts.novacat.NovaCatPrivate;
import org.novacat.transforms.photometry.read.sidecar.Sidecar;

/**
 * Files that explain another: a sidecar of ours, or the ReadMe of a CDS table. Uploads are also
 * found as a bucket keeps them, for a workspace that is made anew from the raw files of another:
 * {@code uploads/<id>/original/<name>}, its companions beside it with a hash in their names, and
 * what was made of it.
 */
public final class Companions {
  private static final String HASH = "[0-9a-f]{16}";

  private Companions() {}

  /** Why a file is no upload: it is hidden, or a companion, or made of one. */
  static Optional<Skipped> asideOfUploads(Path file, String shown) {
    String name = String.valueOf(file.getFileName());
    if (name.startsWith(".")) {
      return Optional.of(new Skipped(shown, SkipCode.HIDDEN, "its name begins with a dot"));
    }
    if (isCompanion(name)) {
      return Optional.of(new Skipped(shown, SkipCode.SIDECAR, "it says something of another file"));
    }
    return isMade(file)
        ? Optional.of(new Skipped(shown, SkipCode.MADE, "it was made of an upload"))
        : Optional.empty();
  }

  /** Whether a file of this name says something of another and is no upload itself. */
  private static boolean isCompanion(String name) {
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
      kept(file, name, Sidecar.SUFFIX).ifPresent(found::add);
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
      kept(file, "", "." + named).or(() -> kept(file, "", ".ReadMe")).ifPresent(found::add);
    }
  }

  /** A link to nothing too: what it was to say is not known, and whoever reads it is told. */
  private static boolean add(List<Path> found, Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(path)
        && found.add(path);
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

  /** Whether novacat made this file of an upload. */
  private static boolean isMade(Path file) {
    NovaCatPrivate line = line(file);
    return line == NovaCatPrivate.UPLOAD_SPLIT
        || line == NovaCatPrivate.UPLOAD_ROWS
        || line == NovaCatPrivate.UPLOAD_MANIFEST;
  }

  /** What a file is in a bucket, or in a copy of one; null when it is nothing. */
  private static @Nullable NovaCatPrivate line(Path file) {
    String path = file.toAbsolutePath().toString().replace('\\', '/');
    int uploads = path.lastIndexOf("/uploads/"); // a copy may begin there
    return uploads < 0
        ? null
        : (NovaCatPrivate)
            NovaCatPrivate.LAYOUT
                .matchEnd("raw/photometry" + path.substring(uploads))
                .map(KeyMatch::entry)
                .orElse(null);
  }

  /**
   * The companion that was kept last under this name with a hash before its ending, or in front of
   * it where it has no ending; empty when there is none, and anywhere but in a bucket.
   *
   * @param file the upload
   * @param name what comes before the hash, "" for a hash in front
   * @param ending what follows it
   */
  private static Optional<Path> kept(Path file, String name, String ending) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || line(file) != NovaCatPrivate.UPLOAD_ORIGINAL) {
      return Optional.empty();
    }
    String before = name.isEmpty() ? "" : Pattern.quote(name + ".");
    Pattern kept = Pattern.compile(before + HASH + Pattern.quote(ending));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(one -> kept.matcher(String.valueOf(one.getFileName())).matches())
          .max(Comparator.comparingLong(one -> one.toFile().lastModified()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.novacat.jobs.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.key.KeyMatch;
import org.novacat.layouts.novacat.NovaCatPrivate;

/**
 * Uploads as a bucket keeps them, for a workspace that is made anew from the raw files of another:
 * {@code uploads/<id>/original/<name>}, its companions beside it with a hash in their names, and
 * what was made of it.
 */
final class StoredUploads {
  private static final String HASH = "[0-9a-f]{16}";

  private StoredUploads() {}

  /** Whether novacat made this file of an upload. */
  static boolean isMade(Path file) {
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
  static Optional<Path> companion(Path file, String name, String ending) {
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

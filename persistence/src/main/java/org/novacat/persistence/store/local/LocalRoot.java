package org.novacat.persistence.store.local;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.novacat.layouts.key.ObjectKey;
import org.novacat.persistence.store.StoreDenied;

/**
 * The folder of a bucket, and which file in it an object is: the one at the key, read as a relative
 * path. Only a regular file that really has this path is an object: a symbolic link on the way
 * could lead out of the folder, and where the file system ignores case, another object could
 * answer.
 *
 * <p>Our own files lie in folders whose names begin with {@code ~}, which no key may hold.
 *
 * @param path the real path
 */
record LocalRoot(Path path) {
  private static final String DRAFTS = "~drafts";
  private static final String LOCKED = "~locks";
  private static final int LOCKS = 64;

  /**
   * @throws StoreDenied if there is no such folder
   */
  static LocalRoot open(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        return new LocalRoot(real);
      }
      throw new StoreDenied(
          "Cannot open store '%s': it is a file (name a folder)".formatted(folder), null);
    } catch (NoSuchFileException e) {
      throw new StoreDenied(
          "Cannot open store '%s': there is no such folder (if its objects lie elsewhere, as on S3, say where with --store; if there are none yet, make it with 'novacat init')"
              .formatted(folder),
          e);
    } catch (IOException e) {
      throw LocalFailure.of("open store '%s'".formatted(folder), e);
    }
  }

  /** The object's file; empty if there is no object. */
  Optional<Path> find(ObjectKey key) throws IOException {
    Path file = fileOf(key);
    try {
      requireOwn(key, file);
      return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
    } catch (NoSuchFileException e) {
      requirePresent();
      return Optional.empty();
    } catch (FileSystemException e) {
      if (objectAbove(file).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The file that the object is to be, its folder made if it was missing. */
  Path makeRoom(ObjectKey key) throws IOException {
    Path file = fileOf(key);
    Path folder = parent(file);
    try {
      requireOwn(key, folder);
      // Refuses where the file system would take another object's name for this one's.
      find(key);
    } catch (NoSuchFileException e) {
      requireOwn(
          key,
          foldersAbove(folder).stream()
              .filter(f -> Files.exists(f, NOFOLLOW_LINKS))
              .findFirst()
              .orElse(path));
      Files.createDirectories(folder);
    }
    return file;
  }

  /** Why the key can never be written here, if it is so: a folder cannot be an object as well. */
  Optional<String> obstacle(ObjectKey key) {
    Path file = fileOf(key);
    if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
      return Optional.of("there are objects below it, and a folder cannot be an object as well");
    }
    return objectAbove(file)
        .map(o -> "'%s' is an object, and nothing can lie below it".formatted(path.relativize(o)));
  }

  /**
   * Returns if the path is free or an object's, so that creating it may be tried again.
   *
   * @throws FileAlreadyExistsException if something is there that is no object and will not go away
   */
  static void requireFree(Path file) throws FileAlreadyExistsException {
    if (Files.exists(file, NOFOLLOW_LINKS) && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file.toString(), null, "it is no regular file");
    }
  }

  /** The folders from {@code file}'s own up to the root. */
  List<Path> foldersAbove(Path file) {
    int depth = file.getNameCount() - path.getNameCount();
    return Stream.iterate(parent(file), LocalRoot::parent).limit(depth).toList();
  }

  /** Where objects are written before they get their name. */
  Path drafts() throws IOException {
    return ours(DRAFTS);
  }

  /** The lock under which the object is replaced or deleted; several keys share one. */
  Path lockOf(ObjectKey key) throws IOException {
    int number = Math.floorMod(key.value().hashCode(), LOCKS);
    return ours(LOCKED).resolve(Integer.toString(number));
  }

  /**
   * Returns if the bucket is there. A disk that was taken away must not look like an empty bucket.
   */
  void requirePresent() throws FileSystemException {
    if (!Files.isDirectory(path)) {
      throw new FileSystemException(path.toString(), null, "the bucket's folder is gone");
    }
  }

  /** Whether the store itself made what has this name. */
  static boolean isOurs(String name) {
    return name.equals(DRAFTS) || name.equals(LOCKED);
  }

  /** Never makes the bucket itself. */
  private Path ours(String name) throws IOException {
    requirePresent();
    Path folder = path.resolve(name);
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    return folder;
  }

  private Path fileOf(ObjectKey key) {
    try {
      return path.resolve(key.value());
    } catch (InvalidPathException e) {
      throw new StoreDenied(
          "Cannot use object '%s' in '%s': this system cannot name such a file: %s (run with LC_ALL=C.UTF-8, or rename the object)"
              .formatted(key, path, e.getReason()),
          e);
    }
  }

  private void requireOwn(ObjectKey key, Path file) throws IOException {
    Path real = file.toRealPath();
    if (!real.equals(file)) {
      throw new StoreDenied(
          "Cannot use object '%s' in '%s': '%s' is really '%s' (a store follows no symbolic links and tells upper from lower case: put a copy in its place, or choose another file system)"
              .formatted(key, path, file, real),
          null);
    }
  }

  private Optional<Path> objectAbove(Path file) {
    return foldersAbove(file).stream()
        .filter(f -> Files.isRegularFile(f, NOFOLLOW_LINKS))
        .findFirst();
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    return parent == null ? file : parent;
  }
}

package org.novacat.zarr;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A store in a folder. A file is written beside its place and moved there, so it is there whole or
 * not at all; what a writer that died leaves behind ({@code .put-…}) is no object. Files are not
 * forced to disk.
 */
public final class FolderFiles implements ZarrFiles {
  private static final String UNFINISHED = ".put-";

  /** A longer file is no chunk that could be read: more than any, encoded. */
  private static final long LONGEST = 1L << 29;

  /** The JDK copies what it writes, and keeps room for the longest piece for each thread. */
  private static final int PIECE = 1 << 18;

  private final Path root;

  /**
   * @param root the folder; it is made with the first object
   */
  public FolderFiles(Path root) {
    this.root = root;
  }

  /**
   * @throws ZarrException when the path leads out of the folder
   * @throws UncheckedIOException when the disk fails
   */
  @Override
  public void put(String path, ByteBuffer content) {
    Path file = file(path);
    Path beside = file.resolveSibling(UNFINISHED + UUID.randomUUID());
    try {
      Files.createDirectories(file.getParent());
      write(beside, content);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e, e);
    } finally {
      beside.toFile().delete();
    }
  }

  private static void write(Path file, ByteBuffer content) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      int end = content.limit();
      while (content.position() < end) {
        out.write(content.limit(Math.min(end, content.position() + PIECE)));
      }
    }
  }

  /**
   * @throws ZarrException when the path leads out of the folder, or the file is too long to be read
   * @throws UncheckedIOException when the disk fails
   */
  @Override
  public Optional<byte[]> read(String path) {
    Path file = file(path);
    try {
      if (Files.isDirectory(file)) {
        return Optional.empty();
      }
      requireShort(file, Files.size(file));
      return Optional.of(Files.readAllBytes(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file + ": " + e, e);
    }
  }

  private static void requireShort(Path file, long length) {
    if (length > LONGEST) {
      throw new ZarrException(
          "Cannot read %s: it has %s bytes (at most %s)".formatted(file, length, LONGEST));
    }
  }

  /**
   * @throws UncheckedIOException when the disk fails
   */
  @Override
  public Stream<Entry> list(String prefix) {
    Path folder = root.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
    if (!Files.isDirectory(folder)) {
      return Stream.empty();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(FolderFiles::isObject)
          .map(this::entry)
          .filter(entry -> entry.path().startsWith(prefix))
          .sorted(Comparator.comparing(Entry::path))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list " + folder + ": " + e, e);
    }
  }

  private static boolean isObject(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(UNFINISHED);
  }

  private Entry entry(Path file) {
    return new Entry(
        root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/"),
        file.toFile().length());
  }

  private Path file(String path) {
    Path file = root.resolve(path).normalize();
    if (path.isEmpty() || !file.startsWith(root.normalize()) || file.equals(root.normalize())) {
      throw new ZarrException("Cannot reach " + path + ": it is no path below " + root);
    }
    return file;
  }
}

package org.novacat.persistence.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.novacat.persistence.failure.StoreUnreachableException;

/**
 * The files of one embedded table: {@code NovaCat.1.sqlite}, and when its log has grown {@code
 * NovaCat.2.sqlite} in its place, and so on. The highest number is the table.
 */
record TableFolder(Path folder, String table) {
  /** A copy of the folder that was begun before a file was replaced still finds the old one. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String LOG = "-wal";
  private static final String DRAFT = ".draft";

  /** The file of a number. */
  Path file(int number) {
    return folder.resolve(table + "." + number + ".sqlite");
  }

  /** What was committed to a file since it was made. */
  static Path log(Path file) {
    return file.resolveSibling(file.getFileName() + LOG);
  }

  /** A name for a file that is not whole yet. */
  Path draft(int number) {
    return folder.resolve(table + "." + number + "." + UUID.randomUUID() + DRAFT);
  }

  /** The number of the table's file; empty when there is none. */
  OptionalInt newest() {
    Pattern name = Pattern.compile(Pattern.quote(table) + "\\.([1-9][0-9]{0,8})\\.sqlite");
    return names().stream()
        .map(name::matcher)
        .filter(Matcher::matches)
        .mapToInt(match -> Integer.parseInt(match.group(1)))
        .max();
  }

  private List<String> names() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    } catch (IOException | UncheckedIOException e) {
      throw new StoreUnreachableException(
          "Cannot look for the table in '%s': %s (look at the disk, then run the command again)"
              .formatted(folder, e),
          e);
    }
  }

  /** Removes files that were replaced long ago, and drafts that nobody goes on with. */
  void sweep(int current) throws IOException {
    for (String name : names()) {
      Path path = folder.resolve(name);
      if (name.startsWith(table + ".") && name.contains(DRAFT) && isOld(path)) {
        Files.deleteIfExists(path);
      }
    }
    for (int old : replaced(current)) {
      if (isOld(file(old + 1))) {
        deleteLog(file(old));
        Files.deleteIfExists(file(old));
      }
    }
  }

  /** A log must not outlive its file: SQLite would read it into the next one of that name. */
  static void deleteLog(Path file) throws IOException {
    Files.deleteIfExists(log(file));
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-shm"));
  }

  /** Numbers below the current one of files that are still there, ascending. */
  private List<Integer> replaced(int current) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = current - 1; number > 0 && Files.exists(file(number)); number--) {
      numbers.add(0, number);
    }
    return numbers;
  }

  /** A file of ours is written once, so that its time is when the one before was replaced. */
  private static boolean isOld(Path path) throws IOException {
    return Files.getLastModifiedTime(path).toInstant().isBefore(Instant.now().minus(KEPT));
  }
}

package org.novacat.jobs.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.novacat.jobs.cli.ExitCode;
import org.novacat.jobs.main.Novacat;
import org.novacat.jobs.testing.Commands;
import org.novacat.layouts.id.ContentHash;
import org.novacat.layouts.testing.Machine;
import org.novacat.persistence.Catalog;

/** A folder with embedded stores, and the commands on it. */
final class Workspace {
  private final Path folder;

  Workspace(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Runs a command in this JVM. */
  Ran novacat(String... arguments) {
    ArchivesHold.used(folder);
    PrintStream realOut = System.out;
    PrintStream realErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int code = Novacat.run(withWorkspace(arguments));
      return new Ran(
          code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(realOut);
      System.setErr(realErr);
    }
  }

  /** The same, for a command that must end well. */
  Ran succeed(String... arguments) {
    return novacat(arguments).expect(ExitCode.OK);
  }

  /** Starts a command in a JVM of its own. */
  Driver start(String... arguments) {
    ArchivesHold.used(folder);
    return Driver.start(folder, withWorkspace(arguments));
  }

  /** The same with another heap, such as {@code -Xmx2g}. */
  Driver startWithHeap(String heap, String... arguments) {
    ArchivesHold.used(folder);
    return Driver.withHeap(heap, folder, withWorkspace(arguments));
  }

  /** The same, where the JVM believes that it runs on another machine. */
  Driver start(Machine machine, String... arguments) {
    ArchivesHold.used(folder);
    return Driver.start(folder, machine, withWorkspace(arguments));
  }

  private String[] withWorkspace(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--workspace", folder.toString()))
        .toArray(String[]::new);
  }

  /** The table, read past novacat. */
  Items table() {
    return new Items(folder.resolve("table"));
  }

  /** All items as they are now. */
  SortedMap<String, Item> items() {
    return table().all();
  }

  /** The table as a run of its own would use it. */
  Catalog catalog(Clock clock) {
    return Commands.catalog(folder, clock);
  }

  /** As minutes later, when nothing more has been heard of the runs that were killed. */
  void freeLocksOfTheDead() {
    try (Catalog later = catalog(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5)))) {
      table()
          .of("IdempotencyLock")
          .forEach(lock -> later.locks().recover(lock.text("idempotency_key")));
    }
  }

  /** The private bucket's folder. */
  Path bucket() {
    return folder.resolve("buckets/nova-cat-private-data");
  }

  /** All objects of the private bucket by key, read past novacat; its own files are left out. */
  SortedMap<String, StoredFile> objects() {
    SortedMap<String, StoredFile> objects = new TreeMap<>();
    try (Stream<Path> files = Files.walk(bucket())) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        String key = bucket().relativize(file).toString();
        if (!key.startsWith("~")) {
          objects.put(key, stored(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objects;
  }

  private static StoredFile stored(Path file) throws IOException {
    return new StoredFile(
        Files.size(file),
        ContentHash.of(Files.readAllBytes(file)).hex(),
        Files.getLastModifiedTime(file));
  }

  /** Another workspace with equal bytes. */
  Workspace copyTo(Path target) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, target.resolve(folder.relativize(file).toString()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Workspace(target);
  }
}

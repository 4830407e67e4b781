package org.novacat.persistence.tree;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.persistence.bucket.StoreLocation;
import org.novacat.persistence.store.StoreDenied;
import org.novacat.persistence.store.local.ProcessLock;

/**
 * Publishes on a file system: by one rename of a folder, which POSIX makes atomic and refuses where
 * a folder with something in it is (rename(2)). A lock of the operating system on a file beside the
 * draft says that its writer lives.
 */
final class FolderPublisher implements TreePublisher {
  private static final String LOCK = ".lock";
  private static final String GATE = "gate" + LOCK;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TreeLocation target;
  private final TreeForm form;
  private final Path drafts;
  private final Path draft;
  private final Publisher by;
  private final Consumer<Point> points;
  private @Nullable ProcessLock alive;

  /** Where a process can die. */
  enum Point {
    BEGUN,
    FORCED,
    VISIBLE
  }

  FolderPublisher(
      TreeLocation target,
      TreeLocation drafts,
      TreeForm form,
      Publisher by,
      Consumer<Point> points) {
    this.target = real(target);
    this.form = form;
    this.by = by;
    this.points = points;
    this.drafts = real(drafts).folder();
    this.draft = this.drafts.resolve(by.run());
  }

  /** Two spellings of one folder would be two locks. */
  private static TreeLocation real(TreeLocation target) {
    try {
      Path parent = Path.of(target.bucket().uri()).toRealPath();
      return target.in(new StoreLocation(parent.toUri(), target.bucket().options()));
    } catch (IOException e) {
      throw new StoreDenied(
          "Cannot write '%s': there is no folder to write it in (make it first)".formatted(target),
          e);
    }
  }

  @Override
  public boolean isTaken() {
    return Files.exists(target.folder(), LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public boolean isThere() {
    return Files.exists(target.folder().resolve(form.marker()));
  }

  @Override
  public TreeLocation begin() {
    try {
      gated(this::claim);
    } catch (IOException e) {
      throw failed("write", e);
    }
    points.accept(Point.BEGUN);
    StoreLocation bucket = StoreLocation.local(drafts).with(StoreLocation.DURABILITY, "later");
    return new TreeLocation(bucket, by.run());
  }

  private void claim() throws IOException {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(drafts, "*" + LOCK)) {
      for (Path lock : locks) {
        if (!lock.endsWith(GATE) && !lock.endsWith(LOCK)) {
          clear(lock);
        }
      }
    }
    Files.createDirectories(draft);
    alive = ProcessLock.tryAcquire(drafts.resolve(by.run() + LOCK)).orElseThrow();
  }

  /** Removes a draft whose writer is gone. */
  private void clear(Path lock) throws IOException {
    Optional<ProcessLock> dead = ProcessLock.tryAcquire(lock);
    if (dead.isPresent()) {
      String name = lock.getFileName().toString();
      remove(drafts.resolve(name.substring(0, name.length() - LOCK.length())));
      Files.deleteIfExists(lock);
      dead.get().close();
    }
  }

  /** Something to be done while nobody else begins or ends a draft. */
  private interface Gated {
    void run() throws IOException;
  }

  /** Whoever held the gate may have removed the folder meanwhile, with the gate in it. */
  private void gated(Gated what) throws IOException {
    boolean done = false;
    while (!done) {
      Path gate = Files.createDirectories(drafts).resolve(GATE);
      ProcessLock lock = gate(gate);
      if (lock != null) {
        try {
          done = Files.exists(gate);
          if (done) {
            what.run();
          }
        } finally {
          lock.close();
        }
      }
    }
  }

  /** Null when its folder was removed just now. */
  private static @Nullable ProcessLock gate(Path gate) throws IOException {
    try {
      return ProcessLock.acquire(gate, PATIENCE)
          .orElseThrow(() -> new IOException("'%s' is held by another process".formatted(gate)));
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  @Override
  public Publication publish(SortedMap<String, Long> objects) {
    try {
      for (var object : objects.entrySet()) {
        force(draft.resolve(object.getKey()), object.getValue());
      }
      forceFolders(draft);
      points.accept(Point.FORCED);
      if (!moved()) {
        return new Publication.AlreadyThere(null);
      }
      forceFolder(drafts);
      forceFolder(drafts.resolveSibling("."));
      points.accept(Point.VISIBLE);
      return new Publication.Published(target);
    } catch (IOException e) {
      throw failed("publish", e);
    }
  }

  private boolean moved() throws IOException {
    if (isTaken()) {
      return false;
    }
    try {
      Files.move(draft, target.folder(), ATOMIC_MOVE);
      return true;
    } catch (FileSystemException e) {
      if (isTaken()) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public boolean replace(TreeLocation object, byte @Nullable [] seen, byte[] now) {
    boolean[] done = new boolean[1];
    try {
      gated(() -> done[0] = replaced(object, seen, now));
    } catch (IOException e) {
      throw failed("write '%s' beside".formatted(object.name()), e);
    }
    return done[0];
  }

  private boolean replaced(TreeLocation object, byte @Nullable [] seen, byte[] now)
      throws IOException {
    if (!Arrays.equals(seen, read(object))) {
      return false;
    }
    Path next = drafts.resolve(by.run() + ".next");
    Files.write(next, now);
    force(next, now.length);
    Files.move(next, real(object).folder(), ATOMIC_MOVE);
    forceFolder(drafts.resolveSibling("."));
    return true;
  }

  @Override
  public byte @Nullable [] read(TreeLocation object) {
    try {
      return Files.readAllBytes(real(object).folder());
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw failed("read '%s' beside".formatted(object.name()), e);
    }
  }

  private static void force(Path file, long length) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      if (channel.size() != length) {
        throw new FileSystemException(
            file.toString(), null, "it has %s bytes, not %s".formatted(channel.size(), length));
      }
      channel.force(true);
    }
  }

  private static void forceFolders(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      for (Path folder : all.filter(Files::isDirectory).toList()) {
        forceFolder(folder);
      }
    }
  }

  private static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    }
  }

  @Override
  public void close() {
    ProcessLock mine = alive;
    alive = null;
    if (mine != null) {
      try {
        gated(() -> leave(mine));
      } catch (IOException e) {
        // What is left is in nobody's way; on NFS the folder of an open lock cannot be removed.
      }
    }
  }

  /** With the last draft goes the folder, and all that its store kept there for itself. */
  private void leave(ProcessLock mine) throws IOException {
    remove(draft);
    mine.close();
    Files.deleteIfExists(drafts.resolve(by.run() + LOCK));
    try (Stream<Path> left = Files.list(drafts)) {
      if (left.allMatch(
          path -> path.endsWith(GATE) || path.getFileName().toString().startsWith("~"))) {
        remove(drafts);
      }
    }
  }

  private static void remove(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> all = Files.walk(root)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    }
  }

  private StoreDenied failed(String verb, IOException e) {
    UncheckedIOException cause = new UncheckedIOException(e);
    return new StoreDenied(
        "Cannot %s '%s': %s (see whether the folder can be written, and has room)"
            .formatted(verb, target, e),
        cause);
  }
}

package org.novacat.jobs.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a process for files that live no longer than itself, {@code tmp/<id>} of the
 * workspace: drafts, plans, and what Spark and native libraries unpack. It becomes the temporary
 * folder of {@link Temporary} and of all libraries that go by the system property, so that nothing
 * is looked for, or left, where the machine has one.
 *
 * <p>A lock beside the folder says that its process is alive: the system lets go of it whatever
 * ends the process. Folders of others whose lock is free are cleared away by the next process.
 */
public final class Scratch {
  private static final String PROPERTY = "java.io.tmpdir";

  /** Its library is unpacked where the JDK has temporary files, unless this says where. */
  private static final String OF_ZSTD = "ZstdTempFolder";

  private static final String LOCK = ".lock";
  private static final int ATTEMPTS = 10;

  /** Null where the JVM is not ours alone, as in tests: libraries read the property only once. */
  private static @Nullable Scratch current;

  private final String machines = System.getProperty(PROPERTY);
  private @Nullable Path folder;

  /** Held until the process ends. */
  private @Nullable FileChannel lock;

  private Scratch() {}

  /** Where the processes that work on a workspace have their folders. */
  static Path below(Path workspace) {
    return workspace.resolve("tmp");
  }

  /** Says that this process runs one command only, and may have a folder of its own. */
  public static synchronized void allow() {
    current = new Scratch();
  }

  /**
   * Makes the folder, the first time that there is a workspace, and clears away those of processes
   * that are gone. Where it cannot be made, as in a workspace that may only be read, the folder of
   * the machine stays in use.
   */
  public static synchronized void in(Path workspace) {
    if (current != null && current.folder == null && Files.isDirectory(workspace)) {
      current.open(below(workspace));
    }
  }

  /** Removes the folder; what a thread in the background still makes there is left to the next. */
  public static synchronized void end() {
    if (current != null) {
      current.close();
      current = null;
    }
  }

  private void open(Path all) {
    sweep(all);
    for (int attempt = 0; attempt < ATTEMPTS && folder == null; attempt++) {
      try {
        make(all, ProcessHandle.current().pid() + "-" + UUID.randomUUID());
      } catch (NoSuchFileException e) {
        // A process that ended took the folder of all with it; it is made again.
      } catch (IOException e) {
        return;
      }
    }
  }

  private void make(Path all, String name) throws IOException {
    Files.createDirectories(all);
    Path file = all.resolve(name + LOCK);
    FileChannel channel = channel(file, StandardOpenOption.CREATE_NEW);
    if (channel.tryLock() == null || !Files.exists(file)) {
      channel.close(); // another process took it for one of a dead process, just now
      return;
    }
    lock = channel;
    folder = Files.createDirectory(all.resolve(name));
    System.setProperty(PROPERTY, folder.toString());
    System.setProperty(OF_ZSTD, folder.toString());
  }

  private static FileChannel channel(Path file, StandardOpenOption... more) throws IOException {
    return FileChannel.open(
        file,
        Stream.concat(Stream.of(StandardOpenOption.WRITE), Stream.of(more))
            .toArray(StandardOpenOption[]::new));
  }

  private static void sweep(Path all) {
    try (DirectoryStream<Path> locks = Files.newDirectoryStream(all, "*" + LOCK)) {
      for (Path file : locks) {
        removeIfFree(file);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // None was ever made, or they may not be read: that is no reason not to work.
    }
  }

  private static void removeIfFree(Path file) {
    try (FileChannel channel = channel(file);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        String name = file.getFileName().toString();
        FileTree.remove(file.resolveSibling(name.substring(0, name.length() - LOCK.length())));
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // Another process clears it away at the same time, or will.
    }
  }

  private void close() {
    Path mine = folder;
    if (mine == null || lock == null) {
      return;
    }
    System.setProperty(PROPERTY, machines);
    try {
      FileTree.remove(mine);
      Files.deleteIfExists(mine.resolveSibling(mine.getFileName() + LOCK));
      lock.close();
      Files.deleteIfExists(mine.resolve("..").normalize()); // of all, when it is empty
    } catch (IOException e) {
      // Other processes have theirs there, or the next one clears this away.
    }
  }
}

package org.novacat.persistence.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file that one process at a time holds and that the operating system takes back when
 * the process dies, however it dies. The file itself stays; its presence means nothing.
 */
final class ProcessLock implements AutoCloseable {
  /**
   * The locks of this JVM. POSIX drops all locks of a process on a file as soon as it closes any
   * channel on that file, so a second thread must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The lock on {@code file}, or empty when another process or thread holds it; never waits. */
  static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, CREATE, WRITE);
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return Optional.of(new ProcessLock(file, channel));
      }
    } catch (IOException e) {
      release(file, channel);
      throw e;
    }
    release(file, channel);
    return Optional.empty();
  }

  /** Whether a process holds the lock at this moment. */
  static boolean isHeld(Path file) throws IOException {
    Optional<ProcessLock> lock = tryAcquire(file);
    lock.ifPresent(ProcessLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    release(file, channel);
  }

  private static void release(Path file, @Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      throw new LocalServerException("Cannot release lock '%s': %s".formatted(file, e), e);
    } finally {
      HELD.remove(file);
    }
  }
}

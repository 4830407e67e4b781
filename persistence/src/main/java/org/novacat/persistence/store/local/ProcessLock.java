package org.novacat.persistence.store.local;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file that one thread of one process at a time holds, and that the operating system
 * takes back when the process dies, however it dies. The file itself stays; its presence means
 * nothing. Name the file by its real path always: two spellings would be two locks in one JVM.
 */
public final class ProcessLock implements AutoCloseable {
  /**
   * The locks of this JVM. POSIX drops all locks of a process on a file as soon as it closes any
   * channel on that file, so a second thread must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private static final long PAUSE_NANOS = 200_000;

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** The lock on {@code file}, or empty when another process or thread holds it; never waits. */
  public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
    if (!HELD.add(file)) {
      return Optional.empty();
    }
    FileChannel channel = null;
    boolean acquired = false;
    try {
      channel = FileChannel.open(file, CREATE, WRITE);
      acquired = channel.tryLock() != null;
      return acquired ? Optional.of(new ProcessLock(file, channel)) : Optional.empty();
    } finally {
      if (!acquired) {
        release(file, channel);
      }
    }
  }

  /** The lock on {@code file} as soon as it is free, or empty when that takes too long. */
  public static Optional<ProcessLock> acquire(Path file, Duration patience) throws IOException {
    long start = System.nanoTime();
    Optional<ProcessLock> lock = tryAcquire(file);
    while (lock.isEmpty() && System.nanoTime() - start < patience.toNanos()) {
      LockSupport.parkNanos(PAUSE_NANOS);
      lock = tryAcquire(file);
    }
    return lock;
  }

  /** Whether a process holds the lock at this moment. */
  public static boolean isHeld(Path file) throws IOException {
    Optional<ProcessLock> lock = tryAcquire(file);
    lock.ifPresent(ProcessLock::close);
    return lock.isEmpty();
  }

  @Override
  public void close() {
    try {
      release(file, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot release lock '%s'".formatted(file), e);
    }
  }

  private static void release(Path file, @Nullable FileChannel channel) throws IOException {
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      HELD.remove(file);
    }
  }
}

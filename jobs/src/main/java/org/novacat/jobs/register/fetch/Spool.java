package org.novacat.jobs.register.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.novacat.jobs.register.source.RejectCode;
import org.novacat.jobs.register.source.RejectedException;
import org.novacat.jobs.run.Temporary;
import org.novacat.layouts.id.ContentHash;

/**
 * Bytes on their way into a temporary file, counted and hashed as they come, so that no file has to
 * fit into memory. The file's name is ours; no name from outside ever reaches the disk. Closing
 * removes the file unless it was handed over. Used by one thread at a time.
 */
final class Spool implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final OutputStream out;
  private final MessageDigest digest = ContentHash.sha256();
  private long size;
  private boolean handedOver;

  private Spool(Path file, OutputStream out) {
    this.file = file;
    this.out = out;
  }

  /** Looks at the number of bytes so far. */
  @FunctionalInterface
  interface SizeCheck {
    void check(long size) throws RejectedException;
  }

  /**
   * An empty one.
   *
   * @throws RejectedException when this machine cannot keep it
   */
  static Spool open() throws RejectedException {
    try {
      Path file = Files.createTempFile(Temporary.folder(), "novacat-", ".raw");
      return new Spool(file, Files.newOutputStream(file));
    } catch (IOException e) {
      throw notKept(e);
    }
  }

  /** All of {@code in}, which stays open. */
  static Fetched of(InputStream in, SizeCheck check) throws IOException, RejectedException {
    byte[] buffer = new byte[BUFFER];
    try (Spool spool = open()) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        check.check(spool.size + n);
        spool.write(buffer, n);
      }
      return spool.handOver();
    }
  }

  /** Takes the first {@code count} bytes of the buffer. */
  void write(byte[] buffer, int count) throws RejectedException {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw notKept(e);
    }
    digest.update(buffer, 0, count);
    size += count;
  }

  long size() {
    return size;
  }

  /** All that was written, as a file that its holder removes. */
  Fetched handOver() throws RejectedException {
    try {
      out.close();
    } catch (IOException e) {
      throw notKept(e);
    }
    handedOver = true;
    return new Fetched(file, size, ContentHash.of(digest), true);
  }

  @Override
  public void close() {
    if (!handedOver) {
      try {
        out.close();
        Files.deleteIfExists(file);
      } catch (IOException leftBehind) {
        // What matters is the fault that led here; the system clears its temporary folder.
        return;
      }
    }
  }

  private static RejectedException notKept(IOException e) {
    return new RejectedException(
        RejectCode.SOURCE_NOT_KEPT,
        "Cannot keep the bytes in the temporary folder '%s': %s (make room on its disk, and see that it can be written)"
            .formatted(Temporary.folder(), e));
  }
}

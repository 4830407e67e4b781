package org.novacat.fits.spark.file;

import java.io.EOFException;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.StreamCapabilities;
import org.novacat.fits.file.ByteSource;
import org.novacat.fits.file.ReadLimits;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.id.ContentHash;

/**
 * A file of a Hadoop file system. Small reads are served from a window that is read ahead, so that
 * the headers at the start of a file cost one request.
 */
public final class HadoopSource implements ByteSource {
  private static final int WINDOW = 32 << 10;
  private static final int SMALL_FILE = 4 << 20;
  private static final int HASH_CHUNK = 1 << 20;
  private static final long NOWHERE = -1;

  private final ListedFile file;
  private final FSDataInputStream in;
  private final Counters counters;
  private byte[] window = new byte[0];
  private long windowStart;
  private ReadAhead ahead;
  private long runStart = NOWHERE;
  private long runLength;

  private HadoopSource(ListedFile file, FSDataInputStream in, ReadAhead ahead, Counters counters) {
    this.file = file;
    this.in = in;
    this.ahead = ahead;
    this.counters = counters;
  }

  /** What is worth reading at once. */
  public enum ReadAhead {
    /** Some headers. */
    HEADERS,
    /** All of a file when it is small. */
    SMALL_FILES
  }

  /**
   * Opens a file.
   *
   * @throws IOException when it is gone or the store fails
   */
  public static HadoopSource open(
      Configuration conf, ListedFile file, ReadAhead ahead, Counters counters) throws IOException {
    Path path = new Path(file.path());
    return new HadoopSource(file, stream(path.getFileSystem(conf), path, file), ahead, counters);
  }

  private static FSDataInputStream stream(FileSystem fs, Path path, ListedFile file)
      throws IOException {
    if (fs instanceof LocalFileSystem local) {
      // FITS files have no checksum file beside them, and looking for one costs more than a header.
      // Nothing is read through the buffer, which would be 64 KiB for each file.
      return local.getRawFileSystem().open(path, 1);
    }
    // Object stores are spared the request for the length, and asked for what is read alone: by
    // default they are asked for all to the end of the file, and break off when that is not read.
    CompletableFuture<FSDataInputStream> opening =
        fs.openFile(path)
            .opt("fs.option.openfile.length", Long.toString(file.size()))
            .opt("fs.option.openfile.read.policy", "random")
            .build();
    try {
      return opening.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while opening " + path, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    }
  }

  @Override
  public long length() {
    return file.size();
  }

  /** From now on. */
  public void readAhead(ReadAhead more) {
    ahead = more;
  }

  /**
   * Says that these bytes will be read from first to last, in as many reads as it takes: an object
   * store is then asked for all of them at once.
   */
  public void expectRun(long at, long bytes) {
    runStart = at;
    runLength = bytes;
  }

  @Override
  public void read(long at, byte[] into, int from, int length) throws IOException {
    boolean inWindow = at >= windowStart && at + length <= windowStart + window.length;
    boolean inRun = at >= runStart && at + length <= runStart + runLength;
    // Of a run nothing is read ahead: what lies behind it would be one request more.
    if (!inWindow && !inRun && (length < WINDOW || isWhole())) {
      fillWindow(at, length);
      inWindow = true;
    }
    if (inWindow) {
      System.arraycopy(window, (int) (at - windowStart), into, from, length);
    } else {
      readDirectly(at, into, from, length);
    }
  }

  private boolean isWhole() {
    return ahead == ReadAhead.SMALL_FILES && length() <= SMALL_FILE;
  }

  private void fillWindow(long at, int length) throws IOException {
    long start = isWhole() ? 0 : at;
    byte[] bytes = new byte[(int) Math.min(isWhole() ? SMALL_FILE : WINDOW, length() - start)];
    if (at + length > start + bytes.length) {
      throw new EOFException(
          "Cannot read %s bytes at %s of '%s': it has %s"
              .formatted(length, at, file.path(), length()));
    }
    readDirectly(start, bytes, 0, bytes.length);
    window = bytes;
    windowStart = start;
  }

  private void readDirectly(long at, byte[] into, int from, int length) throws IOException {
    if (at == runStart && in.hasCapability(StreamCapabilities.READAHEAD)) {
      // How far a request goes is settled when it is made. After that the stream must not think
      // that so much is worth reading to get over a gap, or to keep a connection.
      in.setReadahead(runLength);
      in.readFully(at, into, from, length);
      in.setReadahead(null);
    } else {
      in.readFully(at, into, from, length);
    }
    counters.addBytes(length);
  }

  /**
   * The whole file.
   *
   * @throws RefusedException when it is larger than a file in memory may be
   */
  public byte[] all(ReadLimits limits) throws IOException {
    if (length() > limits.maxInflatedBytes()) {
      throw RefusedException.overLimit(
          "FILE_OVER_LIMIT",
          "Cannot read file: it has %s bytes, and %s may be held in memory (raise maxFileBytes)"
              .formatted(length(), limits.maxInflatedBytes()));
    }
    byte[] all = new byte[(int) length()];
    if (all.length > 0) {
      read(0, all, 0, all.length);
    }
    return all;
  }

  /** SHA-256 of the file as it is stored, 64 hexadecimal digits; reads all of it. */
  public String sha256() throws IOException {
    MessageDigest digest = ContentHash.sha256();
    byte[] chunk = new byte[(int) Math.min(HASH_CHUNK, length())];
    expectRun(0, length());
    for (long at = 0; at < length(); at += chunk.length) {
      int n = (int) Math.min(chunk.length, length() - at);
      readDirectly(at, chunk, 0, n);
      digest.update(chunk, 0, n);
    }
    expectRun(NOWHERE, 0);
    return ContentHash.of(digest).hex();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

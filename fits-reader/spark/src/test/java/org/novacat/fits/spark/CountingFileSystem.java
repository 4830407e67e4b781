package org.novacat.fits.spark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** Local files under the scheme {@code counting}; it counts the bytes that are asked of them. */
public final class CountingFileSystem extends RawLocalFileSystem {
  private static final AtomicLong READ = new AtomicLong();
  private static final AtomicLong REQUESTS = new AtomicLong();

  /** Bytes read by all since the last call. */
  static long takeBytes() {
    return READ.getAndSet(0);
  }

  /** Reads at a place since the last call. */
  static long takeRequests() {
    return REQUESTS.getAndSet(0);
  }

  /** A local path under this scheme. */
  static String path(Path local) {
    return "counting://" + local.toAbsolutePath();
  }

  @Override
  public URI getUri() {
    return URI.create("counting:///");
  }

  @Override
  public String getScheme() {
    return "counting";
  }

  @Override
  public FSDataInputStream open(org.apache.hadoop.fs.Path path, int bufferSize) throws IOException {
    return new FSDataInputStream(new Counting(super.open(path, bufferSize)));
  }

  private static final class Counting extends FSInputStream {
    private final FSDataInputStream in;

    Counting(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      READ.incrementAndGet();
      return in.read();
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int n = in.read(into, from, length);
      READ.addAndGet(Math.max(0, n));
      return n;
    }

    @Override
    public int read(long at, byte[] into, int from, int length) throws IOException {
      int n = in.read(at, into, from, length);
      READ.addAndGet(Math.max(0, n));
      REQUESTS.incrementAndGet();
      return n;
    }

    @Override
    public void seek(long at) throws IOException {
      in.seek(at);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long target) {
      return false;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}

package org.novacat.fits.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Inflates a gzip file (RFC 1952) in memory with a cap on size and ratio, and checks CRC-32 and
 * length of every member; a file cut anywhere is refused. Members one after the other are joined.
 * Zero bytes after the last member, as tape and block devices leave them, are ignored.
 */
final class Gunzip {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int CHUNK = 1 << 16;

  private final byte[] in;
  private final long cap;
  private final String capText;
  private final List<byte[]> chunks = new ArrayList<>();
  private int size;
  private int at;

  private Gunzip(byte[] in, ReadLimits limits) {
    this.in = in;
    long byRatio = (long) in.length * limits.maxInflateRatio();
    this.cap = Math.min(limits.maxInflatedBytes(), byRatio);
    this.capText =
        byRatio < limits.maxInflatedBytes()
            ? "%s times its %s bytes".formatted(limits.maxInflateRatio(), in.length)
            : "%s bytes".formatted(limits.maxInflatedBytes());
  }

  /** Whether the bytes begin with the magic number of gzip and the one method that exists. */
  static boolean isGzip(byte[] bytes) {
    return bytes.length >= 3 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b && bytes[2] == 8;
  }

  /**
   * The inflated bytes.
   *
   * @throws RefusedException when the file is cut, its CRC or length is wrong, or a cap is exceeded
   */
  static byte[] inflate(byte[] gzip, ReadLimits limits) {
    Gunzip run = new Gunzip(gzip, limits);
    do {
      run.member();
    } while (run.moreMembers());
    return run.joined();
  }

  private void member() {
    at = skipHeader();
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(in, at, in.length - at);
      CRC32 crc = new CRC32();
      int before = size;
      inflateInto(inflater, crc);
      at = in.length - inflater.getRemaining();
      checkTrailer(crc.getValue(), size - before);
    } catch (DataFormatException e) {
      throw damaged("the compressed stream is broken (%s)".formatted(e.getMessage()));
    } finally {
      inflater.end();
    }
  }

  private void inflateInto(Inflater inflater, CRC32 crc) throws DataFormatException {
    byte[] chunk = new byte[CHUNK];
    int filled = 0;
    while (!inflater.finished()) {
      int n = inflater.inflate(chunk, filled, chunk.length - filled);
      if (n == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
        throw damaged("the stream ends before it is complete");
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new CancellationException("interrupted while inflating a file");
      }
      crc.update(chunk, filled, n);
      filled += n;
      size = checkedSize(n);
      if (filled == chunk.length) {
        chunks.add(chunk);
        chunk = new byte[CHUNK];
        filled = 0;
      }
    }
    chunks.add(Arrays.copyOf(chunk, filled));
  }

  private int checkedSize(int more) {
    if ((long) size + more > cap) {
      throw RefusedException.overLimit(
          "GZIP_OVER_LIMIT",
          "Cannot inflate file: it grows over the limit of %s (raise the limit if you trust it)"
              .formatted(capText));
    }
    return size + more;
  }

  private int skipHeader() {
    need(HEADER);
    int flags = in[at + 3];
    int p = at + HEADER;
    if ((flags & 4) != 0) {
      p += 2 + (p + 1 < in.length ? (in[p] & 0xff) | (in[p + 1] & 0xff) << 8 : 0);
    }
    p = (flags & 8) != 0 ? afterZero(p) : p;
    p = (flags & 16) != 0 ? afterZero(p) : p;
    p += (flags & 2) != 0 ? 2 : 0;
    if (p >= in.length) {
      throw damaged("it ends inside the gzip header");
    }
    return p;
  }

  private int afterZero(int from) {
    int p = from;
    while (p < in.length && in[p] != 0) {
      p++;
    }
    return p + 1;
  }

  private void checkTrailer(long crc, int length) {
    need(TRAILER);
    if (littleEndian(at) != crc || littleEndian(at + 4) != (length & 0xffffffffL)) {
      throw damaged("its CRC-32 or length does not match the data");
    }
    at += TRAILER;
  }

  private boolean moreMembers() {
    while (at < in.length && in[at] == 0) {
      at++;
    }
    if (at < in.length && (in.length - at < 2 || in[at] != 0x1f || in[at + 1] != (byte) 0x8b)) {
      throw damaged("%s bytes that are no gzip follow its end".formatted(in.length - at));
    }
    return at < in.length;
  }

  private long littleEndian(int p) {
    return (in[p] & 0xffL)
        | (in[p + 1] & 0xffL) << 8
        | (in[p + 2] & 0xffL) << 16
        | (in[p + 3] & 0xffL) << 24;
  }

  private void need(int bytes) {
    if (in.length - at < bytes) {
      throw damaged("it is cut short");
    }
  }

  private byte[] joined() {
    byte[] all = new byte[size];
    int p = 0;
    for (byte[] chunk : chunks) {
      System.arraycopy(chunk, 0, all, p, chunk.length);
      p += chunk.length;
    }
    return all;
  }

  private static RefusedException damaged(String what) {
    return RefusedException.unreadable("GZIP_DAMAGED", "Cannot inflate file: " + what);
  }
}

package org.novacat.transforms.deflate;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a stream of deflated bytes without head or sum (RFC 1951), as zip files hold it. What
 * comes out depends on the bytes alone: not on how they are cut when they are written, and on no
 * library of the machine. Memory is the same for any length.
 */
public final class RawDeflate extends OutputStream {
  /**
   * Fewer bytes than this are not tried: a block with codes of its own begins with about as many.
   */
  private static final int SHORTEST = 32;

  private final OutputStream out;
  private final byte[] data;
  private final int begin;
  private final @Nullable WindowMatches matches;
  private final BitWriter bits = new BitWriter();
  private int end;

  private RawDeflate(OutputStream out, @Nullable WindowMatches matches) {
    this.out = out;
    this.matches = matches;
    data = matches == null ? new byte[WindowMatches.CHUNK] : matches.data();
    begin = matches == null ? 0 : WindowMatches.WINDOW;
    end = begin;
  }

  /**
   * Makes bytes shorter where it can.
   *
   * @param out takes the deflated bytes, and is not closed
   */
  public static RawDeflate compressing(OutputStream out) {
    return new RawDeflate(out, new WindowMatches());
  }

  /**
   * Leaves bytes as they are, but for a few beside each 32 KiB: for what is compressed already.
   *
   * @param out takes the deflated bytes, and is not closed
   */
  public static RawDeflate storing(OutputStream out) {
    return new RawDeflate(out, null);
  }

  /**
   * How long the stream of {@link #storing} is.
   *
   * @param length of the bytes that are written to it
   */
  public static long storedLength(long length) {
    return length + 5 * ((length + Block.STORED - 1) / Block.STORED) + 2;
  }

  @Override
  public void write(int one) throws IOException {
    makeRoom();
    data[end++] = (byte) one;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      makeRoom();
      int some = Math.min(count - done, data.length - end);
      System.arraycopy(bytes, offset + done, data, end, some);
      end += some;
      done += some;
    }
  }

  private void makeRoom() throws IOException {
    if (end == data.length) {
      chunk();
      bits.drainTo(out);
      end = begin;
      if (matches != null) {
        matches.slide();
      }
    }
  }

  private void chunk() {
    if (matches == null || end - begin < SHORTEST) {
      Block.stored(bits, data, begin, end);
      return;
    }
    BitWriter.Mark mark = bits.mark();
    matches.find(end);
    Block.compressed(bits, matches.tokens(), matches.count(), 0);
    if (bits.bitsSince(mark) > 8 * storedLength(end - begin)) {
      bits.reset(mark);
      Block.stored(bits, data, begin, end);
    }
  }

  /** Ends the stream. What is written after is another one, which knows nothing of it. */
  public void finish() throws IOException {
    if (end > begin) {
      chunk();
    }
    Block.end(bits);
    bits.align();
    bits.drainTo(out);
    end = begin;
    if (matches != null) {
      matches.forget();
    }
  }

  /** Finishes; the stream behind stays open. */
  @Override
  public void close() throws IOException {
    finish();
  }
}

package org.novacat.zarr.blosc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The first 16 bytes of a frame (README_CHUNK_FORMAT of c-blosc 1.21).
 *
 * @param typesize bytes of an element, 1 to 255
 * @param nbytes bytes that the frame holds
 * @param blocksize bytes of a block, the last one may be shorter
 */
record FrameHeader(int flags, int typesize, int nbytes, int blocksize) {
  static final int LENGTH = 16;

  /** Blosc splits and compresses nothing shorter. */
  static final int SHORTEST = 128;

  static final int VERSION = 2;
  static final int BYTE_SHUFFLE = 0x01;
  static final int STORED = 0x02;
  static final int BIT_SHUFFLE = 0x04;
  static final int FUTURE = 0x08;
  static final int NO_SPLIT = 0x10;
  static final int ZSTD_FORMAT = 4;

  /** Blosc's own bound (MAX_SPLITS): elements of more bytes are never split. */
  private static final int MOST_SPLITS = 16;

  boolean has(int flag) {
    return (flags & flag) != 0;
  }

  int format() {
    return flags >> 5 & 7;
  }

  int blocks() {
    return nbytes == 0 ? 0 : (nbytes - 1) / blocksize + 1;
  }

  int blockLength(int block) {
    return Math.min(blocksize, nbytes - block * blocksize);
  }

  /** The pieces that a block is compressed in: one, or one for each byte of an element. */
  int pieces(int blockLength) {
    boolean split =
        !has(NO_SPLIT)
            && typesize <= MOST_SPLITS
            && blocksize / typesize >= SHORTEST
            && blockLength == blocksize;
    return split ? typesize : 1;
  }

  void write(ByteBuffer frame, int length) {
    frame
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(0, (byte) VERSION)
        .put(1, (byte) 1)
        .put(2, (byte) flags)
        .put(3, (byte) typesize)
        .putInt(4, nbytes)
        .putInt(8, blocksize)
        .putInt(12, length);
  }

  /**
   * @throws BloscException when the bytes are no header of a frame of exactly these bytes, or speak
   *     of more than {@code most} bytes
   */
  static FrameHeader read(ByteBuffer frame, int most) {
    check(frame.limit() >= LENGTH, "it has " + frame.limit() + " bytes, a header has 16");
    FrameHeader header =
        new FrameHeader(frame.get(2) & 0xff, frame.get(3) & 0xff, frame.getInt(4), frame.getInt(8));
    check(frame.get(0) == VERSION, "its format is " + frame.get(0) + ", known is 2");
    check(!header.has(FUTURE), "it has flags of a later format");
    int length = frame.getInt(12);
    check(length == frame.limit(), "it says it has " + length + " bytes, it has " + frame.limit());
    header.checkSizes(most);
    return header;
  }

  private void checkSizes(int most) {
    check(nbytes >= 0 && nbytes <= most, "it speaks of " + nbytes + " bytes, at most " + most);
    check(typesize > 0, "its elements have 0 bytes");
    check(
        blocksize > 0 && (blocksize <= nbytes || nbytes <= 1),
        "its blocks have " + blocksize + " bytes of " + nbytes);
  }

  static void check(boolean right, String what) {
    if (!right) {
      throw new BloscException("Cannot decode Blosc frame: " + what);
    }
  }
}

package org.novacat.zarr.blosc;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes Blosc frames with zstd and bitshuffle: the bytes that c-blosc writes where both have the
 * same zstd. For one thread; its buffers grow to the longest frame and are used again, so nothing
 * is allocated for a frame after the first.
 */
public final class BloscEncoder {
  /** c-blosc's block before the level changes it: L1 of 32 KiB, twice for zstd. */
  private static final int BLOCK = 65536;

  private static final int L1 = 32768;
  private static final int FLAGS =
      FrameHeader.BIT_SHUFFLE | FrameHeader.NO_SPLIT | FrameHeader.ZSTD_FORMAT << 5;

  private static final Cleaner CLEANER = Cleaner.create();

  private final int clevel;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx();
  private final BitShuffle shuffle = new BitShuffle();
  private byte[] frame = new byte[0];
  private byte[] shuffled = new byte[0];
  private ByteBuffer out = ByteBuffer.allocate(0);

  /**
   * @param clevel Blosc's level, 1 to 9
   * @throws IllegalArgumentException for another level
   */
  public BloscEncoder(int clevel) {
    if (clevel < 1 || clevel > 9) {
      throw new IllegalArgumentException(
          "Cannot encode Blosc frames: level " + clevel + " (levels are 1 to 9)");
    }
    this.clevel = clevel;
    zstd.setLevel(clevel < 9 ? 2 * clevel - 1 : Zstd.maxCompressionLevel());
    CLEANER.register(this, zstd::close);
  }

  /**
   * One frame of the first {@code length} bytes of {@code raw}.
   *
   * @param typesize bytes of an element; more than 255 are taken as 1, as c-blosc does
   * @return the frame, from position to limit, until the next call
   * @throws IllegalArgumentException when there are fewer bytes, or more than a frame may hold
   */
  public ByteBuffer encode(byte[] raw, int length, int typesize) {
    if (length < 0 || length > raw.length || length > BloscDecoder.MOST_BYTES || typesize < 1) {
      throw new IllegalArgumentException(
          "Cannot encode Blosc frame: %s bytes of %s, elements of %s bytes"
              .formatted(length, raw.length, typesize));
    }
    int type = typesize > 255 ? 1 : typesize;
    FrameHeader header = new FrameHeader(FLAGS, type, length, blocksize(length, type));
    room(length + FrameHeader.LENGTH, header.blocksize());
    int end = length < FrameHeader.SHORTEST ? -1 : blocks(header, raw);
    if (end < 0) {
      end = stored(header, raw);
    } else {
      header.write(out, end);
    }
    return out.limit(end).position(0);
  }

  private void room(int length, int blocksize) {
    if (frame.length < length) {
      frame = new byte[length];
      out = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    }
    if (shuffled.length < blocksize) {
      shuffled = new byte[blocksize];
    }
    out.clear();
  }

  private int stored(FrameHeader header, byte[] raw) {
    new FrameHeader(
            FLAGS | FrameHeader.STORED, header.typesize(), header.nbytes(), header.blocksize())
        .write(out, header.nbytes() + FrameHeader.LENGTH);
    System.arraycopy(raw, 0, frame, FrameHeader.LENGTH, header.nbytes());
    return header.nbytes() + FrameHeader.LENGTH;
  }

  /** Where the frame ends, or -1 when it would not be shorter than what is stored. */
  private int blocks(FrameHeader header, byte[] raw) {
    int most = header.nbytes() + FrameHeader.LENGTH;
    int at = FrameHeader.LENGTH + 4 * header.blocks();
    for (int block = 0; block < header.blocks() && at >= 0; block++) {
      if (at + 4 >= most) {
        return -1;
      }
      out.putInt(FrameHeader.LENGTH + 4 * block, at);
      int length = header.blockLength(block);
      shuffle.shuffle(raw, block * header.blocksize(), shuffled, 0, length, header.typesize());
      at = block(at + 4, length, most);
    }
    return at;
  }

  private int block(int at, int length, int most) {
    int packed = pack(at, length, Math.min(length, most - at));
    if (packed == 0) {
      if (at + length > most) {
        return -1;
      }
      System.arraycopy(shuffled, 0, frame, at, length);
      packed = length;
    }
    out.putInt(at - 4, packed);
    return at + packed;
  }

  /** Bytes of the block as zstd has it, or 0 when they would not be fewer. */
  private int pack(int at, int length, int room) {
    try {
      int packed = zstd.compressByteArray(frame, at, room, shuffled, 0, length);
      return packed == length ? 0 : packed;
    } catch (ZstdException e) {
      if (e.getErrorCode() != Zstd.errDstSizeTooSmall()) {
        throw new BloscException("Cannot encode Blosc frame: " + e.getMessage(), e);
      }
      return 0;
    }
  }

  /** compute_blocksize of c-blosc 1.21 for zstd. */
  private int blocksize(int length, int typesize) {
    if (length < typesize) {
      return 1;
    }
    int blocksize = length < L1 ? length : Math.min(length, levelBlock());
    return blocksize > typesize ? blocksize / typesize * typesize : blocksize;
  }

  private int levelBlock() {
    return switch (clevel) {
      case 1 -> BLOCK / 2;
      case 2 -> BLOCK;
      case 3 -> BLOCK * 2;
      case 4, 5 -> BLOCK * 4;
      case 9 -> BLOCK * 16;
      default -> BLOCK * 8;
    };
  }
}

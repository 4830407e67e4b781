package org.novacat.zarr.blosc;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads Blosc frames of format 2. Nothing that a frame says is used before it was checked: bytes
 * that lie end as a {@link BloscException}.
 */
public final class BloscDecoder {
  /** More bytes than a frame is written with: 128 MiB, eight times a usual chunk of spectra. */
  public static final int MOST_BYTES = 1 << 27;

  private final BitShuffle bits = new BitShuffle();

  private BloscDecoder() {}

  /**
   * The bytes that a frame holds, {@value #MOST_BYTES} at most.
   *
   * @throws BloscException as {@link #decode(byte[], int)}
   */
  public static byte[] decode(byte[] frame) {
    return decode(frame, MOST_BYTES);
  }

  /**
   * The bytes that a frame holds.
   *
   * @param most a frame that speaks of more bytes is refused before there is room for them
   * @throws BloscException when it is cut off, not as it says, compressed by snappy, or holds more
   */
  public static byte[] decode(byte[] frame, int most) {
    ByteBuffer in = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
    FrameHeader header = FrameHeader.read(in, most);
    if (header.has(FrameHeader.STORED)) {
      int length = FrameHeader.LENGTH + header.nbytes();
      FrameHeader.check(length == frame.length, "it stores another number of bytes than it says");
      return Arrays.copyOfRange(frame, FrameHeader.LENGTH, length);
    }
    return new BloscDecoder().blocks(in, header);
  }

  private byte[] blocks(ByteBuffer in, FrameHeader header) {
    long offsets = FrameHeader.LENGTH + 4L * header.blocks();
    FrameHeader.check(offsets <= in.limit(), "it is cut off");
    byte[] raw = new byte[header.nbytes()];
    byte[] block = new byte[Math.min(header.blocksize(), header.nbytes())];
    long used = offsets;
    for (int i = 0; i < header.blocks(); i++) {
      int at = in.getInt(FrameHeader.LENGTH + 4 * i);
      FrameHeader.check(at >= offsets && at <= in.limit(), "block " + i + " is at " + at);
      int length = header.blockLength(i);
      used += pieces(in.position(at), header, block, length) - at;
      unshuffle(header, block, raw, i * header.blocksize(), length);
    }
    FrameHeader.check(used == in.limit(), "its blocks have " + used + " bytes");
    return raw;
  }

  /** Where the block ends. */
  private static int pieces(ByteBuffer in, FrameHeader header, byte[] block, int length) {
    int pieces = header.pieces(length);
    int each = length / pieces;
    for (int i = 0; i < pieces; i++) {
      FrameHeader.check(in.remaining() >= 4, "it is cut off");
      int packed = in.getInt();
      FrameHeader.check(
          packed >= 0 && packed <= in.remaining(), "a block has " + packed + " bytes");
      ByteBuffer piece = in.slice(in.position(), packed);
      in.position(in.position() + packed);
      unpack(piece, header.format(), block, i * each, packed, each);
    }
    return in.position();
  }

  private static void unpack(
      ByteBuffer piece, int format, byte[] block, int at, int packed, int length) {
    if (packed == length) {
      piece.get(block, at, length);
      return;
    }
    byte[] from = piece.array();
    int start = piece.arrayOffset();
    long done =
        switch (format) {
          case 0 -> BloscLz.decode(new LzCursor(from, start, packed, block, at, length));
          case 1 -> Lz4.decode(new LzCursor(from, start, packed, block, at, length));
          case 3 -> inflate(from, start, packed, block, at, length);
          case FrameHeader.ZSTD_FORMAT -> zstd(from, start, packed, block, at, length);
          default -> throw refused(format);
        };
    FrameHeader.check(done == length, "a block is not what it says");
  }

  private static BloscException refused(int format) {
    return new BloscException(
        "Cannot decode Blosc frame: it is compressed by %s (blosclz, lz4, zlib and zstd are read)"
            .formatted(format == 2 ? "snappy" : "format " + format));
  }

  private static long zstd(byte[] from, int start, int packed, byte[] to, int at, int length) {
    try {
      return Zstd.decompressByteArray(to, at, length, from, start, packed);
    } catch (ZstdException e) {
      throw new BloscException("Cannot decode Blosc frame: zstd: " + e.getMessage(), e);
    }
  }

  private static long inflate(byte[] from, int start, int packed, byte[] to, int at, int length) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(from, start, packed);
      return inflater.inflate(to, at, length);
    } catch (DataFormatException e) {
      throw new BloscException("Cannot decode Blosc frame: zlib: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private void unshuffle(FrameHeader header, byte[] block, byte[] raw, int at, int length) {
    int typesize = header.typesize();
    if (header.has(FrameHeader.BYTE_SHUFFLE) && typesize > 1) {
      ByteShuffle.unshuffle(block, raw, at, length, typesize);
    } else if (header.has(FrameHeader.BIT_SHUFFLE) && header.blocksize() >= typesize) {
      bits.unshuffle(block, 0, raw, at, length, typesize);
    } else {
      System.arraycopy(block, 0, raw, at, length);
    }
  }
}

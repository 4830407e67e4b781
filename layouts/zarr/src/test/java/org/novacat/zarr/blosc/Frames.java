package org.novacat.zarr.blosc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Frames made by hand: of one byte again and again, in blocks of 1,000. */
final class Frames {
  static final int BLOCK = 1000;
  private static final byte VALUE = 7;

  private Frames() {}

  static byte[] content(int length) {
    byte[] content = new byte[length];
    Arrays.fill(content, VALUE);
    return content;
  }

  /**
   * A frame whose blocks have one piece each.
   *
   * @param flags without those of the codec
   */
  static byte[] of(int format, int flags, int typesize, int length) {
    int blocks = (length + BLOCK - 1) / BLOCK;
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    ByteBuffer head = ByteBuffer.allocate(16 + 4 * blocks).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < blocks; i++) {
      head.putInt(16 + 4 * i, head.limit() + packed.size());
      byte[] block = block(format, Math.min(BLOCK, length - i * BLOCK));
      packed.writeBytes(littleEndian(block.length));
      packed.writeBytes(block);
    }
    byte version = 2;
    head.put(version).put((byte) 1).put((byte) (format << 5 | flags)).put((byte) typesize);
    head.putInt(length).putInt(Math.min(BLOCK, length)).putInt(head.limit() + packed.size());
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes(head.array());
    frame.writeBytes(packed.toByteArray());
    return frame.toByteArray();
  }

  private static byte[] littleEndian(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] block(int format, int length) {
    return switch (format) {
      case 0 -> blosclz(length);
      case 1 -> lz4(length);
      case 3 -> zlib(length);
      default -> new byte[] {1, 2, 3};
    };
  }

  /** One literal, a match of the distance 1, and one literal. */
  private static byte[] lz4(int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0x1f, VALUE, 1, 0});
    more(out, length - 2 - 4 - 15);
    out.writeBytes(new byte[] {0x10, VALUE});
    return out.toByteArray();
  }

  /** As {@link #lz4}. */
  private static byte[] blosclz(int length) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, VALUE, (byte) 0xe0});
    more(out, length - 2 - 2 - 7);
    out.writeBytes(new byte[] {0, 0, VALUE});
    return out.toByteArray();
  }

  private static void more(ByteArrayOutputStream out, int length) {
    int rest = length;
    for (; rest >= 255; rest -= 255) {
      out.write(255);
    }
    out.write(rest);
  }

  private static byte[] zlib(int length) {
    Deflater deflater = new Deflater();
    deflater.setInput(content(length));
    deflater.finish();
    byte[] room = new byte[200];
    int end = deflater.deflate(room);
    deflater.end();
    return Arrays.copyOf(room, end);
  }
}

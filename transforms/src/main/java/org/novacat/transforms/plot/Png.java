package org.novacat.transforms.plot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/**
 * Writes pixels as PNG (W3C Recommendation, second edition): with a palette when 256 colors do,
 * else as true color. No time and no software name, so equal pixels give equal bytes.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int TRUE_COLOR = 2;
  private static final int INDEXED = 3;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Png() {
    out.writeBytes(SIGNATURE);
  }

  static byte[] encode(Raster raster) {
    int width = raster.bounds().width();
    int height = raster.bounds().height();
    Palette palette = Palette.of(raster.pixels());
    Png png = new Png();
    png.header(width, height, palette.fits() ? INDEXED : TRUE_COLOR);
    if (palette.fits()) {
      png.chunk("PLTE", palette.bytes());
      png.chunk("IDAT", Deflate.zlib(indexed(raster.pixels(), width, height, palette)));
    } else {
      png.chunk("IDAT", Deflate.zlib(trueColor(raster.pixels(), width, height)));
    }
    png.chunk("IEND", new byte[0]);
    return png.out.toByteArray();
  }

  private void header(int width, int height, int colorType) {
    byte[] header = new byte[13];
    ByteBuffer.wrap(header).putInt(width).putInt(height).put((byte) 8).put((byte) colorType);
    chunk("IHDR", header);
  }

  private void chunk(String type, byte[] data) {
    byte[] name = type.getBytes(US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  /** A filter byte of 0 before each row, as the format wants. */
  private static byte[] indexed(int[] pixels, int width, int height, Palette palette) {
    byte[] rows = new byte[(width + 1) * height];
    int to = 0;
    for (int row = 0; row < pixels.length; row += width) {
      to++;
      for (int i = row; i < row + width; i++) {
        rows[to++] = (byte) palette.index(pixels[i]);
      }
    }
    return rows;
  }

  private static byte[] trueColor(int[] pixels, int width, int height) {
    byte[] rows = new byte[(3 * width + 1) * height];
    int to = 0;
    for (int row = 0; row < pixels.length; row += width) {
      to++;
      for (int i = row; i < row + width; i++) {
        rows[to++] = (byte) (pixels[i] >> 16);
        rows[to++] = (byte) (pixels[i] >> 8);
        rows[to++] = (byte) pixels[i];
      }
    }
    return rows;
  }

  /** The colors of a picture, numbered in the order in which they are met. */
  private static final class Palette {
    private static final int MOST = 256;
    private static final int SLOTS = 1024;

    private final int[] slotColors = new int[SLOTS];
    private final int[] slotIndexes = new int[SLOTS];
    private final int[] colors = new int[MOST];
    private int size;

    /** Neighbours are mostly equal. */
    private int lastColor = -1;

    private int lastIndex;
    private boolean full;

    private Palette() {
      Arrays.fill(slotIndexes, -1);
    }

    static Palette of(int[] pixels) {
      Palette palette = new Palette();
      int last = ~pixels[0];
      for (int color : pixels) {
        if (color != last && !palette.full) {
          palette.add(color);
        }
        last = color;
      }
      return palette;
    }

    /** Whether there are few enough colors for a palette. */
    boolean fits() {
      return !full;
    }

    int index(int color) {
      if (color != lastColor) {
        lastColor = color;
        lastIndex = slotIndexes[slot(color)];
      }
      return lastIndex;
    }

    /** Red, green and blue of each color. */
    byte[] bytes() {
      byte[] bytes = new byte[3 * size];
      for (int i = 0; i < size; i++) {
        bytes[3 * i] = (byte) (colors[i] >> 16);
        bytes[3 * i + 1] = (byte) (colors[i] >> 8);
        bytes[3 * i + 2] = (byte) colors[i];
      }
      return bytes;
    }

    private void add(int color) {
      int slot = slot(color);
      if (slotIndexes[slot] >= 0) {
        return;
      }
      if (size == MOST) {
        full = true;
        return;
      }
      slotColors[slot] = color;
      slotIndexes[slot] = size;
      colors[size++] = color;
    }

    /** The place of a color in the table, or the free one where it would go. */
    private int slot(int color) {
      int slot = (color * 0x9E3779B1) >>> 22;
      while (slotIndexes[slot] >= 0 && slotColors[slot] != color) {
        slot = (slot + 1) % SLOTS;
      }
      return slot;
    }
  }
}

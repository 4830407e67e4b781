package org.novacat.transforms.plot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.novacat.transforms.deflate.Zlib;

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
      png.chunk("IDAT", Zlib.compressed(indexed(raster.pixels(), width, height, palette)));
    } else {
      png.chunk("IDAT", Zlib.compressed(trueColor(raster.pixels(), width, height)));
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
    ByteBuffer rows = ByteBuffer.allocate((width + 1) * height);
    for (int i = 0; i < pixels.length; i++) {
      beginRow(rows, i, width).put((byte) palette.index(pixels[i]));
    }
    return rows.array();
  }

  private static byte[] trueColor(int[] pixels, int width, int height) {
    ByteBuffer rows = ByteBuffer.allocate((3 * width + 1) * height);
    for (int i = 0; i < pixels.length; i++) {
      beginRow(rows, i, width)
          .put((byte) (pixels[i] >> 16))
          .put((byte) (pixels[i] >> 8))
          .put((byte) pixels[i]);
    }
    return rows.array();
  }

  private static ByteBuffer beginRow(ByteBuffer rows, int pixel, int width) {
    return pixel % width == 0 ? rows.put((byte) 0) : rows;
  }

  /** The colors of a picture, numbered in the order in which they are met. */
  private static final class Palette {
    private static final int MOST = 256;

    private final Map<Integer, Integer> indexes = new LinkedHashMap<>();

    /** Neighbours are mostly equal. */
    private int lastColor = -1;

    private int lastIndex;

    private Palette() {}

    static Palette of(int[] pixels) {
      Palette palette = new Palette();
      for (int i = 0; i < pixels.length && palette.fits(); i++) {
        palette.index(pixels[i]);
      }
      return palette;
    }

    /** Whether there are few enough colors for a palette. */
    boolean fits() {
      return indexes.size() <= MOST;
    }

    int index(int color) {
      if (color != lastColor) {
        lastColor = color;
        lastIndex = indexes.computeIfAbsent(color, met -> indexes.size());
      }
      return lastIndex;
    }

    /** Red, green and blue of each color. */
    byte[] bytes() {
      ByteBuffer bytes = ByteBuffer.allocate(3 * indexes.size());
      for (int color : indexes.keySet()) {
        bytes.put((byte) (color >> 16)).put((byte) (color >> 8)).put((byte) color);
      }
      return bytes.array();
    }
  }
}

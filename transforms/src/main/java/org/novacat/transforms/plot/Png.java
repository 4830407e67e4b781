package org.novacat.transforms.plot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
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
}

package org.novacat.jobs.samples;

import java.util.Random;

/** A picture of the sky around a nova: a sound FITS file that is no spectrum. */
final class SkyImage {
  private static final int SIZE = 96;
  private static final int STARS = 25;
  private static final double PIXEL_DEG = 0.0005;

  private SkyImage() {}

  static byte[] write(Exposure exposure, Random random) {
    return FitsBytes.image(
        pixels(random),
        cards -> {
          cards.signature(exposure).times(exposure);
          axis(cards, 1, "RA---TAN", exposure.nova().raDeg(), -PIXEL_DEG);
          axis(cards, 2, "DEC--TAN", exposure.nova().decDeg(), PIXEL_DEG);
          cards.text("BUNIT", "adu", "unit of the pixels");
        });
  }

  private static void axis(SampleCards cards, int axis, String type, double value, double step) {
    cards
        .text("CTYPE" + axis, type, "tangential projection")
        .text("CUNIT" + axis, "deg", "unit of the axis")
        .number("CRVAL" + axis, value, "position at the reference pixel")
        .number("CRPIX" + axis, SIZE / 2.0, "reference pixel")
        .number("CDELT" + axis, step, "pixel size");
  }

  private static short[][] pixels(Random random) {
    short[][] pixels = new short[SIZE][SIZE];
    for (short[] row : pixels) {
      for (int x = 0; x < SIZE; x++) {
        row[x] = (short) (200 + 8 * random.nextGaussian());
      }
    }
    for (int star = 0; star < STARS; star++) {
      int x = 1 + random.nextInt(SIZE - 2);
      int y = 1 + random.nextInt(SIZE - 2);
      int peak = 300 + random.nextInt(8000);
      shine(pixels, x, y, peak);
    }
    return pixels;
  }

  private static void shine(short[][] pixels, int x, int y, int peak) {
    for (int dy = -1; dy <= 1; dy++) {
      for (int dx = -1; dx <= 1; dx++) {
        int share = 1 << (dx * dx + dy * dy);
        pixels[y + dy][x + dx] = (short) Math.min(30_000, pixels[y + dy][x + dx] + peak / share);
      }
    }
  }
}

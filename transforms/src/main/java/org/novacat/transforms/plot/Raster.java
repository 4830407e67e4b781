package org.novacat.transforms.plot;

import java.util.Arrays;

/**
 * Pixels as 0xRRGGBB, row by row from the top left: paper, which is filled, and ink on it. Ink does
 * not mix with ink: of two on one pixel the one that covers more of it shows, the later one when
 * they cover the same. That keeps the colors of a picture few enough for a palette.
 */
final class Raster {
  /** Coverage of a pixel that is covered whole. */
  static final int FULL = 15;

  private final Box bounds;
  private final int[] paper;
  private final int[] pixels;
  private final byte[] laid;

  Raster(int width, int height, int background) {
    bounds = new Box(0, 0, width, height);
    paper = new int[width * height];
    Arrays.fill(paper, background);
    pixels = paper.clone();
    laid = new byte[pixels.length];
  }

  Box bounds() {
    return bounds;
  }

  int[] pixels() {
    return pixels;
  }

  /** Fills a rectangle of paper, under no ink; what lies outside the picture is ignored. */
  void fill(Box box, int color) {
    Box inside = box.intersect(bounds);
    for (int y = inside.top(); y < inside.bottom(); y++) {
      int row = y * bounds.width();
      for (int x = inside.left(); x < inside.right(); x++) {
        paper[row + x] = color;
        pixels[row + x] = color;
      }
    }
  }

  /** Lays ink on one pixel, {@code coverage} parts of {@link #FULL}. */
  void ink(int index, int color, int coverage) {
    if (coverage >= laid[index]) {
      pixels[index] = mix(paper[index], color, coverage);
      laid[index] = (byte) coverage;
    }
  }

  private static int mix(int below, int above, int coverage) {
    int mixed = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = (below >> shift) & 0xff;
      int to = (above >> shift) & 0xff;
      mixed |= ((from * (FULL - coverage) + to * coverage + FULL / 2) / FULL) << shift;
    }
    return mixed;
  }
}

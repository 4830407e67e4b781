package org.novacat.transforms.plot;

import java.util.Arrays;

/**
 * Strokes before they have a color: how much of each pixel they cover. Strokes of one color are
 * gathered here by their maximum and laid on the raster at once, so that joints and crossings are
 * not darker than the rest.
 *
 * <p>A stroke is a line with round ends. The coverage of a pixel falls from whole to nothing over
 * one pixel around the edge of the stroke, by the distance of the pixel's middle.
 */
final class Ink {
  private final Box bounds;
  private final byte[] coverage;

  /**
   * The columns of each row that hold ink: from the first up to the second, empty when not below.
   */
  private final int[] inkFrom;

  private final int[] inkTo;

  Ink(Box bounds) {
    this.bounds = bounds;
    coverage = new byte[bounds.width() * bounds.height()];
    inkFrom = new int[bounds.height()];
    inkTo = new int[bounds.height()];
    Arrays.fill(inkFrom, bounds.right());
  }

  /** A line from one point to another, pixels and their parts; a disc when they are the same. */
  void line(double x0, double y0, double x1, double y1, double width) {
    Capsule capsule = new Capsule(x0, y0, x1, y1, width / 2 + 0.5);
    int top = Math.max(bounds.top(), capsule.top());
    int bottom = Math.min(bounds.bottom(), capsule.bottom());
    for (int y = top; y < bottom; y++) {
      int from = Math.max(bounds.left(), capsule.left(y + 0.5));
      int to = Math.min(bounds.right(), capsule.right(y + 0.5));
      row(capsule, y, from, to);
    }
  }

  private void row(Capsule capsule, int y, int from, int to) {
    int row = y * bounds.width();
    for (int x = from; x < to; x++) {
      if (coverage[row + x] < Raster.FULL) {
        double inside = capsule.depth(x + 0.5, y + 0.5);
        if (inside > 0) {
          int level = (int) (Math.min(1, inside) * Raster.FULL + 0.5);
          coverage[row + x] = (byte) Math.max(coverage[row + x], level);
        }
      }
    }
    inkFrom[y] = Math.min(inkFrom[y], from);
    inkTo[y] = Math.max(inkTo[y], to);
  }

  /** Lays the strokes on the raster within a rectangle, and forgets them all. */
  void paint(Raster raster, int color, Box clip) {
    Box inside = clip.intersect(bounds);
    for (int y = inside.top(); y < inside.bottom(); y++) {
      int row = y * bounds.width();
      int to = Math.min(inkTo[y], inside.right());
      for (int x = Math.max(inkFrom[y], inside.left()); x < to; x++) {
        int level = coverage[row + x];
        if (level != 0) {
          raster.ink(row + x, color, level);
        }
      }
    }
    clear();
  }

  private void clear() {
    for (int y = 0; y < inkTo.length; y++) {
      if (inkFrom[y] < inkTo[y]) {
        int row = y * bounds.width();
        Arrays.fill(coverage, row + inkFrom[y], row + inkTo[y], (byte) 0);
      }
    }
    Arrays.fill(inkFrom, bounds.right());
    Arrays.fill(inkTo, 0);
  }
}

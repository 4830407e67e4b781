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

  /** A line with round ends, as all points nearer than {@code reach} to a segment. */
  private static final class Capsule {
    private final double x0;
    private final double y0;
    private final double dx;
    private final double dy;
    private final double reach;
    private final double length;

    /** Direction of the segment, of length 1; to the right when the segment is a point. */
    private final double alongX;

    private final double alongY;

    /** Columns a row further down, and half the columns that the line takes of a row. */
    private final double lean;

    private final double slant;

    /**
     * The line from one point to another.
     *
     * @param reach half the width of the line and half a pixel for its soft edge
     */
    Capsule(double x0, double y0, double x1, double y1, double reach) {
      this.x0 = x0;
      this.y0 = y0;
      this.reach = reach;
      dx = x1 - x0;
      dy = y1 - y0;
      length = Math.sqrt(dx * dx + dy * dy);
      alongX = length == 0 ? 1 : dx / length;
      alongY = length == 0 ? 0 : dy / length;
      lean = dy == 0 ? 0 : dx / dy;
      slant = dy == 0 ? Double.POSITIVE_INFINITY : reach * length / Math.abs(dy);
    }

    int top() {
      return (int) Math.floor(y0 + Math.min(0, dy) - reach);
    }

    int bottom() {
      return (int) Math.ceil(y0 + Math.max(0, dy) + reach);
    }

    /** A pixel at or before the first that the line can touch at a height. */
    int left(double y) {
      double end = x0 + Math.min(0, dx) - reach;
      return (int) Math.floor(Math.max(end, x0 + (y - y0) * lean - slant));
    }

    /** A pixel behind the last that the line can touch at a height. */
    int right(double y) {
      double end = x0 + Math.max(0, dx) + reach;
      return (int) Math.ceil(Math.min(end, x0 + (y - y0) * lean + slant));
    }

    /** How deep a point lies inside the edge; not above 0 when it lies outside. */
    double depth(double x, double y) {
      double fromX = x - x0;
      double fromY = y - y0;
      double along = fromX * alongX + fromY * alongY;
      double across = fromX * alongY - fromY * alongX;
      double beyond = along < 0 ? along : along - length;
      return along >= 0 && beyond <= 0
          ? reach - Math.abs(across)
          : reach - Math.sqrt(across * across + beyond * beyond);
    }
  }
}

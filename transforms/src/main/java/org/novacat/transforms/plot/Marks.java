package org.novacat.transforms.plot;

import java.util.BitSet;

/**
 * Marks of points: discs, rings, and triangles that point down. A mark on the pixel of another of
 * its kind is left out, so that a million points cost what the pixels cost.
 */
final class Marks {
  private static final double RING_STROKE = 1.2;

  /** Eight points on a circle, in parts of its radius. */
  private static final double[][] CIRCLE = {
    {1, 0}, {0.7071, 0.7071}, {0, 1}, {-0.7071, 0.7071},
    {-1, 0}, {-0.7071, -0.7071}, {0, -1}, {0.7071, -0.7071}
  };

  private static final int KINDS = 3;

  private final Ink ink;
  private final Box area;
  private final double size;
  private final BitSet drawn = new BitSet();

  /** Marks of so many pixels in width. */
  Marks(Ink ink, Box area, double size) {
    this.ink = ink;
    this.area = area;
    this.size = size;
  }

  void dot(double x, double y) {
    if (isNew(x, y, 0)) {
      ink.line(x, y, x, y, size);
    }
  }

  void ring(double x, double y) {
    if (isNew(x, y, 1)) {
      double radius = size / 2;
      for (int i = 0; i < CIRCLE.length; i++) {
        double[] from = CIRCLE[i];
        double[] to = CIRCLE[(i + 1) % CIRCLE.length];
        ink.line(
            x + radius * from[0],
            y + radius * from[1],
            x + radius * to[0],
            y + radius * to[1],
            RING_STROKE);
      }
    }
  }

  /** A triangle whose upper edge is at the limit. */
  void limit(double x, double y) {
    if (isNew(x, y, 2)) {
      double half = size * 0.6;
      ink.line(x - half, y, x + half, y, RING_STROKE);
      ink.line(x - half, y, x, y + size * 1.2, RING_STROKE);
      ink.line(x + half, y, x, y + size * 1.2, RING_STROKE);
    }
  }

  private boolean isNew(double x, double y, int kind) {
    boolean inside = x >= area.left() && x < area.right() && y >= area.top() && y < area.bottom();
    if (!inside) {
      return false;
    }
    int pixel = ((int) y - area.top()) * area.width() + (int) x - area.left();
    int bit = KINDS * pixel + kind;
    boolean isNew = !drawn.get(bit);
    drawn.set(bit);
    return isNew;
  }
}

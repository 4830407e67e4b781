package org.novacat.transforms.plot;

/**
 * A line with round ends, as all points nearer than {@code reach} to a segment.
 *
 * @param x0 where the segment begins
 * @param y0 where the segment begins
 * @param dx how far it goes to the right
 * @param dy how far it goes down
 * @param reach half the width of the line and half a pixel for its soft edge
 */
record Capsule(double x0, double y0, double dx, double dy, double reach) {
  int top() {
    return (int) Math.floor(y0 + Math.min(0, dy) - reach);
  }

  int bottom() {
    return (int) Math.ceil(y0 + Math.max(0, dy) + reach);
  }

  /** A pixel at or before the first that the line can touch at a height. */
  int left(double y) {
    double end = x0 + Math.min(0, dx) - reach;
    return (int) Math.floor(dy == 0 ? end : Math.max(end, crossing(y) - slant()));
  }

  /** A pixel behind the last that the line can touch at a height. */
  int right(double y) {
    double end = x0 + Math.max(0, dx) + reach;
    return (int) Math.ceil(dy == 0 ? end : Math.min(end, crossing(y) + slant()));
  }

  private double crossing(double y) {
    return x0 + (y - y0) / dy * dx;
  }

  /** Half the width of the line along a row. */
  private double slant() {
    return reach * Math.sqrt(dx * dx + dy * dy) / Math.abs(dy);
  }

  /** How deep a point lies inside the edge; not above 0 when it lies outside. */
  double depth(double x, double y) {
    double fromX = x - x0;
    double fromY = y - y0;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : Math.max(0, Math.min(1, (fromX * dx + fromY * dy) / square));
    double offX = fromX - along * dx;
    double offY = fromY - along * dy;
    double distance = offX * offX + offY * offY;
    return distance < reach * reach ? reach - Math.sqrt(distance) : 0;
  }
}

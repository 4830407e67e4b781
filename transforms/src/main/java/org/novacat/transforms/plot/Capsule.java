package org.novacat.transforms.plot;

/** A line with round ends, as all points nearer than {@code reach} to a segment. */
final class Capsule {
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

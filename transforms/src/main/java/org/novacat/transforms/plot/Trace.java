package org.novacat.transforms.plot;

import org.jspecify.annotations.Nullable;

/**
 * Draws samples as a connected line. However many samples fall on a column of pixels, one stroke
 * from the lowest to the highest is drawn there, joined to its neighbours through the first and the
 * last, which looks as all lines would (compare Jugel et al. 2014, M4). A sample that has no place
 * on a scale breaks the line; one alone between two breaks is a dot.
 */
final class Trace {
  /** How far beyond the area lines are followed, pixels, so that cut ends are out of sight. */
  private static final double BEYOND = 4;

  private final Ink ink;
  private final Box area;
  private final double width;

  /** Where the pen is down; null when it is lifted. */
  private @Nullable Point pen;

  private boolean lineDrawn;

  /** Of the samples on one column of pixels; null before the first. */
  private @Nullable Column column;

  /** A place on the sheet, pixels. */
  private record Point(double x, double y) {}

  /** What counts of the samples on one column of pixels. */
  private record Column(
      int number, int count, Point first, Point lowest, Point highest, Point last) {
    Column with(Point point) {
      return new Column(
          number,
          count + 1,
          first,
          point.y > lowest.y ? point : lowest,
          point.y < highest.y ? point : highest,
          point);
    }
  }

  Trace(Ink ink, Box area, double width) {
    this.ink = ink;
    this.area = area;
    this.width = width;
  }

  /** Adds a sample, pixels; NaN breaks the line. Samples come in the order of the axis. */
  void add(double x, double y) {
    if (Double.isNaN(x) || Double.isNaN(y)) {
      lift();
      return;
    }
    Point point = new Point(x, y);
    int number = (int) Math.floor(x);
    if (column != null && column.number == number) {
      column = column.with(point);
    } else {
      flush();
      column = new Column(number, 1, point, point, point, point);
    }
  }

  /** Ends the line; what is added next begins another. */
  void lift() {
    flush();
    if (pen != null && !lineDrawn) {
      line(pen, pen);
    }
    pen = null;
    lineDrawn = false;
  }

  private void flush() {
    Column full = column;
    if (full == null) {
      return;
    }
    if (pen != null) {
      line(pen, full.first);
      lineDrawn = true;
    }
    if (full.count > 1) {
      line(full.lowest, full.highest);
      lineDrawn = true;
    }
    pen = full.last;
    column = null;
  }

  /** Draws the part of a line that lies between the top and the bottom of the area. */
  private void line(Point from, Point to) {
    double top = area.top() - BEYOND;
    double bottom = area.bottom() + BEYOND;
    if (Math.max(from.y, to.y) < top || Math.min(from.y, to.y) > bottom) {
      return;
    }
    double slope = to.y == from.y ? 0 : (to.x - from.x) / (to.y - from.y);
    double cut0 = Math.max(top, Math.min(bottom, from.y));
    double cut1 = Math.max(top, Math.min(bottom, to.y));
    double x0 = from.x + (cut0 - from.y) * slope;
    double x1 = from.x + (cut1 - from.y) * slope;
    ink.line(x0, cut0, x1, cut1, width);
  }
}

package org.novacat.transforms.plot;

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

  private boolean penDown;
  private boolean lineDrawn;
  private double penX;
  private double penY;

  private int column;
  private int count;
  private double firstX;
  private double firstY;
  private double lowestX;
  private double lowestY;
  private double highestX;
  private double highestY;
  private double lastX;
  private double lastY;

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
    int itsColumn = (int) Math.floor(x);
    if (count > 0 && itsColumn != column) {
      flush();
    }
    column = itsColumn;
    gather(x, y);
  }

  private void gather(double x, double y) {
    if (count == 0) {
      firstX = x;
      firstY = y;
    }
    if (count == 0 || y > lowestY) {
      lowestX = x;
      lowestY = y;
    }
    if (count == 0 || y < highestY) {
      highestX = x;
      highestY = y;
    }
    lastX = x;
    lastY = y;
    count++;
  }

  /** Ends the line; what is added next begins another. */
  void lift() {
    flush();
    if (penDown && !lineDrawn) {
      line(penX, penY, penX, penY);
    }
    penDown = false;
    lineDrawn = false;
  }

  private void flush() {
    if (count == 0) {
      return;
    }
    to(firstX, firstY);
    if (count > 1) {
      line(lowestX, lowestY, highestX, highestY);
      lineDrawn = true;
      penX = lastX;
      penY = lastY;
    }
    count = 0;
  }

  private void to(double x, double y) {
    if (penDown) {
      line(penX, penY, x, y);
      lineDrawn = true;
    }
    penDown = true;
    penX = x;
    penY = y;
  }

  /** Draws the part of a line that lies between the top and the bottom of the area. */
  private void line(double x0, double y0, double x1, double y1) {
    double top = area.top() - BEYOND;
    double bottom = area.bottom() + BEYOND;
    if (Math.max(y0, y1) < top || Math.min(y0, y1) > bottom) {
      return;
    }
    double slope = y1 == y0 ? 0 : (x1 - x0) / (y1 - y0);
    double cut0 = Math.max(top, Math.min(bottom, y0));
    double cut1 = Math.max(top, Math.min(bottom, y1));
    ink.line(x0 + (cut0 - y0) * slope, cut0, x0 + (cut1 - y0) * slope, cut1, width);
  }
}

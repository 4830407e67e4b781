package org.novacat.transforms.plot;

import java.util.List;

/**
 * The sheet of a plot: paper, grid, marks, labels and title around an area for data. Made in one
 * go; then traces are drawn into {@link #area()}.
 */
final class Chart {
  private static final int LEFT = 76;
  private static final int RIGHT = 20;
  private static final int TOP = 40;
  private static final int BOTTOM = 54;

  /** Between two charts of a sheet. */
  private static final int GAP = 4;

  private static final int TICK = 5;
  private static final int MINOR_TICK = 3;
  private static final int PIXELS_PER_X_LABEL = 72;
  private static final int PIXELS_PER_Y_LABEL = 38;

  private static final double TITLE_STROKE = 1.7;
  private static final double TEXT_STROKE = 1.2;
  private static final double LEGEND_MARK = 7;
  private static final Lettering TITLE = Lettering.ofHeight(10.5);
  private static final Lettering LABEL = Lettering.ofHeight(9);
  private static final Lettering NUMBER = Lettering.ofHeight(8.4);

  private final Raster raster;
  private final Ink ink;
  private final Box area;

  Chart(int width, int height) {
    this(new Raster(width, height, Colors.PAPER), areaOf(width, height));
  }

  /** A sheet whose first chart lies between two heights, with room for a legend beside it. */
  Chart(int width, int height, int legend, int top, int bottom) {
    this(
        new Raster(width, height, Colors.PAPER),
        new Box(LEFT, top + TOP, width - legend, bottom - BOTTOM));
  }

  private Chart(Raster raster, Box area) {
    this(raster, new Ink(raster.bounds()), area);
  }

  private Chart(Raster raster, Ink ink, Box area) {
    this.raster = raster;
    this.ink = ink;
    this.area = area;
  }

  /** Another chart on the same sheet, between two heights, without a title. */
  Chart below(int top, int bottom) {
    return new Chart(raster, ink, new Box(area.left(), top + GAP, area.right(), bottom - BOTTOM));
  }

  /** Where the data of a chart of this size go. */
  static Box areaOf(int width, int height) {
    return new Box(LEFT, TOP, width - RIGHT, height - BOTTOM);
  }

  Box area() {
    return area;
  }

  Raster raster() {
    return raster;
  }

  /** Where traces are drawn before {@link #paint}. */
  Ink ink() {
    return ink;
  }

  /** Lays what was drawn since the last call on the paper, inside the area of data only. */
  void paint(int color) {
    ink.paint(raster, color, area);
  }

  /** Draws the title to the left and a remark to the right above the area. */
  void title(String title, String remark) {
    int baseline = area.top() - 14;
    double remarkWidth = NUMBER.width(remark);
    NUMBER.draw(ink, remark, area.right() - remarkWidth, baseline, TEXT_STROKE);
    ink.paint(raster, Colors.QUIET_TEXT, raster.bounds());
    String fitted = TITLE.fit(title, area.width() - remarkWidth - 24);
    TITLE.draw(ink, fitted, area.left(), baseline, TITLE_STROKE);
    ink.paint(raster, Colors.TEXT, raster.bounds());
  }

  /** Draws a mark and a name to the right of the area, so many pixels below its upper edge. */
  void legend(int below, String name, int color) {
    double x = area.right() + 14;
    double y = area.top() + below + 6;
    ink.line(x, y, x, y, LEGEND_MARK);
    ink.paint(raster, color, raster.bounds());
    String fitted = NUMBER.fit(name, raster.bounds().right() - x - 14);
    NUMBER.draw(ink, fitted, x + 10, y + 4.4, TEXT_STROKE);
    ink.paint(raster, Colors.TEXT, raster.bounds());
  }

  /** Draws grid, marks, numbers and labels of both axes. */
  void axes(AxisScale x, String xLabel, AxisScale y, String yLabel) {
    List<Tick> xTicks = x.ticks(area.width() / PIXELS_PER_X_LABEL);
    List<Tick> yTicks = y.ticks(area.height() / PIXELS_PER_Y_LABEL);
    xTicks.stream().filter(Tick::major).forEach(tick -> column(x, tick, area.top(), Colors.GRID));
    yTicks.stream().filter(Tick::major).forEach(tick -> row(y, tick, area.right(), Colors.GRID));
    frame();
    xTicks.forEach(tick -> xTick(x, tick));
    yTicks.forEach(tick -> yTick(y, tick));
    labels(xLabel, yLabel);
  }

  private void frame() {
    raster.fill(new Box(area.left() - 1, area.top(), area.left(), area.bottom() + 1), Colors.FRAME);
    raster.fill(
        new Box(area.left() - 1, area.bottom(), area.right(), area.bottom() + 1), Colors.FRAME);
  }

  private void column(AxisScale x, Tick tick, int top, int color) {
    int at = (int) Math.floor(x.pixel(tick.value()));
    raster.fill(new Box(at, top, at + 1, area.bottom()), color);
  }

  private void row(AxisScale y, Tick tick, int right, int color) {
    int at = (int) Math.floor(y.pixel(tick.value()));
    raster.fill(new Box(area.left(), at, right, at + 1), color);
  }

  private void xTick(AxisScale x, Tick tick) {
    int at = (int) Math.floor(x.pixel(tick.value()));
    int length = tick.major() ? TICK : MINOR_TICK;
    raster.fill(new Box(at, area.bottom() + 1, at + 1, area.bottom() + 1 + length), Colors.FRAME);
    double left = at + 0.5 - NUMBER.width(tick.label()) / 2;
    NUMBER.draw(ink, tick.label(), left, area.bottom() + 19, TEXT_STROKE);
  }

  private void yTick(AxisScale y, Tick tick) {
    int at = (int) Math.floor(y.pixel(tick.value()));
    int length = tick.major() ? TICK : MINOR_TICK;
    raster.fill(new Box(area.left() - 1 - length, at, area.left() - 1, at + 1), Colors.FRAME);
    double left = area.left() - TICK - 5 - NUMBER.width(tick.label());
    NUMBER.draw(ink, tick.label(), left, at + 4.7, TEXT_STROKE);
  }

  private void labels(String xLabel, String yLabel) {
    String below = LABEL.fit(xLabel, area.width());
    double middle = (area.left() + area.right() - LABEL.width(below)) / 2;
    LABEL.draw(ink, below, middle, area.bottom() + 42, TEXT_STROKE);
    String beside = LABEL.fit(yLabel, area.height());
    double foot = (area.top() + area.bottom() + LABEL.width(beside)) / 2;
    LABEL.drawUpwards(ink, beside, 18, foot, TEXT_STROKE);
    ink.paint(raster, Colors.TEXT, raster.bounds());
  }
}

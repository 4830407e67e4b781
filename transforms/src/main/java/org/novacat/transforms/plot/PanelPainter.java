package org.novacat.transforms.plot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Draws one panel of a light curve: axes, points, and the names of the bands beside them. */
final class PanelPainter {
  private static final double MARGIN = 0.05;
  private static final double LOG_RATIO = 50;
  private static final double LOG_MARGIN = 1.4;

  /** A thousandth at either end of many points may be left to outliers. */
  private static final int MANY = 5000;

  private static final double FEW = 400;
  private static final int LINE_HEIGHT = 17;

  private final Chart chart;
  private final AxisScale time;
  private final BandColors colors;

  PanelPainter(Chart chart, AxisScale time, BandColors colors) {
    this.chart = chart;
    this.time = time;
    this.colors = colors;
  }

  void paint(LightCurves.Panel panel) {
    AxisScale y = scale(panel, chart.area());
    chart.axes(time, "MJD", y, label(panel, y.power()));
    double size = panel.size() <= FEW ? 5 : panel.size() <= 10 * FEW ? 4 : 3;
    for (Map.Entry<LightCurves.Group, Points> curve : byCount(panel)) {
      Marks marks = new Marks(chart.ink(), chart.area(), size);
      draw(curve.getValue(), y, marks);
      chart.paint(colors.of(curve.getKey()));
    }
    legend(panel);
  }

  /** Small curves last, so that none is hidden by a large one. */
  private static List<Map.Entry<LightCurves.Group, Points>> byCount(LightCurves.Panel panel) {
    return panel.curves().entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<LightCurves.Group, Points> curve) -> -curve.getValue().size())
                .thenComparing(curve -> curve.getKey().id()))
        .toList();
  }

  private void draw(Points points, AxisScale y, Marks marks) {
    for (int i = 0; i < points.size(); i++) {
      double atX = time.pixel(points.time(i));
      double atY = y.pixel(points.value(i));
      if (points.limit(i)) {
        marks.limit(atX, atY);
      } else if (points.rough(i)) {
        marks.ring(atX, atY);
      } else {
        marks.dot(atX, atY);
      }
    }
  }

  private void legend(LightCurves.Panel panel) {
    List<LightCurves.Group> groups =
        panel.curves().keySet().stream().sorted(LightCurves.Group.FROM_BLUE).toList();
    int room = chart.area().height() / LINE_HEIGHT;
    int shown = groups.size() <= room ? groups.size() : room - 1;
    for (int i = 0; i < shown; i++) {
      chart.legend(i * LINE_HEIGHT, groups.get(i).label(), colors.of(groups.get(i)));
    }
    if (shown < groups.size()) {
      String more = "and %s more".formatted(groups.size() - shown);
      chart.legend(shown * LINE_HEIGHT, more, Colors.PAPER);
    }
  }

  private static String label(LightCurves.Panel panel, int power) {
    if (panel.magnitudes()) {
      return "Magnitude";
    }
    String scale = power == 0 ? "" : "10" + Decimals.superscript(power) + " ";
    String unit = panel.unit().replace("cm2", "cm²");
    return (unit.equals("ct/s") ? "Counts [" : "Flux [") + scale + unit + "]";
  }

  /** Magnitudes with the bright ones above; fluxes logarithmic where they span much. */
  private static AxisScale scale(LightCurves.Panel panel, Box area) {
    double[] values =
        panel.curves().values().stream()
            .flatMapToDouble(points -> Arrays.stream(points.values()))
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    int cut = values.length > MANY ? values.length / 1000 : 0;
    double low = values.length == 0 ? 0 : values[cut];
    double high = values.length == 0 ? 1 : values[values.length - 1 - cut];
    if (!panel.magnitudes() && low > 0 && high > LOG_RATIO * low) {
      return new LogScale(low / LOG_MARGIN, high * LOG_MARGIN, area.bottom(), area.top());
    }
    double span = high > low ? high - low : high == 0 ? 1 : Math.abs(high) * 0.1;
    double from = low - MARGIN * span;
    double to = high + MARGIN * span;
    return panel.magnitudes()
        ? new LinearScale(from, to, area.top(), area.bottom(), 0)
        : LinearScale.compact(from, to, area.bottom(), area.top());
  }

  /**
   * Marks of points: discs, rings, and triangles that point down. A mark on the pixel of another of
   * its kind is left out, so that a million points cost what the pixels cost.
   */
  private static final class Marks {
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
}

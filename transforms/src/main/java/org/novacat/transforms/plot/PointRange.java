package org.novacat.transforms.plot;

import java.util.Arrays;

/** The scale of values that a panel of points has. */
final class PointRange {
  private static final double MARGIN = 0.05;
  private static final double LOG_RATIO = 50;
  private static final double LOG_MARGIN = 1.4;

  /** A thousandth at either end of many points may be left to outliers. */
  private static final int MANY = 5000;

  private PointRange() {}

  /** Magnitudes with the bright ones above; fluxes logarithmic where they span much. */
  static AxisScale scale(LightCurves.Panel panel, Box area) {
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
}

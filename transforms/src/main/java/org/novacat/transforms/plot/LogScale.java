package org.novacat.transforms.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Equal steps for equal ratios; values not above 0 have no place. */
final class LogScale implements AxisScale {
  private final double low;
  private final double high;
  private final double from;
  private final double lowLog;
  private final double pixelsPerDecade;

  /**
   * From the pixel {@code from} of {@code low}, above 0, to the pixel {@code to} of {@code high}.
   */
  LogScale(double low, double high, double from, double to) {
    this.low = low;
    this.high = high;
    this.from = from;
    lowLog = StrictMath.log10(low);
    pixelsPerDecade = (to - from) / (StrictMath.log10(high) - lowLog);
  }

  @Override
  public double pixel(double value) {
    // StrictMath, for Math.log10 may differ from machine to machine.
    return value > 0 ? from + (StrictMath.log10(value) - lowLog) * pixelsPerDecade : Double.NaN;
  }

  @Override
  public int power() {
    return 0;
  }

  @Override
  public List<Tick> ticks(int most) {
    int first = Decimals.magnitude(low);
    int last = Decimals.magnitude(high);
    int every = Math.max(1, (int) Math.ceil((double) (last - first) / most));
    boolean between = 3 * (last - first) <= most;
    List<Tick> ticks = new ArrayList<>();
    for (int decade = first; decade <= last; decade++) {
      for (int digit = 1; digit <= 9; digit++) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(decade);
        boolean labelled = digit == 1 ? decade % every == 0 : between && (digit == 2 || digit == 5);
        if (value.doubleValue() >= low && value.doubleValue() <= high) {
          ticks.add(new Tick(value.doubleValue(), labelled ? label(value, digit, decade) : ""));
        }
      }
    }
    return ticks;
  }

  private static String label(BigDecimal value, int digit, int decade) {
    if (Decimals.isPlain(decade)) {
      return Decimals.text(value);
    }
    String power = "10" + Decimals.superscript(decade);
    return digit == 1 ? power : digit + "×" + power;
  }
}

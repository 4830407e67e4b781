package org.novacat.transforms.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Equal steps for equal differences.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}, above {@code low}
 * @param from pixel of the low end
 * @param to pixel of the high end; below {@code from} for an axis that runs upwards
 * @param power the power of ten that labels leave out
 */
record LinearScale(double low, double high, double from, double to, int power)
    implements AxisScale {
  /** A scale whose labels leave out a power of ten where they would be long. */
  static LinearScale compact(double low, double high, double from, double to) {
    int magnitude = Decimals.magnitude(Math.max(Math.abs(low), Math.abs(high)));
    return new LinearScale(low, high, from, to, Decimals.isPlain(magnitude) ? 0 : magnitude);
  }

  @Override
  public double pixel(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  @Override
  public List<Tick> ticks(int most) {
    BigDecimal step = Decimals.niceStep((high - low) / most);
    BigDecimal tick = Decimals.firstMultiple(step, low);
    List<Tick> ticks = new ArrayList<>();
    for (; tick.doubleValue() <= high; tick = tick.add(step)) {
      ticks.add(new Tick(tick.doubleValue(), label(tick, step)));
    }
    return ticks;
  }

  /** All labels of an axis have the places of its step. */
  private String label(BigDecimal tick, BigDecimal step) {
    int places = Math.max(0, step.scale() + power);
    return Decimals.text(tick.scaleByPowerOfTen(-power).setScale(places));
  }
}

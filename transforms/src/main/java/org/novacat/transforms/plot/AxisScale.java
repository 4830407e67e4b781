package org.novacat.transforms.plot;

import java.util.List;

/** From values to pixels along one axis, and the marks on it. */
interface AxisScale {
  /** Where a value lies, pixels; NaN when it has no place. */
  double pixel(double value);

  /** Marks inside the range, in rising order, about {@code most} of them with labels. */
  List<Tick> ticks(int most);

  /** The power of ten that labels leave out; 0 when they leave out none. */
  int power();
}

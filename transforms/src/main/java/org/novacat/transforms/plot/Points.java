package org.novacat.transforms.plot;

import java.util.Arrays;
import org.novacat.layouts.photometry.Brightness;

/** The points of a light curve, in arrays: a nova can have millions. */
final class Points {
  private static final byte LIMIT = 1;
  private static final byte ROUGH = 2;

  private double[] times = new double[64];
  private double[] values = new double[64];
  private byte[] marks = new byte[64];
  private int size;

  void add(double mjd, Brightness brightness, boolean rough) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      marks = Arrays.copyOf(marks, 2 * size);
    }
    times[size] = mjd;
    values[size] = brightness.number();
    marks[size++] = (byte) ((brightness.isLimit() ? LIMIT : 0) | (rough ? ROUGH : 0));
  }

  int size() {
    return size;
  }

  double time(int i) {
    return times[i];
  }

  double value(int i) {
    return values[i];
  }

  boolean limit(int i) {
    return (marks[i] & LIMIT) != 0;
  }

  boolean rough(int i) {
    return (marks[i] & ROUGH) != 0;
  }

  /** The values, a copy. */
  double[] values() {
    return Arrays.copyOf(values, size);
  }
}

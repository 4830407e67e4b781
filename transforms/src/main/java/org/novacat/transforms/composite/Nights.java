package org.novacat.transforms.composite;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Which times make a night. A night needs no place and no calendar: from the earliest on, each
 * takes what follows within {@value #LONGEST} d of its first, so no two of a night are farther
 * apart.
 */
public final class Nights {
  /** Longest time between two spectra of one night, days. */
  public static final double LONGEST = 0.5;

  private Nights() {}

  /**
   * The nights, and what lies in each, by time; things of one time keep their order.
   *
   * @param mjd of a thing, finite
   */
  public static <T> List<List<T>> split(List<T> things, ToDoubleFunction<T> mjd) {
    List<List<T>> nights = new ArrayList<>();
    double first = Double.NEGATIVE_INFINITY;
    for (T thing : things.stream().sorted(comparingDouble(mjd)).toList()) {
      double time = mjd.applyAsDouble(thing);
      if (time - first > LONGEST) {
        nights.add(new ArrayList<>());
        first = time;
      }
      nights.get(nights.size() - 1).add(thing);
    }
    return nights.stream().map(List::copyOf).toList();
  }
}

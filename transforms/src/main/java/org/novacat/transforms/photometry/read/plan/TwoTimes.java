package org.novacat.transforms.photometry.read.plan;

import java.util.List;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.text.Numbers;

/**
 * Whether two columns of times tell the same moments: as their zero points may differ, by how far
 * one is from the other in each row.
 */
final class TwoTimes {
  /** Days; twice what a moment at the Sun differs from one at the Earth, and an exposure. */
  private static final double CLOCK = 0.05;

  /** Days; a date alone may be that of the evening. */
  private static final double DATE = 1.05;

  /** Smaller numbers count from a moment of their own, in a unit of their own. */
  private static final double FIRST_DAY = 10_000;

  private TwoTimes() {}

  /** Whether the distance of two columns changes from row to row more than times can. */
  static boolean differ(List<String> one, List<String> other) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    boolean dates = false;
    for (int i = 0; i < one.size(); i++) {
      double apart = day(one.get(i)) - day(other.get(i));
      if (!Double.isNaN(apart)) {
        least = Math.min(least, apart);
        most = Math.max(most, apart);
        dates |= CalendarDates.isDay(one.get(i)) || CalendarDates.isDay(other.get(i));
      }
    }
    return most - least > (dates ? DATE : CLOCK);
  }

  /** NaN when a cell is no date, and no count of days. */
  private static double day(String cell) {
    double number = Numbers.parse(cell);
    return Double.isNaN(number)
        ? CalendarDates.mjd(cell)
        : number > FIRST_DAY ? number : Double.NaN;
  }
}

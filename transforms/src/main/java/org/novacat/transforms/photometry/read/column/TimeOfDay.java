package org.novacat.transforms.photometry.read.column;

import org.novacat.transforms.text.Numbers;

/** How a column beside dates writes the time of day. A sidecar names them in small letters. */
public enum TimeOfDay {
  /** {@code 10:10:00}, {@code 10:10 PM}, {@code 10h10m}. */
  CLOCK(Double.NaN),
  /** {@code 101000}, {@code 1010}. */
  HHMMSS(Double.NaN),
  HOURS(1.0 / 24),
  MINUTES(1.0 / 1440),
  SECONDS(1.0 / 86_400),
  /** Of a day. */
  FRACTION(1),
  /** The zone of the time of day in another column, {@code JST} or {@code +09:00}. */
  ZONE(Double.NaN);

  private final double unit;

  TimeOfDay(double unit) {
    this.unit = unit;
  }

  /** Days since the day began; NaN when the cell is no time of day so written. */
  public double days(String cell, char point) {
    return switch (this) {
      case CLOCK -> CalendarDates.clock(cell);
      case HHMMSS -> hhmmss(cell);
      case HOURS, MINUTES, SECONDS, FRACTION -> within(Numbers.parse(cell, point) * unit);
      case ZONE -> Double.NaN;
    };
  }

  /** A second part of a Julian Date may be below 0, and the last second of a leap day beyond 1. */
  private static double within(double days) {
    return days >= -1 && days <= 1 + 1.0 / 86_400 ? days : Double.NaN;
  }

  /** Leading noughts are lost where the cell was a number: 930 is 00:09:30 or 09:30. */
  private static double hhmmss(String cell) {
    int point = cell.indexOf('.');
    int figures = point < 0 ? cell.length() : point;
    if (!cell.matches("\\d{4}|\\d{6}(?:\\.\\d*)?")) {
      return Double.NaN;
    }
    String seconds = figures == 6 ? cell.substring(4) : "0";
    return CalendarDates.clock(cell.substring(0, 2), cell.substring(2, 4), seconds);
  }
}

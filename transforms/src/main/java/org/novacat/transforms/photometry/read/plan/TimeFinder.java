package org.novacat.transforms.photometry.read.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.TimeOfDay;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/**
 * Finds the columns that together are the time of a row: a date or a number of days, and beside it
 * a time of day, a fraction, or the second part of a Julian Date.
 */
final class TimeFinder {
  private static final Pattern SECOND_PART = Pattern.compile("(.*[A-Za-z_.])([12])");

  private final Roles roles;
  private final Sample sample;
  private final @Nullable TimeOfDay asserted;

  /**
   * @param asserted how a sidecar says that times of day are written; null when it does not
   */
  TimeFinder(Roles roles, Sample sample, @Nullable TimeOfDay asserted) {
    this.roles = roles;
    this.sample = sample;
    this.asserted = asserted;
  }

  void find() {
    roles.all(Role.EPOCH_CLOCK).forEach(this::asserted);
    finer();
    dates();
    yearMonthDay();
    secondPart();
    if (!roles.has(Role.EPOCH_CLOCK) && leavesTimeOfDayOpen()) {
      clocks();
    }
  }

  private void asserted(int column) {
    TimeOfDay found = asserted == null ? notation(column) : asserted;
    roles.clock(column, found == null ? TimeOfDay.CLOCK : found, reason(column));
  }

  /** Dates go before a time of day, or a number that nothing names, that passed for the epoch. */
  private void dates() {
    int epoch = roles.index(Role.EPOCH);
    if (epoch >= 0 && (sample.isAll(epoch, CalendarDates::isDate) || isCount(epoch))) {
      return;
    }
    List<Integer> dates = free(i -> sample.isAll(i, CalendarDates::isDate));
    if (dates.size() > 1) {
      dates = dates.stream().filter(i -> isNamedDate(roles.column(i))).toList();
    }
    if (dates.size() == 1 && (epoch < 0 || !"the sidecar says so".equals(reason(epoch)))) {
      release(epoch);
      roles.give(dates.get(0), Role.EPOCH, "all its cells are dates");
    }
  }

  /**
   * Times of whole days give way to a column of times beside them that has more, as in {@code
   * MJD,date-obs} of 59291 and 2021-03-18T20:10:00.
   */
  private void finer() {
    int epoch = roles.index(Role.EPOCH);
    if (epoch < 0 || "the sidecar says so".equals(reason(epoch)) || !isWholeDays(epoch)) {
      return;
    }
    List<Integer> finer = free(this::isFinerTime);
    if (!finer.isEmpty()) {
      roles.release(epoch);
      roles.give(finer.get(0), Role.EPOCH, "times with more than the whole days beside them");
    }
  }

  private boolean isWholeDays(int epoch) {
    return sample.isAll(epoch, CalendarDates::isDay) || isMidnight(epoch) || isNoon(epoch);
  }

  private boolean isFinerTime(int index) {
    UploadColumn column = roles.column(index);
    if (TimePart.of(column) == TimePart.NEVER) {
      return false;
    }
    if (sample.isAll(index, CalendarDates::isDate)) {
      return isNamedTime(column) && !sample.isAny(index, CalendarDates::isDay);
    }
    TimeFrame named = TimeFrames.named(column.name());
    return named != null
        && !named.lacksZero()
        && sample.isAll(index, cell -> Numbers.parse(cell) > 0)
        && sample.isAny(index, cell -> !isWholeNumber(cell, 0) && !isWholeNumber(cell, 0.5));
  }

  private static boolean isNamedTime(UploadColumn column) {
    return Synonyms.roleOf(column.plain()) == Role.EPOCH || isNamedDate(column);
  }

  private String reason(int column) {
    return roles.uses().get(column).reason();
  }

  private void release(int column) {
    if (column >= 0) {
      roles.release(column);
    }
  }

  private static boolean isNamedDate(UploadColumn column) {
    return TimePart.of(column) != TimePart.NEVER && column.plain().contains("dat");
  }

  /** Whether a column is called after a count of days that needs no other. */
  private boolean isCount(int column) {
    TimeFrame named = TimeFrames.named(roles.column(column).label());
    return named != null && !named.lacksZero();
  }

  /** The columns of a date in parts. */
  private void yearMonthDay() {
    int epoch = roles.index(Role.EPOCH);
    if (roles.has(Role.EPOCH_YEAR) || (epoch >= 0 && isWhole(epoch))) {
      return;
    }
    int year = part(TimePart.YEAR, cell -> within(cell, 1600, 2200, true));
    int month = part(TimePart.MONTH, TimeFinder::isMonth);
    int day = part(TimePart.DAY, cell -> within(cell, 1, 32, false));
    int dayOfYear = part(TimePart.DAY_OF_YEAR, cell -> within(cell, 1, 367, false));
    boolean dated = month >= 0 && day >= 0;
    if (year >= 0 && (dated || dayOfYear >= 0)) {
      release(epoch);
      inParts(year, dated ? month : -1, dated ? day : dayOfYear);
    }
  }

  /**
   * @param month -1 when days count from the beginning of the year
   */
  private void inParts(int year, int month, int day) {
    roles.give(year, Role.EPOCH_YEAR, "the year beside a column of days");
    roles.give(day, Role.EPOCH_DAY, "the day beside a column of years");
    if (month >= 0) {
      roles.give(month, Role.EPOCH_MONTH, "the month between a year and a day");
    }
  }

  private boolean isWhole(int epoch) {
    return isCount(epoch) || sample.isAll(epoch, CalendarDates::isDate);
  }

  private int part(TimePart part, Predicate<String> kind) {
    return IntStream.range(0, roles.size())
        .filter(i -> roles.isFree(i) || i == roles.index(Role.EPOCH))
        .filter(i -> TimePart.of(roles.column(i)) == part && sample.isAll(i, kind))
        .findFirst()
        .orElse(-1);
  }

  private static boolean isMonth(String cell) {
    return within(cell, 1, 13, true) || CalendarDates.isDate("1 " + cell + " 2000");
  }

  private static boolean within(String cell, double least, double most, boolean whole) {
    double number = Numbers.parse(cell);
    return number >= least && number < most && (!whole || number == Math.rint(number));
  }

  /** {@code jd1} and {@code jd2}, which are to be added. */
  private void secondPart() {
    int epoch = roles.index(Role.EPOCH);
    String name = epoch < 0 ? "" : roles.column(epoch).name();
    Matcher first = SECOND_PART.matcher(name);
    if (!first.matches() || TimeFrames.named(name) == null) {
      return;
    }
    boolean swapped = first.group(2).equals("2");
    for (int other : free(i -> true)) {
      Matcher second = SECOND_PART.matcher(roles.column(other).name());
      if (second.matches() && second.group(1).equals(first.group(1))) {
        roles.give(swapped ? other : epoch, Role.EPOCH, "the first part of a Julian Date");
        roles.clock(
            swapped ? epoch : other, TimeOfDay.FRACTION, "the second part of a Julian Date");
      }
    }
  }

  /** Whether the dates or numbers are whole days, so that something beside them may have more. */
  private boolean leavesTimeOfDayOpen() {
    if (roles.has(Role.EPOCH_YEAR)) {
      return sample.isAll(roles.index(Role.EPOCH_DAY), cell -> isWholeNumber(cell, 0));
    }
    int epoch = roles.index(Role.EPOCH);
    return epoch >= 0
        && (sample.isAll(epoch, CalendarDates::isDay)
            || ((isMidnight(epoch) || isNoon(epoch)) && !isBesideDates()));
  }

  /** Times of day belong to dates where there are some. */
  private boolean isBesideDates() {
    return !free(i -> sample.isAll(i, CalendarDates::isDate)).isEmpty();
  }

  /** Days that are cut at midnight. */
  private boolean isMidnight(int epoch) {
    TimeFrame frame = TimeFrames.named(roles.column(epoch).label());
    double zero = frame == null ? Double.NaN : frame.zero();
    return sample.isAll(epoch, cell -> isWholeNumber(cell, Math.abs(zero % 1)));
  }

  /** Julian Dates without their fraction, which begin at noon. */
  private boolean isNoon(int epoch) {
    TimeFrame frame = TimeFrames.named(roles.column(epoch).label());
    return frame != null
        && Math.abs(frame.zero() % 1) == 0.5
        && sample.isAll(epoch, cell -> isWholeNumber(cell, 0));
  }

  private static boolean isWholeNumber(String cell, double beyond) {
    double number = Numbers.parse(cell);
    return number > 0 && number - beyond == Math.rint(number - beyond);
  }

  private void clocks() {
    int epoch = roles.index(Role.EPOCH);
    boolean noon = epoch >= 0 && isNoon(epoch) && !sample.isAll(epoch, CalendarDates::isDay);
    List<Integer> chosen = chosen(noon);
    for (int column : chosen) {
      TimeOfDay notation = notation(column);
      if (notation != null) {
        roles.clock(column, notation, "times of day beside a column of dates");
      }
    }
    if (!chosen.isEmpty()) {
      free(i -> TimePart.of(roles.column(i)) == TimePart.ZONE).stream()
          .filter(i -> sample.isAll(i, cell -> TimeZones.of(cell) != null))
          .forEach(i -> roles.clock(i, TimeOfDay.ZONE, "the zone of the times of day"));
    }
  }

  /** A set of hours, minutes and seconds, else the one column that is a time of day. */
  private List<Integer> chosen(boolean noon) {
    List<Integer> readable =
        open().stream()
            .filter(i -> notation(i) != null)
            .filter(i -> !noon || isFraction(i))
            .toList();
    List<Integer> hours = readable.stream().filter(i -> isIn(i, TimeOfDay.HOURS)).toList();
    if (hours.size() == 1) {
      List<Integer> set = new ArrayList<>(hours);
      minutes().stream().limit(1).forEach(set::add);
      readable.stream().filter(i -> isIn(i, TimeOfDay.SECONDS)).limit(1).forEach(set::add);
      return set;
    }
    return alone(readable);
  }

  private List<Integer> alone(List<Integer> readable) {
    List<Integer> alone =
        readable.stream()
            .filter(i -> !isPartOfHour(i) || sample.isAny(i, cell -> !isBelow(cell, 60)))
            .toList();
    List<Integer> universal = alone.stream().filter(i -> isUt(roles.column(i))).toList();
    List<Integer> best = universal.isEmpty() ? alone : universal;
    return best.size() == 1 ? best : List.of();
  }

  private boolean isFraction(int column) {
    return isIn(column, TimeOfDay.FRACTION);
  }

  private boolean isIn(int column, TimeOfDay notation) {
    return notation(column) == notation;
  }

  private boolean isPartOfHour(int column) {
    return isIn(column, TimeOfDay.MINUTES) || isIn(column, TimeOfDay.SECONDS);
  }

  private static boolean isUt(UploadColumn column) {
    TimeZones.Zone zone = TimeZones.inHeader(column.label());
    return zone != null && zone.isUt();
  }

  private List<Integer> minutes() {
    return free(i -> TimePart.isMinutes(roles.column(i))).stream()
        .filter(i -> sample.isAll(i, cell -> isBelow(cell, 60)))
        .toList();
  }

  private static boolean isBelow(String cell, double most) {
    double number = Numbers.parse(cell);
    return number >= 0 && number < most;
  }

  /** Free columns that speak of a time of day, by their name or by their cells. */
  private List<Integer> open() {
    return free(
        i -> {
          TimePart part = TimePart.of(roles.column(i));
          return part.isOfDay()
              || TimePart.isMinutes(roles.column(i))
              || (part == TimePart.NONE && sample.isAll(i, CalendarDates::isClock));
        });
  }

  /**
   * Free columns beside whole days that may be a time of day by themselves, which nobody can read.
   */
  List<Integer> unread() {
    if (roles.has(Role.EPOCH_CLOCK) || !leavesTimeOfDayOpen()) {
      return List.of();
    }
    return open().stream()
        .filter(
            i ->
                switch (TimePart.of(roles.column(i))) {
                  case CLOCK, FRACTION, HOURS, MINUTES, SECONDS, NONE -> true;
                  case YEAR, MONTH, DAY, DAY_OF_YEAR, ZONE, NEVER -> false;
                })
        .toList();
  }

  /** How a column writes times of day; null when that is open. */
  private @Nullable TimeOfDay notation(int column) {
    if (sample.isMost(column, CalendarDates::isClock)) {
      return TimeOfDay.CLOCK;
    }
    TimePart part = TimePart.of(roles.column(column));
    if (!sample.isNumeric(column)) {
      return null;
    }
    return switch (part) {
      case HOURS -> TimeOfDay.HOURS;
      case MINUTES -> TimeOfDay.MINUTES;
      case SECONDS -> TimeOfDay.SECONDS;
      case FRACTION -> TimeOfDay.FRACTION;
      case CLOCK -> byNumbers(column);
      case MONTH -> TimePart.isMinutes(roles.column(column)) ? TimeOfDay.MINUTES : null;
      case YEAR, DAY, DAY_OF_YEAR, ZONE, NEVER, NONE -> null;
    };
  }

  /**
   * Numbers below a header that says a time of day and not how: four or six figures are hours,
   * minutes and seconds; below 24 they are hours, unless all could be fractions of a day, or hours
   * and minutes with a point between them.
   */
  private @Nullable TimeOfDay byNumbers(int column) {
    if (sample.isAll(column, cell -> cell.matches("\\d{4}|\\d{6}(?:\\.\\d*)?"))) {
      return TimeOfDay.HHMMSS;
    }
    boolean hours =
        sample.isAll(column, cell -> isBelow(cell, 24))
            && sample.isAny(column, cell -> !isBelow(cell, 1));
    boolean points = sample.isAll(column, cell -> cell.matches("\\d{1,2}\\.[0-5]\\d"));
    return hours && !points ? TimeOfDay.HOURS : null;
  }

  private List<Integer> free(IntPredicate which) {
    return IntStream.range(0, roles.size()).filter(roles::isFree).filter(which).boxed().toList();
  }
}

package org.novacat.transforms.photometry.read.plan;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.DateNotation;
import org.novacat.transforms.photometry.read.column.ElapsedTime;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.Roles;
import org.novacat.transforms.photometry.read.column.Synonyms;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.TimeZones;
import org.novacat.transforms.photometry.read.column.UploadColumn;
import org.novacat.transforms.photometry.read.table.Sample;
import org.novacat.transforms.text.Numbers;

/** Compares columns of times that are not read with the one that is. */
final class TimesBeside {
  /**
   * Days: light needs 0.006 to cross the orbit of the earth, scales are 0.001 apart, and an
   * exposure may have its middle beside its start.
   */
  private static final double MOST = 0.02;

  /** Dates are those of a night, which begins in the evening before. */
  private static final double MOST_OF_DATES = 1.6;

  /** Of times that are said to be those of one band, a second. */
  private static final double MOST_OF_BANDS = 1.2e-5;

  /** Days, hours, minutes, seconds. */
  private static final double[] UNITS = {1, 1.0 / 24, 1.0 / 1440, 1.0 / 86_400};

  private static final double JD_FROM = 2_300_000;
  private static final double MJD_FROM = 10_000;
  private static final double MJD_TO = 100_000;

  private final Roles roles;
  private final Sample sample;
  private final TimeFrame frame;
  private final int epoch;

  /** What the epoch says in each row, MJD; NaN where it cannot be read here. */
  private final double[] moments;

  /**
   * @param frame how the epoch counts
   */
  TimesBeside(Roles roles, Sample sample, TimeFrame frame) {
    this.roles = roles;
    this.sample = sample;
    this.frame = frame;
    this.epoch = roles.index(Role.EPOCH);
    this.moments = epoch < 0 ? new double[0] : read(epoch, cell -> moment(cell, frame));
  }

  /** Whether there is a column of epochs that others can be compared with. */
  boolean isAny() {
    return Arrays.stream(moments).anyMatch(moment -> !Double.isNaN(moment));
  }

  /**
   * What speaks against leaving a column alone that is called as times are; "" when it says what
   * the epoch says, or what nobody can compare with it.
   */
  String doubt(int column) {
    TimeZones.Zone zone = TimeZones.inHeader(roles.column(column).label());
    if (zone != null && zone.east() == null) {
      return "";
    }
    double apart = apart(column, zone == null || zone.east() == null ? 0 : zone.east());
    String name = roles.column(epoch).name();
    if (Double.isNaN(apart)) {
      return sample.isNumeric(column)
          ? "its numbers are no times such as those of '%s'".formatted(name)
          : "";
    }
    return apart <= most(column)
        ? ""
        : String.format(Locale.ROOT, "its times are up to %.5f d from those of '%s'", apart, name);
  }

  private double most(int column) {
    if (isOfABand(roles.column(column).name(), roles)) {
      return MOST_OF_BANDS;
    }
    boolean days = isDays(column) || isDays(epoch) || roles.has(Role.EPOCH_CLOCK);
    return days ? MOST_OF_DATES : MOST;
  }

  private boolean isDays(int column) {
    return sample.isAll(column, CalendarDates::isDay);
  }

  /** {@code MJD_B}, {@code JDB}, {@code B_time} beside a column of magnitudes in B. */
  static boolean isOfABand(String name, Roles roles) {
    return roles.all(Role.BAND_VALUE).stream()
        .map(value -> Pattern.quote(RoleFinder.bare(roles.bandOf(value))))
        .flatMap(
            band ->
                Stream.of(
                    "[^A-Za-z]+" + band + "$",
                    "(?<=[Jj][Dd])" + band + "$",
                    "^" + band + "[^A-Za-z]+"))
        .map(band -> name.replaceFirst(band, ""))
        .anyMatch(rest -> !rest.equals(name) && isTime(rest));
  }

  private static boolean isTime(String name) {
    return Synonyms.roleOf(UploadColumn.plain(name)) == Role.EPOCH
        || TimeFrames.named(name) != null;
  }

  /** The most days that lie between the two in a row; NaN when none can be compared. */
  private double apart(int column, double east) {
    if (sample.isAll(column, CalendarDates::isClock)) {
      return most(column, cell -> CalendarDates.clock(cell) - east, TimesBeside::ofDay);
    }
    if (sample.isAll(column, CalendarDates::isDate)) {
      return most(column, cell -> CalendarDates.mjd(cell, frame.dates()) - east, Math::abs);
    }
    return apartOfNumbers(column, east);
  }

  private double apartOfNumbers(int column, double east) {
    TimeFrame named = TimeFrames.named(roles.column(column).label());
    double counted = most(column, cell -> moment(cell, named), Math::abs);
    boolean count =
        (named != null && !named.lacksZero())
            || isOfABand(roles.column(column).name(), roles)
            || sample.isAll(column, cell -> Numbers.parse(cell) > JD_FROM);
    if (count) {
      return counted;
    }
    // Each nova of a table may have a moment of its own.
    boolean elapsed = !Double.isNaN(ElapsedTime.unit(roles.column(column).unit()));
    return elapsed && Double.isNaN(counted) ? 0 : least(counted, unnamed(column, east));
  }

  /** Of numbers of which nothing says how they count: hours of the day, or time since a moment. */
  private double unnamed(int column, double east) {
    double least =
        sample.isAll(column, cell -> Numbers.parse(cell) < 24)
            ? most(column, cell -> Numbers.parse(cell) / 24 - east, TimesBeside::ofDay)
            : Double.NaN;
    for (double unit : UNITS) {
      double[] since = read(column, cell -> Numbers.parse(cell) * unit);
      for (int i = 0; i < since.length; i++) {
        since[i] -= moments[i];
      }
      DoubleSummaryStatistics spread =
          Arrays.stream(since).filter(Double::isFinite).summaryStatistics();
      boolean moves = Arrays.stream(moments).filter(Double::isFinite).distinct().count() > 1;
      least =
          moves && spread.getCount() > 1 ? least(least, spread.getMax() - spread.getMin()) : least;
    }
    return least;
  }

  private static double least(double one, double other) {
    return Double.isNaN(one) || other < one ? other : one;
  }

  private double most(int column, ToDoubleFunction<String> reading, DoubleUnaryOperator distance) {
    double[] times = read(column, reading);
    double most = Double.NaN;
    for (int i = 0; i < times.length; i++) {
      double apart = distance.applyAsDouble(times[i] - moments[i]);
      most = Double.isNaN(most) || apart > most ? apart : most;
    }
    return most;
  }

  /** Of times of day, to the nearest day. */
  private static double ofDay(double days) {
    return Math.abs(days - Math.rint(days));
  }

  private double[] read(int column, ToDoubleFunction<String> reading) {
    return sample.cells(column).stream().mapToDouble(reading).toArray();
  }

  /** The MJD of a date, of a number that counts so, or else of one that looks like JD or MJD. */
  private static double moment(String cell, @Nullable TimeFrame counts) {
    double number = Numbers.parse(cell);
    if (Double.isNaN(number)) {
      return CalendarDates.mjd(cell, counts == null ? DateNotation.UNSTATED : counts.dates());
    }
    double counted = counts == null ? Double.NaN : counts.zero() + number * counts.unit();
    if (Math.abs(counted) < MJD_TO) {
      return counted;
    }
    return number > JD_FROM
        ? number + TimeFrame.JD_ZERO
        : number > MJD_FROM && number < MJD_TO ? number : Double.NaN;
  }
}

package org.novacat.transforms.photometry.read.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.DateOrder;
import org.novacat.transforms.photometry.read.column.SourceScale;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.text.Numbers;

/**
 * Reads cells of epochs (photometry specification, section 4). What a number cannot mean is never
 * mended by guess: 6104.3 may be anything, and 15449.5 among Julian Dates is an MJD or a JD less
 * 2400000, half a day apart. One object stands for each cell in turn.
 */
final class EpochCell {
  /** Julian Dates are beyond this (1585) and nothing else is. */
  private static final double LEAST_JD = 2_300_000;

  /** Eight figures or more are a year, a month and a day: 18000101 (see {@link CalendarDates}). */
  private static final double LEAST_DATE = 18_000_000;

  private static final double LEAST_MJD = 10_000;
  private static final double MOST_MJD = 99_999.999_999;

  /** MJD of 1800-01-01. */
  private static final double FIRST = -21_504;

  private final TimeFrame frame;
  private final TimeFrame julian;
  private final TimeFrame calendar;
  private final char point;
  private final double last;

  /** How far the clocks are before UT, days. */
  private final double east;

  private final boolean elapsed;

  private double mjd;
  private TimeFrame used;
  private boolean reinterpreted;
  private @Nullable RowRejectionCode problem;

  EpochCell(TimeFrame frame, boolean decimalComma, Instant now) {
    this.frame = frame;
    this.east = frame.dates().eastOrUt();
    this.elapsed = frame.isElapsed();
    this.point = decimalComma ? ',' : '.';
    this.last = now.getEpochSecond() / 86_400.0 + 40_587 + 2;
    TimeFrame plain = TimeFrames.of(EpochSystem.JD, "a number beyond 2300000 is a JD");
    this.julian = frame.counted(julian(frame, plain), TimeFrame.JD_ZERO, plain.reason());
    this.calendar = dates(frame);
    this.used = frame;
  }

  private static TimeFrame dates(TimeFrame frame) {
    TimeFrame dates = frame.counted(EpochSystem.CALDATE, Double.NaN, "dates count in UTC");
    return frame.source() == SourceScale.UNKNOWN
        ? dates.source(SourceScale.UTC, Confidence.INFERRED)
        : dates;
  }

  private static EpochSystem julian(TimeFrame frame, TimeFrame plain) {
    return switch (frame.system()) {
      case BTJD, BKJD -> EpochSystem.BJD_TDB;
      case OTHER, MJD, MJD_UTC, MJD_TT, MJD_TDB, DAYS_SINCE, ISOT, CALDATE ->
          TimeFrames.scaled(plain, frame.source(), frame.confidence()).system();
      default -> frame.system();
    };
  }

  /** Reads a cell; false when it is no epoch, see {@link #problem()}. */
  boolean read(String cell) {
    return read(cell, 0);
  }

  /**
   * Reads a cell, and what other columns add to it, days; false when it is no epoch, see {@link
   * #problem()}.
   */
  boolean read(String cell, double more) {
    reinterpreted = false;
    problem = null;
    double number = Numbers.parse(cell, point);
    if (cell.length() > ReadSettings.LONGEST_CELL) {
      mjd = Double.NaN;
      problem = RowRejectionCode.EPOCH_UNPARSABLE;
    } else if (!Double.isNaN(number)) {
      number(cell, number);
    } else if (ValueCell.isNull(cell)) {
      problem = RowRejectionCode.EPOCH_MISSING;
    } else {
      date(cell);
    }
    mjd = used.source().mjd(mjd + more);
    if (problem == null && Double.isNaN(more)) {
      problem = RowRejectionCode.EPOCH_UNPARSABLE;
    }
    if (problem == null && !(mjd >= FIRST && mjd <= last)) {
      problem = RowRejectionCode.EPOCH_OUT_OF_RANGE;
    }
    return problem == null;
  }

  private void number(String cell, double number) {
    if (number > LEAST_DATE && !elapsed && (isDates() || !frame.isStated())) {
      date(cell);
    } else if (number > LEAST_JD && !elapsed) {
      used = julian;
      mjd = modified(number) - east;
      reinterpreted = frame.isStated() && !isDates() && frame.zero() != TimeFrame.JD_ZERO;
    } else if (frame.offset() || isPlausibleMjd(number)) {
      used = frame;
      mjd = number * frame.unit() + frame.zero() - east;
    } else {
      problem = RowRejectionCode.EPOCH_AMBIGUOUS;
    }
  }

  /** A column of dates may have a Julian Date among them, which says so by its size. */
  private boolean isDates() {
    return frame.system() == EpochSystem.CALDATE || frame.system() == EpochSystem.ISOT;
  }

  /**
   * A Julian Date in a double is known to 4.7e-10 days, so what the subtraction uncovers beyond
   * 1e-9 (0.09 ms) is not the observer's.
   */
  private static double modified(double jd) {
    return Math.rint((jd + TimeFrame.JD_ZERO) * 1e9) / 1e9;
  }

  private boolean isPlausibleMjd(double number) {
    return frame.zero() == 0 && number >= LEAST_MJD && number <= MOST_MJD;
  }

  private void date(String cell) {
    mjd = CalendarDates.mjd(cell, frame.dates());
    used = calendar;
    if (Double.isNaN(mjd)) {
      boolean several =
          CalendarDates.orders(cell) != null && frame.dates().order() == DateOrder.UNSTATED;
      problem =
          several || CalendarDates.isInDoubtfulZone(cell)
              ? RowRejectionCode.EPOCH_AMBIGUOUS
              : RowRejectionCode.EPOCH_UNPARSABLE;
    }
  }

  /** How sure the time scale of the cell that was read is. */
  Confidence confidence() {
    return used.confidence();
  }

  /** MJD of the cell that was read. */
  double mjd() {
    return mjd;
  }

  /** Why the cell is no epoch; null when it is one. */
  @Nullable RowRejectionCode problem() {
    return problem;
  }

  /** The epoch of the cell that was read. */
  Epoch epoch(String cell, @Nullable Double start, @Nullable Double end) {
    EpochSystem system =
        used.system() == EpochSystem.CALDATE && CalendarDates.isIso(cell)
            ? EpochSystem.ISOT
            : used.system();
    return new Epoch(mjd, used.scale(), used.reference(), cell, system, start, end, reinterpreted);
  }
}

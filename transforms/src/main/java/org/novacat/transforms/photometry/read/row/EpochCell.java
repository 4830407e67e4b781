package org.novacat.transforms.photometry.read.row;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.EpochSystem;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.TimeReference;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeFrames;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.text.Numbers;

/**
 * Reads cells of epochs (photometry specification, section 4). What a number cannot mean is never
 * mended by guess: 6104.3 may be anything, and 15449.5 among Julian Dates is an MJD or a JD less
 * 2400000, half a day apart. One object stands for each cell in turn.
 */
final class EpochCell {
  /** Julian Dates are beyond this (1585) and nothing else is. */
  private static final double LEAST_JD = 2_300_000;

  private static final double LEAST_MJD = 10_000;
  private static final double MOST_MJD = 99_999.999_999;

  /** MJD of 1800-01-01. */
  private static final double FIRST = -21_504;

  private final TimeFrame frame;
  private final TimeFrame julian;
  private final TimeFrame calendar;
  private final char point;
  private final double last;

  private double mjd;
  private TimeFrame used;
  private boolean reinterpreted;
  private @Nullable RowRejectionCode problem;

  EpochCell(TimeFrame frame, boolean decimalComma, Instant now) {
    this.frame = frame;
    this.point = decimalComma ? ',' : '.';
    this.last = now.getEpochSecond() / 86_400.0 + 40_587 + 2;
    TimeFrame plain = TimeFrames.of(EpochSystem.JD, "a number beyond 2300000 is a JD");
    this.julian =
        new TimeFrame(
            julian(frame, plain),
            frame.scale(),
            frame.reference(),
            TimeFrame.JD_ZERO,
            false,
            plain.reason());
    this.calendar =
        new TimeFrame(
            EpochSystem.CALDATE,
            frame.scale() == TimeScale.UNKNOWN ? TimeScale.UTC : frame.scale(),
            frame.reference() == null ? TimeReference.UNKNOWN : frame.reference(),
            Double.NaN,
            false,
            "dates count in UTC");
    this.used = frame;
  }

  private static EpochSystem julian(TimeFrame frame, TimeFrame plain) {
    return switch (frame.system()) {
      case BTJD, BKJD -> EpochSystem.BJD_TDB;
      case OTHER, MJD, MJD_UTC, MJD_TT, MJD_TDB, DAYS_SINCE, ISOT, CALDATE ->
          TimeFrames.scaled(plain, frame.scale()).system();
      default -> frame.system();
    };
  }

  /** Reads a cell; false when it is no epoch, see {@link #problem()}. */
  boolean read(String cell) {
    reinterpreted = false;
    problem = null;
    double number = Numbers.parse(cell, point);
    if (cell.length() > ReadSettings.LONGEST_CELL) {
      mjd = Double.NaN;
      problem = RowRejectionCode.EPOCH_UNPARSABLE;
    } else if (!Double.isNaN(number)) {
      number(number);
    } else if (ValueCell.isNull(cell)) {
      problem = RowRejectionCode.EPOCH_MISSING;
    } else {
      date(cell);
    }
    if (problem == null && !(mjd >= FIRST && mjd <= last)) {
      problem = RowRejectionCode.EPOCH_OUT_OF_RANGE;
    }
    return problem == null;
  }

  private void number(double number) {
    boolean days = frame.system() == EpochSystem.DAYS_SINCE;
    if (number > LEAST_JD && !days) {
      used = julian;
      mjd = modified(number);
      reinterpreted = frame.isStated() && frame.zero() != TimeFrame.JD_ZERO;
    } else if (frame.offset() || isPlausibleMjd(number)) {
      used = frame;
      mjd = number + frame.zero();
    } else {
      problem = RowRejectionCode.EPOCH_AMBIGUOUS;
    }
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
    mjd = CalendarDates.mjd(cell);
    used = calendar;
    if (Double.isNaN(mjd)) {
      problem = RowRejectionCode.EPOCH_UNPARSABLE;
    }
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

package org.novacat.transforms.photometry.read.row;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.CalendarDates;
import org.novacat.transforms.photometry.read.column.DayCount;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.TimeOfDay;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.Numbers;

/**
 * Reads the epochs of rows from the columns that have parts of them: a date or a number, times of
 * day and other parts that are added to it, and the ends of an interval.
 */
final class EpochReader {
  private final RowPlan plan;
  private final Instant now;
  private final char point;
  private final List<Integer> clocks;
  private final int epoch;
  private final int start;
  private final int end;
  private final int half;
  private TimeFrame frame;
  private EpochCell epochs;
  private EpochCell bounds;

  EpochReader(RowPlan plan, Instant now) {
    this.plan = plan;
    this.now = now;
    this.point = plan.decimalComma() ? ',' : '.';
    this.clocks = plan.roles().all(Role.EPOCH_CLOCK);
    this.epoch = plan.index(Role.EPOCH);
    this.start = plan.index(Role.EPOCH_START);
    this.end = plan.index(Role.EPOCH_END);
    this.half = plan.index(Role.EPOCH_HALF_WIDTH);
    this.frame = plan.frame();
    this.epochs = cells();
    this.bounds = cells();
  }

  private EpochCell cells() {
    return new EpochCell(frame, plan.decimalComma(), now);
  }

  /** From here on times count so. */
  void countAs(TimeFrame ofRow) {
    if (!ofRow.equals(frame)) {
      frame = ofRow;
      epochs = cells();
      bounds = cells();
    }
  }

  /** How sure the time scale of the row that was read is. */
  Confidence confidence() {
    return epochs.confidence();
  }

  /** Whether a part of the epoch stands in none of the first columns. */
  boolean needsBeyond(int size) {
    return Stream.of(Role.EPOCH, Role.EPOCH_YEAR, Role.EPOCH_MONTH, Role.EPOCH_DAY)
            .anyMatch(role -> plan.index(role) >= size)
        || clocks.stream().anyMatch(column -> column >= size);
  }

  /** Null when the row has no epoch, see {@link #problem()}. */
  @Nullable Epoch epoch(RowCursor row) {
    Double from = bound(row, start);
    Double to = bound(row, end);
    String base = base(row);
    if (from != null && to != null && ValueCell.isNull(base)) {
      return between(row, from, to);
    }
    if (epoch < 0 && plan.index(Role.EPOCH_YEAR) < 0) {
      epochs.read(row.cell(start));
      return null;
    }
    if (!read(row, base)) {
      return null;
    }
    String cell = clocks.isEmpty() && !base.isEmpty() ? base : cell(row);
    double width = half < 0 ? Double.NaN : Math.abs(Numbers.parse(row.cell(half))) * frame.unit();
    return width > 0
        ? epochs.epoch(cell, epochs.mjd() - width, epochs.mjd() + width)
        : epochs.epoch(cell, from, to);
  }

  /** Reads the date or number with its times of day; false when a part of it is missing. */
  private boolean read(RowCursor row, String base) {
    if (clocks.isEmpty()) {
      return epochs.read(base);
    }
    boolean dated = Double.isNaN(Numbers.parse(base, point));
    StringBuilder date = new StringBuilder(base);
    double more = 0;
    for (int column : clocks) {
      TimeOfDay notation = plan.roles().clockOf(column);
      String cell = row.cell(column);
      if (ValueCell.isNull(cell)) {
        return epochs.read("");
      }
      if (dated && (notation == TimeOfDay.CLOCK || notation == TimeOfDay.ZONE)) {
        date.append(' ').append(cell);
      } else {
        more += notation.days(cell, point);
      }
    }
    return epochs.read(date.toString(), more);
  }

  /** The middle of an interval whose ends are given. */
  private Epoch between(RowCursor row, double from, double to) {
    String first = row.cell(start);
    epochs.read(first);
    String cells = first + "/" + row.cell(end);
    return epochs.epoch(cells, from, to).at((from + to) / 2, cells, from, to);
  }

  private @Nullable Double bound(RowCursor row, int column) {
    return column >= 0 && bounds.read(row.cell(column)) ? bounds.mjd() : null;
  }

  /** The date or number of a row; "" when there is none. */
  private String base(RowCursor row) {
    if (epoch >= 0) {
      return row.cell(epoch);
    }
    int year = plan.index(Role.EPOCH_YEAR);
    int month = plan.index(Role.EPOCH_MONTH);
    int day = plan.index(Role.EPOCH_DAY);
    if (year < 0 || day < 0) {
      return "";
    }
    return month < 0
        ? CalendarDates.dayOfYear(row.cell(year), row.cell(day))
        : row.cell(year) + "-" + row.cell(month) + "-" + row.cell(day).replace(point, '.');
  }

  /** The cells of the epoch, as the row has them. */
  private String cell(RowCursor row) {
    String base = base(row);
    if (clocks.isEmpty() && !base.isEmpty()) {
      return base;
    }
    StringBuilder cells = new StringBuilder(base.isEmpty() && start >= 0 ? row.cell(start) : base);
    clocks.forEach(column -> cells.append(' ').append(row.cell(column)));
    return cells.toString();
  }

  /** Why the row has no epoch. */
  RowRejectionCode problem() {
    RowRejectionCode problem = epochs.problem();
    return problem == null ? RowRejectionCode.EPOCH_MISSING : problem;
  }

  /** The same in a sentence. */
  String detail(RowCursor row) {
    String cell = cell(row);
    return switch (problem()) {
      case EPOCH_MISSING -> "The row has no epoch";
      case EPOCH_AMBIGUOUS -> ambiguous(cell, base(row));
      case EPOCH_OUT_OF_RANGE -> "'%s' is before 1800 or in the future".formatted(cell);
      default -> "'%s' is no time".formatted(cell);
    };
  }

  private String ambiguous(String cell, String base) {
    if (CalendarDates.isInDoubtfulZone(cell)) {
      return "'%s' is in a time zone of several names (say which in a sidecar: \"time-zone\")"
          .formatted(cell);
    }
    return CalendarDates.orders(cell) != null
        ? "'%s' could begin with its day or its month (say which in a sidecar: \"date-order\")"
            .formatted(cell)
        : ofCounts(cell, Numbers.parse(base, point));
  }

  private String ofCounts(String cell, double number) {
    int epoch = Math.max(plan.index(Role.EPOCH), plan.index(Role.EPOCH_START));
    List<DayCount> counts =
        epoch < 0 ? List.of() : DayCount.of(number, plan.roles().column(epoch), frame, now);
    return counts.isEmpty()
        ? "'%s' could count from any moment (say from which in a sidecar: %s)"
            .formatted(cell, DayCount.other(frame))
        : "'%s' could be %s (say which in a sidecar: %s)"
            .formatted(cell, DayCount.meanings(counts, number), DayCount.sidecars(counts));
  }
}

package org.novacat.transforms.photometry.read.row;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.text.Numbers;

/** Reads the value of a row with its error, or the limit in its place. */
final class BrightnessReader {
  private static final Set<String> YES = Set.of("1", "y", "yes", "true", "t", "<", ">");

  /** No magnitude lies outside (photometry specification, C4). */
  private static final double BRIGHTEST = -10;

  private static final double FAINTEST = 35;

  /** Errors from here on say that the magnitude beside them is a limit (ASAS-SN: 99.99). */
  private static final double LIMIT_ERROR = 90;

  private final RowPlan plan;
  private final ValueCell cell;
  private final ValueCell other;
  private RowRejectionCode problem = RowRejectionCode.NO_MEASUREMENT;
  private String detail = "";
  private boolean uncertain;

  BrightnessReader(RowPlan plan) {
    this.plan = plan;
    this.cell = new ValueCell(plan.decimalComma());
    this.other = new ValueCell(plan.decimalComma());
  }

  /** Null when the row has none; see {@link #problem()}. */
  @Nullable Brightness read(RowCursor row, ValuePlan value) {
    String text = row.cell(value.column());
    cell.read(text, value.isMagnitude());
    uncertain = cell.isUncertain();
    return switch (cell.kind()) {
      case UNPARSABLE ->
          none(RowRejectionCode.VALUE_UNPARSABLE, "'%s' is no value".formatted(text));
      case NONE -> limitOf(row, value);
      case LIMIT -> stated(text, value);
      case DETECTION -> detection(row, text, value);
    };
  }

  RowRejectionCode problem() {
    return problem;
  }

  String detail() {
    return detail;
  }

  /** Whether the observer doubts the value that was read. */
  boolean isUncertain() {
    return uncertain;
  }

  private @Nullable Brightness detection(RowCursor row, String text, ValuePlan value) {
    if (isNoDetection(row, value)) {
      return limitOf(row, value);
    }
    int flag = plan.index(Role.LIMIT_FLAG);
    if (flag >= 0 && YES.contains(row.cell(flag).toLowerCase(Locale.ROOT))) {
      boolean lower = !value.isMagnitude() && row.cell(flag).equals(">");
      return lower ? lowerLimit(text) : limit(cell.value(), value);
    }
    if (isOut(cell.value(), value)) {
      return none(RowRejectionCode.VALUE_OUT_OF_RANGE, "'%s' is no magnitude".formatted(text));
    }
    if (value.unit().isEmpty()) {
      return none(RowRejectionCode.UNIT_UNKNOWN, "The unit of '%s' is not known".formatted(text));
    }
    return withErrors(row, value);
  }

  /** Forced photometry gives a magnitude to every flux; below the threshold it is none. */
  private boolean isNoDetection(RowCursor row, ValuePlan value) {
    if (plan.index(Role.LIMIT) < 0) {
      return false;
    }
    if (plan.manual().detection() > 0) {
      double flux = Numbers.parse(row.cell(plan.fluxBeside()));
      double error = plan.fluxError() < 0 ? Double.NaN : Numbers.parse(row.cell(plan.fluxError()));
      return !(flux / error >= plan.manual().detection());
    }
    return value.error() >= 0 && Numbers.parse(row.cell(value.error())) >= LIMIT_ERROR;
  }

  private @Nullable Brightness stated(String text, ValuePlan value) {
    boolean lower = !value.isMagnitude() && (text.startsWith(">") || text.startsWith("≥"));
    return lower ? lowerLimit(text) : limit(cell.value(), value);
  }

  private @Nullable Brightness lowerLimit(String text) {
    return none(
        RowRejectionCode.VALUE_UNPARSABLE, "'%s' is a lower limit of a flux".formatted(text));
  }

  /** The limit column of a row without a value. */
  private @Nullable Brightness limitOf(RowCursor row, ValuePlan value) {
    int column = plan.index(Role.LIMIT);
    if (column >= 0) {
      other.read(row.cell(column), value.isMagnitude());
      if (other.kind() == ValueCell.Kind.DETECTION || other.kind() == ValueCell.Kind.LIMIT) {
        return limit(other.value(), value);
      }
    }
    return none(RowRejectionCode.NO_MEASUREMENT, "The row has no value");
  }

  private @Nullable Brightness limit(double limit, ValuePlan value) {
    if (isOut(limit, value)) {
      return none(RowRejectionCode.VALUE_OUT_OF_RANGE, "'%s' is no magnitude".formatted(limit));
    }
    return value.unit().isEmpty()
        ? none(RowRejectionCode.UNIT_UNKNOWN, "The unit of the limit is not known")
        : Brightness.limit(
            value.quantity(), value.unit(), limit * value.factor(), plan.limitSigma());
  }

  private static boolean isOut(double value, ValuePlan plan) {
    return plan.quantity() == Quantity.MAGNITUDE && !(value >= BRIGHTEST && value <= FAINTEST);
  }

  private Brightness withErrors(RowCursor row, ValuePlan value) {
    double factor = value.factor();
    double error = cell.error();
    if (value.error() >= 0 && !(error > 0)) {
      error = cell.readError(row.cell(value.error()));
    }
    if (value.low() < 0 && value.high() < 0) {
      return Brightness.detection(
          value.quantity(), value.unit(), cell.value() * factor, said(error * factor));
    }
    double low = side(row, value.low(), value.bounds());
    double high = side(row, value.high(), value.bounds());
    double mean = error > 0 ? error : (low + high) / 2;
    return new Brightness(
        value.quantity(),
        value.unit(),
        cell.value() * factor,
        said(mean * factor),
        said(low * factor),
        said(high * factor),
        null,
        null);
  }

  /** One side of the error, whichever sign the file gives it. */
  private double side(RowCursor row, int column, boolean bound) {
    double number = column < 0 ? Double.NaN : Numbers.parse(row.cell(column));
    return Math.abs(bound ? number - cell.value() : number);
  }

  private static @Nullable Double said(double error) {
    return error > 0 ? error : null;
  }

  private @Nullable Brightness none(RowRejectionCode code, String why) {
    problem = code;
    detail = why;
    return null;
  }
}

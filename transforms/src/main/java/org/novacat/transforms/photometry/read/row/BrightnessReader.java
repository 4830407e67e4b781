package org.novacat.transforms.photometry.read.row;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.LimitFlag.Sense;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.Numbers;

/** Reads the value of a row with its error, or the limit in its place. */
final class BrightnessReader {
  /** No magnitude lies outside (photometry specification, C4). */
  private static final double BRIGHTEST = -10;

  private static final double FAINTEST = 35;

  /** Errors from here on say that the magnitude beside them is a limit (ASAS-SN: 99.99). */
  private static final double LIMIT_ERROR = 90;

  private static final Pattern PRAISE = Pattern.compile("(?i)a+|ok|good|g");

  private static final Pattern ABOVE = Pattern.compile("[>≥]=?");

  private final RowPlan plan;
  private final FlagReader flags;
  private final ValueCell cell;
  private final ValueCell other;
  private RowRejectionCode problem = RowRejectionCode.NO_MEASUREMENT;
  private String detail = "";
  private String note = "";
  private Confidence limitBy = Confidence.ASSUMED;
  private boolean uncertain;

  /** The cell of the error, and the number that it is, NaN for none. */
  private String errorText = "";

  private double errorNumber = Double.NaN;

  BrightnessReader(RowPlan plan) {
    this.plan = plan;
    this.flags = new FlagReader(plan);
    this.cell = new ValueCell(plan.decimalComma());
    this.other = new ValueCell(plan.decimalComma());
  }

  /** Null when the row has none; see {@link #problem()}. */
  @Nullable Brightness read(RowCursor row, ValuePlan value) {
    String text = row.cell(value.column());
    cell.read(text, value.isMagnitude());
    note = "";
    uncertain = cell.isUncertain();
    limitBy = Confidence.INFERRED;
    Brightness read = read(row, text, value);
    int doubt = value.signs().doubt();
    if (doubt >= 0 && isDoubt(row.cell(doubt))) {
      note("%s '%s'".formatted(plan.roles().column(doubt).name(), row.cell(doubt)));
    }
    return read;
  }

  private @Nullable Brightness read(RowCursor row, String text, ValuePlan value) {
    return switch (cell.kind()) {
      case UNPARSABLE ->
          none(RowRejectionCode.VALUE_UNPARSABLE, "'%s' is no value".formatted(text));
      case NONE -> limitOf(row, value);
      case LIMIT -> stated(row, text, value);
      case DETECTION -> detection(row, text, value);
    };
  }

  /** Anything but nothing, 0, no, and words of praise. */
  private static boolean isDoubt(String cell) {
    FlagMeaning said = FlagMeaning.of(cell);
    return said != FlagMeaning.EMPTY
        && said != FlagMeaning.NO
        && said != FlagMeaning.DETECTION
        && !PRAISE.matcher(cell).matches();
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

  /** What leaves a doubt on the value that was read; "" when nothing does. */
  String note() {
    return note;
  }

  /** How sure it is that the value that was read is a limit, or that it is none. */
  Confidence limitBy() {
    return limitBy;
  }

  private void note(String why) {
    note = note.isEmpty() ? why : note + "; " + why;
    uncertain = true;
  }

  private @Nullable Brightness detection(RowCursor row, String text, ValuePlan value) {
    errorText = value.error() < 0 ? "" : row.cell(value.error());
    errorNumber = cell.number(errorText);
    if (isNoDetection(row, value) || isSentinel(row, value)) {
      return limitOf(row, value);
    }
    if (speaksOfLimits(errorText, errorNumber) || speaksOfLimits(row, value.signs().limit())) {
      limitBy = Confidence.STATED;
      return limit(row, cell.value(), value, 1);
    }
    FlagMeaning said = flags.read(row, value);
    if (said == FlagMeaning.UNKNOWN) {
      return none(RowRejectionCode.LIMIT_FLAG_UNCLEAR, flags.problem());
    }
    return said.isLimit() ? flagged(row, text, value, said) : unlimited(row, text, value, said);
  }

  private @Nullable Brightness unlimited(
      RowCursor row, String text, ValuePlan value, FlagMeaning said) {
    if (isOut(cell.value(), value)) {
      return value.signs().limit() >= 0
          ? limitOf(row, value)
          : none(RowRejectionCode.VALUE_OUT_OF_RANGE, "'%s' is no magnitude".formatted(text));
    }
    if (value.unit().isEmpty()) {
      return none(RowRejectionCode.UNIT_UNKNOWN, "The unit of '%s' is not known".formatted(text));
    }
    return measured(row, value, said);
  }

  private @Nullable Brightness flagged(
      RowCursor row, String text, ValuePlan value, FlagMeaning said) {
    boolean above = !value.isMagnitude() && isAbove(row, flags.by().column());
    if (above || said == FlagMeaning.LOWER_LIMIT) {
      return lowerLimit(text);
    }
    // What forced photometry gives where nothing was detected is no limit, where one stands beside.
    Brightness beside = flags.by().sense() == Sense.DETECTION ? limitOf(row, value) : null;
    limitBy = flags.by().sense() == Sense.OTHER ? Confidence.INFERRED : Confidence.STATED;
    return beside == null ? limit(row, cell.value(), value, 1) : beside;
  }

  private static boolean isAbove(RowCursor row, int column) {
    return column >= 0 && ABOVE.matcher(row.cell(column)).matches();
  }

  private Brightness measured(RowCursor row, ValuePlan value, FlagMeaning said) {
    Brightness read = withErrors(row, value);
    limitBy = said == FlagMeaning.DETECTION ? Confidence.STATED : unflagged(read);
    if (!flags.note().isEmpty()) {
      note(flags.note());
    }
    return read;
  }

  /** An error speaks for a detection. */
  private Confidence unflagged(Brightness read) {
    return plan.manual().detection() > 0
        ? Confidence.KNOWN
        : read.error() == null ? Confidence.ASSUMED : Confidence.INFERRED;
  }

  /** Forced photometry gives a magnitude to every flux; below the threshold it is none. */
  private boolean isNoDetection(RowCursor row, ValuePlan value) {
    int limit = value.signs().limit();
    if (limit < 0) {
      return false;
    }
    if (plan.manual().detection() > 0) {
      double flux = Numbers.parse(row.cell(plan.fluxBeside()));
      double error = plan.fluxError() < 0 ? Double.NaN : Numbers.parse(row.cell(plan.fluxError()));
      limitBy = Confidence.KNOWN;
      return !(flux / error >= plan.manual().detection());
    }
    return value.error() >= 0 && isNoDetection(row, value, errorNumber);
  }

  /** Beside a column of limits, an error that is none says that the limit counts. */
  private boolean isNoDetection(RowCursor row, ValuePlan value, double error) {
    if (error >= LIMIT_ERROR || !plan.manual().roles().isEmpty()) {
      return error >= LIMIT_ERROR;
    }
    if (error != 0) {
      return error < 0;
    }
    other.read(row.cell(value.signs().limit()), value.isMagnitude());
    double limit = value.signs().limits().of(other.value(), cell.value());
    boolean faint = value.isMagnitude() ? cell.value() >= limit : cell.value() <= limit;
    if (!faint && !Double.isNaN(limit)) {
      note("error 0 beside a limit");
    }
    return faint && other.kind() != ValueCell.Kind.NONE;
  }

  /** Whether a word such as UL, or a bare sign, stands in the place of an error or a limit. */
  private boolean speaksOfLimits(RowCursor row, int column) {
    return column >= 0 && speaksOfLimits(row.cell(column), cell.number(row.cell(column)));
  }

  private static boolean speaksOfLimits(String text, double number) {
    boolean word =
        Double.isNaN(number) && !text.isEmpty() && "+-.0123456789".indexOf(text.charAt(0)) < 0;
    return word && FlagMeaning.of(text) == FlagMeaning.LIMIT;
  }

  /**
   * A sign for nothing stands in the places of the value and of its error alike, or in that of the
   * value beside a limit and no error.
   */
  private boolean isSentinel(RowCursor row, ValuePlan value) {
    boolean alike = errorNumber == cell.value();
    boolean limited = Double.isNaN(errorNumber) && value.signs().limit() >= 0;
    return (alike || limited) && ValueCell.isSign(row.cell(value.column()), value.isMagnitude());
  }

  private @Nullable Brightness stated(RowCursor row, String text, ValuePlan value) {
    limitBy = Confidence.STATED;
    boolean lower = !value.isMagnitude() && (text.startsWith(">") || text.startsWith("≥"));
    return lower ? lowerLimit(text) : limit(row, cell.value(), value, 1);
  }

  private @Nullable Brightness lowerLimit(String text) {
    return none(
        RowRejectionCode.VALUE_UNPARSABLE, "'%s' is a lower limit of brightness".formatted(text));
  }

  /** The limit column of a row without a value. */
  private @Nullable Brightness limitOf(RowCursor row, ValuePlan value) {
    int column = value.signs().limit();
    if (column >= 0) {
      other.read(row.cell(column), value.isMagnitude());
      if (other.kind() == ValueCell.Kind.DETECTION || other.kind() == ValueCell.Kind.LIMIT) {
        limitBy = plan.manual().roles().isEmpty() ? limitBy : Confidence.KNOWN;
        return limit(row, other.value(), value, value.signs().limits().factor());
      }
    }
    return none(RowRejectionCode.NO_MEASUREMENT, "The row has no value");
  }

  private @Nullable Brightness limit(RowCursor row, double limit, ValuePlan value, double scale) {
    if (isOut(limit, value)) {
      return none(RowRejectionCode.VALUE_OUT_OF_RANGE, "'%s' is no magnitude".formatted(limit));
    }
    return value.unit().isEmpty()
        ? none(RowRejectionCode.UNIT_UNKNOWN, "The unit of the limit is not known")
        : Brightness.limit(
            value.quantity(), value.unit(), limit * scale * value.factor(), sigma(row, value));
  }

  /** What the limit means: by the row, its column, the manual; null when all are silent. */
  private @Nullable Double sigma(RowCursor row, ValuePlan value) {
    int column = value.signs().sigma();
    double said = column < 0 ? value.signs().level() : Numbers.parse(row.cell(column));
    return said > 0 ? Double.valueOf(said) : plan.limitSigma();
  }

  private static boolean isOut(double value, ValuePlan plan) {
    return plan.quantity() == Quantity.MAGNITUDE && !(value >= BRIGHTEST && value <= FAINTEST);
  }

  private Brightness withErrors(RowCursor row, ValuePlan value) {
    double factor = value.factor();
    double error = cell.error();
    if (value.error() >= 0 && !(error > 0)) {
      error = error(value);
    }
    return value.low() < 0 && value.high() < 0
        ? Brightness.detection(
            value.quantity(), value.unit(), cell.value() * factor, said(error * factor))
        : withSides(row, value, error);
  }

  private Brightness withSides(RowCursor row, ValuePlan value, double error) {
    double factor = value.factor();
    double low = side(row, value.low(), value);
    double high = side(row, value.high(), value);
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

  /** An error in the unit of the value; NaN when the cell gives none. */
  private double error(ValuePlan value) {
    double error = ValueCell.error(errorNumber);
    if (Double.isNaN(error) && (isSignOfALimit(errorNumber) || isWord(errorText, errorNumber))) {
      note("error '%s', which is none".formatted(errorText));
    } else if (error > 0 && !value.signs().errors().isKnown()) {
      note("error '%s' in another unit".formatted(errorText));
    }
    return value.signs().errors().of(error, cell.value());
  }

  private static boolean isWord(String text, double number) {
    return Double.isNaN(number) && !ValueCell.isNull(text);
  }

  /** Errors below 0, and nines, mark limits in some files (BHTOM, ASAS-SN). */
  private static boolean isSignOfALimit(double number) {
    return number < 0 || number >= LIMIT_ERROR;
  }

  /** One side of the error, whichever sign the file gives it. */
  private double side(RowCursor row, int column, ValuePlan value) {
    double number = column < 0 ? Double.NaN : cell.number(row.cell(column));
    return value.bounds()
        ? Math.abs(number - cell.value())
        : value.signs().errors().of(Math.abs(number), cell.value());
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

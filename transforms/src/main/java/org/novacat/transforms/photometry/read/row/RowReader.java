package org.novacat.transforms.photometry.read.row;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.TimeFrame;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.photometry.text.Numbers;

/** Turns rows into measurements or rejections, and counts both. */
public final class RowReader {
  /** Characters of what else a row says. */
  private static final int LONGEST_NOTES = 2000;

  private final RowPlan plan;
  private final RowSink sink;
  private final Instant now;
  private final BrightnessReader brightness;
  private final BandReader bands;
  private final OriginReader origins;
  private final QualityReader quality;
  private final KindReader kinds;
  private final Map<RowRejectionCode, Long> rejected = new EnumMap<>(RowRejectionCode.class);
  private TimeFrame frame;
  private EpochCell epochs;
  private EpochCell bounds;
  private long accepted;
  private long limits;
  private long tallied;

  public RowReader(RowPlan plan, Instant now, RowSink sink) {
    this.plan = plan;
    this.sink = sink;
    this.now = now;
    this.frame = plan.frame();
    this.epochs = epochs();
    this.bounds = epochs();
    this.brightness = new BrightnessReader(plan);
    this.bands = new BandReader(plan);
    this.origins = new OriginReader(plan);
    this.quality = new QualityReader(plan);
    this.kinds = new KindReader(plan);
  }

  private EpochCell epochs() {
    return new EpochCell(frame, plan.decimalComma(), now);
  }

  public RowTally tally() {
    return new RowTally(accepted, limits, rejected);
  }

  /** Reads a row; it ends as one measurement, as several of a wide table, or as one rejection. */
  public void read(RowCursor row) {
    long before = tallied;
    measure(row);
    if (tallied == before) {
      reject(row, RowRejectionCode.NO_MEASUREMENT, "The row has no value in any band");
    }
  }

  private void measure(RowCursor row) {
    countAs(plan.table().rows().frame(row.sourceRow(), plan.frame()));
    if (isRagged(row)) {
      reject(
          row,
          RowRejectionCode.COLUMN_COUNT,
          "The row has %s cells, the header %s".formatted(row.size(), plan.columns()));
      return;
    }
    String object = object(row);
    if (object == null) {
      reject(row, RowRejectionCode.OBJECT_UNRESOLVED, "The row names no object");
      return;
    }
    if (plan.object().isEmpty() && isTooLong(object)) {
      reject(row, RowRejectionCode.OBJECT_UNRESOLVED, "No object has a name as long");
      return;
    }
    Epoch epoch = epoch(row);
    if (epoch == null) {
      rejectEpoch(row);
    } else if (plan.manual().either()) {
      value(row, object, epoch, given(row));
    } else {
      for (ValuePlan value : plan.values()) {
        value(row, object, epoch, value);
      }
    }
  }

  /** The first of the quantities that a row has; of a row that has none, the first of all. */
  private ValuePlan given(RowCursor row) {
    for (ValuePlan value : plan.values()) {
      if (!ValueCell.isNull(row.cell(value.column()))) {
        return value;
      }
    }
    return plan.values().get(0);
  }

  private void countAs(TimeFrame ofRow) {
    if (!ofRow.equals(frame)) {
      frame = ofRow;
      epochs = epochs();
      bounds = epochs();
    }
  }

  /** Cells that are missing at the end do no harm unless something is read from them. */
  private boolean isRagged(RowCursor row) {
    int size = row.size();
    if (size == plan.columns()) {
      return false;
    }
    if (size > plan.columns()) {
      return !row.isEmptyFrom(plan.columns());
    }
    boolean needed =
        (plan.table().aligned() && !lacksTextOnly(row))
            || plan.index(Role.EPOCH) >= size
            || plan.index(Role.BAND) >= size;
    needed |= plan.index(Role.EPOCH_CLOCK) >= size;
    for (ValuePlan value : plan.values()) {
      needed |= value.column() >= size;
    }
    return needed || plan.index(Role.OBJECT) >= size;
  }

  /**
   * Whether all that a row between blanks lacks is text at its end, and each cell is a number where
   * the column has numbers, so that none can have taken the place of another.
   */
  private boolean lacksTextOnly(RowCursor row) {
    boolean plain = plan.numbers().nextSetBit(row.size()) < 0;
    for (int i = 0; i < row.size() && plain; i++) {
      plain = plan.numbers().get(i) == Numbers.isNumber(row.cell(i));
    }
    return plain;
  }

  private @Nullable String object(RowCursor row) {
    int column = plan.index(Role.OBJECT);
    if (!plan.object().isEmpty() || column < 0) {
      return plan.object();
    }
    String cell = row.cell(column);
    return ValueCell.isNull(cell) ? null : cell;
  }

  /** No nova and no band is called so. */
  private static boolean isTooLong(String name) {
    return name.length() > ReadSettings.LONGEST_CELL;
  }

  /** Null when the cell is no epoch; the reader of epochs knows why. */
  private @Nullable Epoch epoch(RowCursor row) {
    Double start = bound(row, Role.EPOCH_START);
    Double end = bound(row, Role.EPOCH_END);
    if (plan.index(Role.EPOCH) < 0) {
      return between(row, start, end);
    }
    String cell = epochCell(row);
    if (!epochs.read(cell)) {
      return null;
    }
    int half = plan.index(Role.EPOCH_HALF_WIDTH);
    double width = half < 0 ? Double.NaN : Math.abs(Numbers.parse(row.cell(half)));
    return width > 0
        ? epochs.epoch(cell, epochs.mjd() - width, epochs.mjd() + width)
        : epochs.epoch(cell, start, end);
  }

  /** The cell of the epoch, with that of its time of day; "" when either is missing. */
  private String epochCell(RowCursor row) {
    String cell = row.cell(Math.max(plan.index(Role.EPOCH), 0));
    int clock = plan.index(Role.EPOCH_CLOCK);
    if (clock < 0) {
      return cell;
    }
    String time = row.cell(clock);
    return ValueCell.isNull(cell) || ValueCell.isNull(time) ? "" : cell + " " + time;
  }

  /** The middle of an interval whose ends are given. */
  private @Nullable Epoch between(RowCursor row, @Nullable Double start, @Nullable Double end) {
    String from = row.cell(plan.index(Role.EPOCH_START));
    String to = row.cell(plan.index(Role.EPOCH_END));
    if (!epochs.read(from) || start == null || end == null) {
      return null;
    }
    String cells = from + "/" + to;
    return epochs.epoch(cells, start, end).at((start + end) / 2, cells, start, end);
  }

  private @Nullable Double bound(RowCursor row, Role role) {
    int column = plan.index(role);
    return column >= 0 && bounds.read(row.cell(column)) ? bounds.mjd() : null;
  }

  private void rejectEpoch(RowCursor row) {
    RowRejectionCode problem = epochs.problem();
    RowRejectionCode code = problem == null ? RowRejectionCode.EPOCH_MISSING : problem;
    String cell = epochCell(row);
    String detail =
        switch (code) {
          case EPOCH_MISSING -> "The row has no epoch";
          case EPOCH_AMBIGUOUS ->
              "'%s' could be an MJD, a JD without its first figures, or days (say which in a sidecar)"
                  .formatted(cell);
          case EPOCH_OUT_OF_RANGE -> "'%s' is before 1800 or in the future".formatted(cell);
          default -> "'%s' is no time".formatted(cell);
        };
    reject(row, code, detail);
  }

  private void value(RowCursor row, String object, Epoch epoch, ValuePlan planned) {
    ValuePlan value = kinds.of(row, planned);
    if (value == null) {
      if (!plan.wide() || !ValueCell.isNull(row.cell(planned.column()))) {
        reject(row, kinds.problem(), kinds.detail());
      }
      return;
    }
    Brightness read = brightness.read(row, value);
    if (read == null) {
      RowRejectionCode problem = brightness.problem();
      if (!plan.wide() || problem != RowRejectionCode.NO_MEASUREMENT) {
        reject(row, problem, brightness.detail());
      }
      return;
    }
    String band = bands.band(row, value);
    if (band.isEmpty()) {
      reject(row, RowRejectionCode.BAND_MISSING, "The row names no band");
      return;
    }
    if (isTooLong(band)) {
      reject(row, RowRejectionCode.BAND_UNRECOGNIZED, "No band has a name as long");
      return;
    }
    accepted++;
    tallied++;
    limits += read.isLimit() ? 1 : 0;
    String doubt = value.kind().doubt();
    quality.read(row, read, brightness.isUncertain() || !doubt.isEmpty());
    sink.accept(
        new Measurement(
            row.sourceRow(),
            object,
            epoch,
            band,
            bands.spectral(row),
            value.kind().system(),
            read,
            quality.flag(),
            quality.bits() | (epoch.reinterpreted() ? QualityBits.EPOCH_REINTERPRETED : 0),
            Excerpt.of(joined(joined(notes(row, epoch), doubt), brightness.note()), LONGEST_NOTES),
            origins.origin(row)));
  }

  private String notes(RowCursor row, Epoch epoch) {
    int column = plan.index(Role.NOTES);
    String notes = column < 0 ? "" : row.cell(column);
    notes = joined(ValueCell.isNull(notes) ? "" : notes, row.remark());
    if (plan.fluxBeside() >= 0) {
      notes = joined(notes, fluxBeside(row));
    }
    return epoch.reinterpreted()
        ? joined(notes, "epoch '%s' read as JD".formatted(epoch.original()))
        : notes;
  }

  private String fluxBeside(RowCursor row) {
    String flux = row.cell(plan.fluxBeside());
    String error = plan.fluxError() < 0 ? "" : row.cell(plan.fluxError());
    String name = plan.roles().column(plan.fluxBeside()).label();
    return ValueCell.isNull(flux)
        ? ""
        : name + "=" + flux + (ValueCell.isNull(error) ? "" : "±" + error);
  }

  private static String joined(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + "; " + other;
  }

  /** Rejects a row with a code. */
  public void reject(RowCursor row, RowRejectionCode code, String detail) {
    rejected.merge(code, 1L, Long::sum);
    tallied++;
    sink.reject(RejectedRow.of(row.sourceRow(), row.raw(), code, detail));
  }
}

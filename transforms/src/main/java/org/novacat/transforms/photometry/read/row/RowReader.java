package org.novacat.transforms.photometry.read.row;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Brightness;
import org.novacat.layouts.photometry.Epoch;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.QualityBits;
import org.novacat.layouts.photometry.RejectedRow;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.layouts.photometry.Trust;
import org.novacat.layouts.text.Excerpt;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValueKind;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.settings.ReadSettings;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.photometry.read.upload.RowTally;
import org.novacat.transforms.text.Numbers;

/** Turns rows into measurements or rejections, and counts both. */
public final class RowReader {
  /** Characters of what else a row says. */
  private static final int LONGEST_NOTES = 2000;

  private final RowPlan plan;
  private final RowSink sink;

  /** Columns without which a value would be of something else. */
  private static final List<Role> MEANINGS =
      List.of(
          Role.OBJECT,
          Role.BAND,
          Role.KIND,
          Role.DERIVED,
          Role.MAGNITUDE_SYSTEM,
          Role.UNIT,
          Role.ZERO_POINT);

  private final BrightnessReader brightness;
  private final BandReader bands;
  private final OriginReader origins;
  private final QualityReader quality;
  private final KindReader kinds;
  private final Map<RowRejectionCode, Long> rejected = new EnumMap<>(RowRejectionCode.class);
  private final EpochReader epochs;

  /** Whether neither a column nor the plan has notes for the rows. */
  private final boolean silent;

  private long accepted;
  private long limits;
  private long tallied;
  private Trust trust = Trust.UNKNOWN;

  public RowReader(RowPlan plan, Instant now, RowSink sink) {
    this.plan = plan;
    this.sink = sink;
    this.epochs = new EpochReader(plan, now);
    this.brightness = new BrightnessReader(plan);
    this.bands = new BandReader(plan);
    this.origins = new OriginReader(plan);
    this.quality = new QualityReader(plan);
    this.kinds = new KindReader(plan);
    this.silent = plan.index(Role.NOTES) < 0 && plan.doubt().isEmpty() && plan.fluxBeside() < 0;
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
    epochs.countAs(plan.table().rows().frame(row.sourceRow(), plan.frame()));
    if (isRagged(row)) {
      reject(
          row,
          RowRejectionCode.COLUMN_COUNT,
          "The row has %s cells, the header %s".formatted(row.size(), plan.columns()));
    } else {
      ofObject(row);
    }
  }

  private void ofObject(RowCursor row) {
    String object = object(row);
    if (object == null) {
      reject(row, RowRejectionCode.OBJECT_UNRESOLVED, "The row names no object");
    } else if (plan.object().isEmpty() && isTooLong(object)) {
      reject(row, RowRejectionCode.OBJECT_UNRESOLVED, "No object has a name as long");
    } else {
      measure(row, object);
    }
  }

  private void measure(RowCursor row, String object) {
    Epoch epoch = epochs.epoch(row);
    if (epoch == null) {
      reject(row, epochs.problem(), epochs.detail(row));
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

  /** Cells that are missing at the end do no harm unless something is read from them. */
  private boolean isRagged(RowCursor row) {
    int size = row.size();
    if (size == plan.columns()) {
      return false;
    }
    if (size > plan.columns()) {
      return !row.isEmptyFrom(plan.columns());
    }
    boolean needed = (plan.table().aligned() && !lacksTextOnly(row)) || epochs.needsBeyond(size);
    for (ValuePlan value : plan.values()) {
      needed |= value.column() >= size || lacksFlag(value, size);
    }
    return needed || MEANINGS.stream().anyMatch(role -> plan.index(role) >= size);
  }

  /** Without its flag a limit would be a detection. */
  private static boolean lacksFlag(ValuePlan value, int size) {
    return value.signs().flags().stream()
        .anyMatch(flag -> flag.column() >= size && flag.isForLimits());
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

  private void value(RowCursor row, String object, Epoch epoch, ValuePlan planned) {
    ValuePlan value = kinds.of(row, planned);
    if (value != null) {
      known(row, object, epoch, value);
    } else if (!plan.wide() || !ValueCell.isNull(row.cell(planned.column()))) {
      reject(row, kinds.problem(), kinds.detail());
    }
  }

  /** Reads a value of which it is known what kind of number it is. */
  private void known(RowCursor row, String object, Epoch epoch, ValuePlan value) {
    Brightness read = brightness.read(row, value);
    if (read != null) {
      String band = bands.band(row, value);
      if (isBand(row, band)) {
        accept(row, object, epoch, band, value.kind(), read);
      }
    } else if (!plan.wide() || brightness.problem() != RowRejectionCode.NO_MEASUREMENT) {
      reject(row, brightness.problem(), brightness.detail());
    }
  }

  /** Whether a band can be called so; rejects the row when none can. */
  private boolean isBand(RowCursor row, String band) {
    if (band.isEmpty()) {
      reject(row, RowRejectionCode.BAND_MISSING, "The row names no band");
      return false;
    }
    if (isTooLong(band)) {
      reject(row, RowRejectionCode.BAND_UNRECOGNIZED, "No band has a name as long");
      return false;
    }
    return true;
  }

  private void accept(
      RowCursor row, String object, Epoch epoch, String band, ValueKind kind, Brightness read) {
    accepted++;
    tallied++;
    limits += read.isLimit() ? 1 : 0;
    quality.read(row, read, brightness.isUncertain() || !kind.doubt().isEmpty());
    sink.accept(
        new Measurement(
            row.sourceRow(),
            object,
            epoch,
            band,
            bands.spectral(row),
            kind.system(),
            read,
            quality.flag(),
            quality.bits() | (epoch.reinterpreted() ? QualityBits.EPOCH_REINTERPRETED : 0),
            notes(row, epoch, kind),
            origins.origin(row),
            trust(kind, brightness.limitBy())));
  }

  /** Rows share it as long as they are as sure as each other. */
  private Trust trust(ValueKind kind, Confidence limitBy) {
    Confidence time = epochs.confidence();
    Confidence system = kind.system() == null ? null : kind.systemBy();
    boolean same = trust.time() == time && trust.system() == system;
    if (!same || trust.unit() != kind.unitBy() || trust.limit() != limitBy) {
      trust =
          new Trust(time, system, kind.unitBy(), plan.trust().band(), limitBy, plan.trust().nova());
    }
    return trust;
  }

  private String notes(RowCursor row, Epoch epoch, ValueKind kind) {
    if (silent && row.remark().isEmpty() && isPlain(epoch, kind)) {
      return "";
    }
    String doubts = joined(joined(notes(row, epoch), kind.doubt()), brightness.note());
    return Excerpt.of(doubts, LONGEST_NOTES);
  }

  private boolean isPlain(Epoch epoch, ValueKind kind) {
    return !epoch.reinterpreted() && kind.doubt().isEmpty() && brightness.note().isEmpty();
  }

  private String notes(RowCursor row, Epoch epoch) {
    int column = plan.index(Role.NOTES);
    String notes = column < 0 ? "" : row.cell(column);
    notes = joined(joined(ValueCell.isNull(notes) ? "" : notes, row.remark()), plan.doubt());
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

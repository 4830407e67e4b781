package org.novacat.transforms.photometry.read.row;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.RowRejectionCode;
import org.novacat.transforms.photometry.read.column.FlagMeaning;
import org.novacat.transforms.photometry.read.column.FluxUnits;
import org.novacat.transforms.photometry.read.column.MagnitudeSystems;
import org.novacat.transforms.photometry.read.column.MeasurementKind;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValueKind;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.sidecar.SidecarKey;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.Numbers;

/** Reads what kind of number the value of a row is, where a column of the row says so. */
final class KindReader {
  /** What is added to the observed nova and leaves it one. */
  private static final Set<String> HARMLESS = Set.of("scorrected", "includeshost");

  /** No detector is so sensitive, nor so blunt. */
  private static final double LARGEST_ZERO_POINT = 60;

  private final RowPlan plan;
  private final List<Integer> derived;
  private final int kind;
  private final int unit;
  private final int zero;
  private final int system;
  private final boolean silent;
  private RowRejectionCode problem = RowRejectionCode.UNSUPPORTED_QUANTITY;
  private String detail = "";

  KindReader(RowPlan plan) {
    this.plan = plan;
    this.derived = plan.roles().all(Role.DERIVED);
    this.kind = plan.index(Role.KIND);
    this.unit = unlessSaid(SidecarKey.UNIT, Role.UNIT);
    this.zero = plan.sidecar().zeroPoint() != null ? -1 : plan.index(Role.ZERO_POINT);
    this.system = unlessSaid(SidecarKey.MAGNITUDE_SYSTEM, Role.MAGNITUDE_SYSTEM);
    this.silent = derived.isEmpty() && Math.max(Math.max(kind, unit), Math.max(zero, system)) < 0;
  }

  /** What a sidecar says goes before what a column says. */
  private int unlessSaid(SidecarKey key, Role role) {
    return plan.sidecar().text(key).isEmpty() ? plan.index(role) : -1;
  }

  /** How the value of a row is read; null when it enters no table, see {@link #problem()}. */
  @Nullable ValuePlan of(RowCursor row, ValuePlan planned) {
    if (silent) {
      return planned;
    }
    if (isOwn(row) || isDerived(row)) {
      return null;
    }
    ValueKind ofUnit = ofUnit(row, planned.kind());
    ValueKind counted = ofUnit == null ? null : ofZeroPoint(row, ofUnit);
    return counted == null ? null : planned.as(doubted(row, ofSystem(row, counted)));
  }

  RowRejectionCode problem() {
    return problem;
  }

  String detail() {
    return detail;
  }

  private boolean isOwn(RowCursor row) {
    return switch (MeasurementKind.of(cell(row, kind))) {
      case OWN ->
          refuse(
              RowRejectionCode.UNSUPPORTED_QUANTITY,
              "Column '%s' says '%s': no standard magnitude"
                  .formatted(label(kind), cell(row, kind)));
      case NOT_OBSERVED -> refuse(RowRejectionCode.NOT_OBSERVED, notObserved(row, kind));
      case STANDARD, UNKNOWN -> false;
    };
  }

  private boolean isDerived(RowCursor row) {
    for (int column : derived) {
      boolean harmless = HARMLESS.contains(plan.roles().column(column).plain());
      if (isSaid(row, column) && !harmless) {
        return refuse(RowRejectionCode.NOT_OBSERVED, notObserved(row, column));
      }
    }
    return false;
  }

  private String notObserved(RowCursor row, int column) {
    return "Column '%s' says '%s': not the nova as it was observed"
        .formatted(label(column), row.cell(column));
  }

  private boolean isSaid(RowCursor row, int column) {
    String said = cell(row, column);
    return !said.isEmpty() && FlagMeaning.of(said) != FlagMeaning.NO;
  }

  private @Nullable ValueKind ofUnit(RowCursor row, ValueKind planned) {
    String said = cell(row, unit);
    if (said.isEmpty()) {
      return planned;
    }
    FluxUnits.Unit flux = FluxUnits.of(said);
    return flux.isKnown() ? ofFlux(flux, planned, said) : ofMagnitude(planned, said);
  }

  private ValueKind ofFlux(FluxUnits.Unit flux, ValueKind planned, String said) {
    ValueKind stated = ValueKind.flux(flux, Confidence.STATED);
    boolean counted = stated.needsZeroPoint() && plan.sidecar().zeroPoint() != null;
    return counted ? planned : against(planned, stated, said);
  }

  private @Nullable ValueKind ofMagnitude(ValueKind planned, String said) {
    String magnitudes = MagnitudeSystems.inLabel(said);
    if (magnitudes != null) {
      return ValueKind.magnitude(magnitudes, Confidence.STATED);
    }
    if (said.toLowerCase(Locale.ROOT).startsWith("mag")) {
      return planned.isMagnitude() ? planned : ValueKind.magnitude(null, Confidence.ASSUMED);
    }
    refuse(
        RowRejectionCode.UNIT_UNKNOWN,
        "Column '%s' says '%s', which is no unit".formatted(label(unit), said));
    return null;
  }

  /** What a row says of its unit holds, with a doubt where the header says another. */
  private ValueKind against(ValueKind header, ValueKind row, String said) {
    boolean same =
        header.isMagnitude()
            || header.unit().isEmpty()
            || (header.unit().equals(row.unit()) && header.factor() == row.factor());
    return same
        ? row
        : row.doubted("column '%s' says %s, the header another unit".formatted(label(unit), said));
  }

  private @Nullable ValueKind ofZeroPoint(RowCursor row, ValueKind planned) {
    boolean counted = planned.needsZeroPoint() || planned.unit().isEmpty();
    if (planned.isMagnitude() || !counted || zero < 0) {
      return planned;
    }
    double magnitude = Numbers.parse(cell(row, zero));
    double jansky = zeroJy(row);
    if (Math.abs(magnitude) < LARGEST_ZERO_POINT && jansky > 0) {
      return ValueKind.counted(magnitude, jansky);
    }
    refuse(RowRejectionCode.UNIT_UNKNOWN, noZeroPoint(row, jansky));
    return null;
  }

  private String noZeroPoint(RowCursor row, double jansky) {
    return jansky > 0
        ? "Column '%s' says '%s', which is no zero point".formatted(label(zero), cell(row, zero))
        : "Column '%s' gives a zero point of another system than AB, '%s'"
            .formatted(label(zero), cell(row, system));
  }

  /** Flux density of magnitude 0, Jy; NaN when nothing says it. */
  private double zeroJy(RowCursor row) {
    Double asserted = plan.sidecar().zeroPointJy();
    String said = cell(row, system);
    String ofRow = said.isEmpty() ? plan.zeroPointSystem() : MagnitudeSystems.of(said);
    return asserted != null
        ? asserted
        : MagnitudeSystems.AB.equals(ofRow) ? FluxUnits.AB_ZERO_JY : Double.NaN;
  }

  private ValueKind ofSystem(RowCursor row, ValueKind planned) {
    String said = cell(row, system);
    if (said.isEmpty() || !planned.isMagnitude()) {
      return planned;
    }
    String known = MagnitudeSystems.of(said);
    if (known == null) {
      return planned.doubted("magnitude system '%s' is not known".formatted(said));
    }
    String header = planned.systemBy() == Confidence.STATED ? planned.system() : null;
    String against =
        header == null || header.equals(known)
            ? ""
            : "column '%s' says %s, the header %s".formatted(label(system), known, header);
    return planned.of(known, Confidence.STATED).doubted(against);
  }

  private ValueKind doubted(RowCursor row, ValueKind planned) {
    ValueKind all = planned;
    String said = cell(row, kind);
    boolean standard = said.isEmpty() || MeasurementKind.of(said) == MeasurementKind.STANDARD;
    if (!standard && planned.isMagnitude()) {
      all = all.doubted("column '%s' says '%s'".formatted(label(kind), said));
    }
    for (int column : derived) {
      if (isSaid(row, column)) {
        all = all.doubted("column '%s' says '%s'".formatted(label(column), row.cell(column)));
      }
    }
    return all;
  }

  private String cell(RowCursor row, int column) {
    String cell = column < 0 || column >= row.size() ? "" : row.cell(column);
    return ValueCell.isNull(cell) ? "" : cell;
  }

  private String label(int column) {
    return plan.roles().column(column).label();
  }

  /** Always true. */
  private boolean refuse(RowRejectionCode code, String why) {
    problem = code;
    detail = why;
    return true;
  }
}

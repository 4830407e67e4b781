package org.novacat.transforms.photometry.read.row;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.SpectralCoordinate;
import org.novacat.transforms.photometry.read.column.Role;
import org.novacat.transforms.photometry.read.column.ValueCell;
import org.novacat.transforms.photometry.read.plan.RowPlan;
import org.novacat.transforms.photometry.read.plan.ValuePlan;
import org.novacat.transforms.photometry.read.table.RowCursor;
import org.novacat.transforms.text.Numbers;

/** Reads in which band a row measures. */
final class BandReader {
  private final RowPlan plan;
  private final int column;
  private final int energy;

  BandReader(RowPlan plan) {
    this.plan = plan;
    this.column = plan.index(Role.BAND);
    this.energy = plan.index(Role.ENERGY_ABOVE);
  }

  /**
   * The band as the file spells it, else as a sidecar or the format says; "" when nothing does.
   * What a sidecar makes of spellings comes in when bands are looked up.
   */
  String band(RowCursor row, ValuePlan value) {
    if (!value.band().isEmpty()) {
      return value.band();
    }
    if (column < 0) {
      return plan.band().isEmpty() && energy >= 0 ? above(row) : plan.band();
    }
    String cell = row.cell(column);
    if (ValueCell.isNull(cell)) {
      return plan.band();
    }
    if (!plan.bandUnit().isEmpty()) {
      return cell + " " + plan.bandUnit();
    }
    return plan.bandReadings().isEmpty() ? cell : plan.bandReadings().getOrDefault(cell, cell);
  }

  /** An open range, such as {@code >1 TeV}. */
  private String above(RowCursor row) {
    double least = Numbers.parse(row.cell(energy));
    String unit = plan.roles().column(energy).unit();
    boolean whole = least == Math.rint(least) && least < 1e9;
    return Double.isNaN(least)
        ? ""
        : ">%s %s".formatted(whole ? Long.toString((long) least) : Double.toString(least), unit);
  }

  /** The frequency or energy that the row gives; null when it gives none. */
  @Nullable SpectralCoordinate spectral(RowCursor row) {
    if (column >= 0 && !plan.bandUnit().isEmpty()) {
      return coordinate(Numbers.parse(row.cell(column)), plan.bandUnit());
    }
    return energy < 0
        ? null
        : coordinate(Numbers.parse(row.cell(energy)), plan.roles().column(energy).unit());
  }

  private static @Nullable SpectralCoordinate coordinate(double value, String unit) {
    if (!(value > 0)) {
      return null;
    }
    return switch (unit) {
      case "GHz", "keV", "MeV", "GeV" -> new SpectralCoordinate(value, unit);
      case "MHz" -> new SpectralCoordinate(value / 1000, "GHz");
      case "TeV" -> new SpectralCoordinate(value * 1000, "GeV");
      default -> null;
    };
  }
}

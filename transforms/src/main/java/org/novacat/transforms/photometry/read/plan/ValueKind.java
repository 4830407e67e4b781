package org.novacat.transforms.photometry.read.plan;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.account.Confidence;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.transforms.photometry.read.column.FluxUnits;

/**
 * What kind of number a value is, of a column or of a row.
 *
 * @param quantity what it is
 * @param unit its unit; "" when no table knows it
 * @param unitBy how sure that is
 * @param factor what it is multiplied with; 1 unless its own unit is another or a zero point makes
 *     fluxes of counts
 * @param system system of the magnitude; null when nothing says it, and for fluxes
 * @param systemBy how sure that is
 * @param doubt why it is not quite what was observed, for a note; "" when it is
 */
public record ValueKind(
    Quantity quantity,
    String unit,
    Confidence unitBy,
    double factor,
    @Nullable String system,
    Confidence systemBy,
    String doubt) {
  public static ValueKind magnitude(@Nullable String system, Confidence systemBy) {
    return new ValueKind(Quantity.MAGNITUDE, "mag", Confidence.STATED, 1, system, systemBy, "");
  }

  /** A flux, or a count rate, in a unit of {@link FluxUnits}. */
  public static ValueKind flux(FluxUnits.Unit unit, Confidence unitBy) {
    Quantity quantity = unit.name().equals("ct/s") ? Quantity.COUNT_RATE : Quantity.FLUX_DENSITY;
    return new ValueKind(
        quantity, unit.name(), unitBy, unit.factor(), null, Confidence.ASSUMED, "");
  }

  /**
   * A flux of which a magnitude is that of one unit: a flux f has the magnitude zp - 2.5 lg f, and
   * magnitude 0 is so many Jy (Oke and Gunn 1983).
   *
   * @param zeroPoint magnitude of one unit of the flux
   * @param zeroJy flux density of magnitude 0, Jy
   */
  public static ValueKind counted(double zeroPoint, double zeroJy) {
    double factor = zeroJy * Math.pow(10, -0.4 * zeroPoint);
    return flux(new FluxUnits.Unit("Jy", factor), Confidence.STATED);
  }

  public boolean isMagnitude() {
    return quantity == Quantity.MAGNITUDE;
  }

  /** Whether only a zero point can make a flux of it. */
  public boolean needsZeroPoint() {
    return unit.equals(FluxUnits.INSTRUMENTAL);
  }

  /** The same of a magnitude of another system. */
  public ValueKind of(@Nullable String said, Confidence by) {
    return new ValueKind(quantity, unit, unitBy, factor, said, by, doubt);
  }

  /** The same with a doubt more. */
  public ValueKind doubted(String why) {
    String all = doubt.isEmpty() ? why : why.isEmpty() ? doubt : doubt + "; " + why;
    return new ValueKind(quantity, unit, unitBy, factor, system, systemBy, all);
  }
}

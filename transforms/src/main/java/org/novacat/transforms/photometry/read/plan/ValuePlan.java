package org.novacat.transforms.photometry.read.plan;

import org.novacat.layouts.photometry.Quantity;

/**
 * How a column of values is read; columns from 0, −1 for none.
 *
 * @param column the values
 * @param quantity what they are
 * @param unit their unit; "" when no table knows it
 * @param factor what they are multiplied with; 1 unless a zero point makes fluxes of counts
 * @param error column of errors
 * @param low column of the errors below, or of the lower bound
 * @param high column of the errors above, or of the upper bound
 * @param bounds whether these two hold bounds
 * @param band the band that the column is named after; "" when another says
 */
public record ValuePlan(
    int column,
    Quantity quantity,
    String unit,
    double factor,
    int error,
    int low,
    int high,
    boolean bounds,
    String band) {
  public boolean isMagnitude() {
    return quantity == Quantity.MAGNITUDE;
  }
}

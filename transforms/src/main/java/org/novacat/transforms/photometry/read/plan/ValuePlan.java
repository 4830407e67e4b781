package org.novacat.transforms.photometry.read.plan;

import org.novacat.layouts.photometry.Quantity;

/**
 * How a column of values is read; columns from 0, −1 for none.
 *
 * @param column the values
 * @param kind what they are, unless a row says otherwise
 * @param error column of errors
 * @param low column of the errors below, or of the lower bound
 * @param high column of the errors above, or of the upper bound
 * @param bounds whether these two hold bounds
 * @param band the band that the column is named after; "" when another says
 * @param signs what else stands beside the values
 */
public record ValuePlan(
    int column,
    ValueKind kind,
    int error,
    int low,
    int high,
    boolean bounds,
    String band,
    Signs signs) {
  public Quantity quantity() {
    return kind.quantity();
  }

  /** Unit of what a table holds; "" when no table knows it. */
  public String unit() {
    return kind.unit();
  }

  /** What the numbers are multiplied with. */
  public double factor() {
    return kind.factor();
  }

  public boolean isMagnitude() {
    return kind.isMagnitude();
  }

  /** The same of a row that says what its number is. */
  public ValuePlan as(ValueKind ofRow) {
    return ofRow.equals(kind)
        ? this
        : new ValuePlan(column, ofRow, error, low, high, bounds, band, signs);
  }
}

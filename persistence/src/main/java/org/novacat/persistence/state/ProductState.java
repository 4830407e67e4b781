package org.novacat.persistence.state;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** Where a product stands. */
public record ProductState(
    ValidationStatus validation, AcquisitionStatus acquisition, Eligibility eligibility)
    implements Serializable {
  public ProductState {
    requireNonNull(validation, "validation is null");
    requireNonNull(acquisition, "acquisition is null");
    requireNonNull(eligibility, "eligibility is null");
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException when {@code text} is not of that form
   */
  public static ProductState parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "Cannot read product state '%s': it is not of the form VALID/ACQUIRED/NONE"
              .formatted(text));
    }
    return new ProductState(
        ValidationStatus.valueOf(parts[0]),
        AcquisitionStatus.valueOf(parts[1]),
        Eligibility.valueOf(parts[2]));
  }

  @Override
  public String toString() {
    return validation + "/" + acquisition + "/" + eligibility;
  }
}

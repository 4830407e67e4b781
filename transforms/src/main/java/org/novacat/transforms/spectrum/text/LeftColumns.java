package org.novacat.transforms.spectrum.text;

import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.table.Samples;

/** What is said of columns that no spectrum needs. */
final class LeftColumns {
  private LeftColumns() {}

  /** Why no value needs a column; "" when that is not known. */
  static String irrelevant(TextColumn column, Samples samples, int index) {
    if (samples.isEmpty(index)) {
      return "it has no cells";
    }
    if (counts(samples, index)) {
      return "it counts the rows";
    }
    ColumnRole role = column.role();
    if (role == null) {
      return "";
    }
    return switch (role) {
      case SKY -> "light of the sky, not of the target";
      case CONTINUUM -> "the continuum, which is not applied";
      case MODEL -> "a model of the spectrum";
      case SNR -> "signal to noise, from which no uncertainty is made";
      case WIDTH -> "width of samples";
      case WAVELENGTH, LOG_WAVELENGTH -> "the wavelengths once more";
      default -> "";
    };
  }

  private static boolean counts(Samples samples, int index) {
    if (samples.numbers(index) < samples.rows() || samples.rows() < 2) {
      return false;
    }
    double first = samples.value(index, 0);
    for (int i = 0; i < samples.rows(); i++) {
      if (samples.value(index, i) != first + i || first != Math.rint(first) || first > 1) {
        return false;
      }
    }
    return true;
  }

  /** What is missing to use a column. */
  static String unaccounted(TextColumn column, Samples samples, int index) {
    ColumnRole role = column.role();
    if (role == null) {
      return column.name().isEmpty()
          ? "nothing says what it holds"
          : "nobody knows what its name means";
    }
    boolean texts = samples.bad(index) > 0;
    return switch (role) {
      case FLUX -> "another flux is used";
      case ERROR_PART -> "uncertainties with two sides are not read";
      case SIGMA, VARIANCE, IVAR ->
          "another uncertainty is used, it belongs to another flux, or its unit is none of a flux";
      case MASK, GOOD ->
          texts
              ? "nobody knows what %s means".formatted(String.join(", ", samples.texts(index)))
              : "several columns say which samples are good";
      default -> "a column of kind " + role.words() + " is not read";
    };
  }
}

package org.novacat.transforms.spectrum.text;

import java.util.Locale;
import org.novacat.layouts.spectrum.ColumnRole;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.transforms.spectrum.text.column.TextColumn;

/** What a column of uncertainties holds. */
final class UncertaintyKinds {
  private UncertaintyKinds() {}

  /** As somebody states it, else as its name says, else standard deviations. */
  static Uncertainty.Kind of(String stated, TextColumn column) {
    switch (stated.strip().toLowerCase(Locale.ROOT)) {
      case "variance" -> {
        return Uncertainty.Kind.VARIANCE;
      }
      case "ivar" -> {
        return Uncertainty.Kind.IVAR;
      }
      case "sigma" -> {
        return Uncertainty.Kind.SIGMA;
      }
      default -> {
        return byRole(column);
      }
    }
  }

  private static Uncertainty.Kind byRole(TextColumn column) {
    if (column.is(ColumnRole.VARIANCE)) {
      return Uncertainty.Kind.VARIANCE;
    }
    return column.is(ColumnRole.IVAR) ? Uncertainty.Kind.IVAR : Uncertainty.Kind.SIGMA;
  }

  /** For people. */
  static String words(Uncertainty.Kind kind) {
    return switch (kind) {
      case SIGMA -> "uncertainty, one standard deviation";
      case VARIANCE -> "uncertainty, its square";
      case IVAR -> "uncertainty, one over its square";
    };
  }
}

package org.novacat.transforms.spectrum.text;

import java.util.List;
import java.util.OptionalDouble;
import org.novacat.transforms.spectrum.text.column.LengthUnits;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** Tables with more than one column of wavelengths. */
final class SeveralAxes {
  /** Wavelengths in air and in vacuum differ by 3 parts in 10,000. */
  private static final double SAME_WITHIN = 1e-3;

  private SeveralAxes() {}

  /**
   * The one column to be used, where one is in the frame of the observer and others at rest, or
   * where all are one axis in other units or media; all of them where that is not so.
   */
  static List<Integer> narrowed(TextTable table, List<Integer> found) {
    List<Integer> observed =
        found.stream().filter(i -> !table.columns().get(i).says("rest")).toList();
    List<Integer> left = observed.isEmpty() ? found : observed;
    boolean same = left.stream().allMatch(i -> areSame(table, left.get(0), i));
    return same ? List.of(best(table, left)) : left;
  }

  /** In vacuum before in air, then with a unit. */
  private static int best(TextTable table, List<Integer> columns) {
    for (int i : columns) {
      if (table.columns().get(i).says("vacuum")) {
        return i;
      }
    }
    return columns.stream()
        .filter(i -> !table.columns().get(i).unit().isEmpty())
        .findFirst()
        .orElse(columns.get(0));
  }

  private static boolean areSame(TextTable table, int one, int other) {
    Samples samples = table.samples();
    int last = samples.rows() - 1;
    double scale = scale(table.columns().get(one)) / scale(table.columns().get(other));
    return isOne(samples.value(one, 0) * scale / samples.value(other, 0))
        && isOne(samples.value(one, last) * scale / samples.value(other, last));
  }

  private static boolean isOne(double ratio) {
    return Math.abs(ratio - 1) < SAME_WITHIN;
  }

  private static double scale(TextColumn column) {
    OptionalDouble angstroms = LengthUnits.angstroms(column.unit());
    return angstroms.orElse(1);
  }
}

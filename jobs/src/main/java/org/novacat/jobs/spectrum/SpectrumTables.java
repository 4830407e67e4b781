package org.novacat.jobs.spectrum;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.jobs.cli.UserError;
import org.novacat.jobs.spectrum.SpectrumTable.ExportColumn;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.SpectrumColumn;

/**
 * Makes the table of a stored spectrum.
 *
 * <p>Wavelength, flux and uncertainty come first and no other column has the unit of the flux:
 * specutils takes the first column of a flux unit for the flux and the next one of the same unit
 * for its uncertainty. That is why {@code flux_lambda} stays out (decision 0012).
 */
final class SpectrumTables {
  private SpectrumTables() {}

  /**
   * The table of a spectrum.
   *
   * @param onlyOrder the number of the only order to take; null for all
   * @throws UserError when there is no such order
   */
  static SpectrumTable of(StoredSpectrum spectrum, @Nullable Integer onlyOrder) {
    int[] rows = rows(spectrum, onlyOrder);
    List<ExportColumn> columns = new ArrayList<>();
    for (SpectrumColumn column : numbers(spectrum)) {
      double[] values = spectrum.columns().doubles(column.columnName());
      if (values != null) {
        columns.add(described(column, spectrum, doubles(values, rows)));
      }
    }
    columns.add(quality(spectrum, rows));
    int[] mask = spectrum.columns().ints(SpectrumColumn.MASK.columnName());
    if (mask != null) {
      columns.add(described(SpectrumColumn.MASK, spectrum, ints(mask, rows)));
    }
    int[] order = ints(spectrum.order(), rows);
    if (order[0] != order[order.length - 1]) {
      columns.add(described(SpectrumColumn.ORDER, spectrum, order));
    }
    return new SpectrumTable(
        columns, SpectrumFacts.of(spectrum, columns.get(0), order[0]), spectrum.notes());
  }

  /** Wavelengths in vacuum are told apart only where the file's own are others. */
  private static List<SpectrumColumn> numbers(StoredSpectrum spectrum) {
    List<SpectrumColumn> asFound =
        List.of(SpectrumColumn.WAVELENGTH, SpectrumColumn.FLUX, SpectrumColumn.UNCERTAINTY);
    return spectrum.medium() == Medium.VACUUM
        ? asFound
        : Stream.concat(asFound.stream(), Stream.of(SpectrumColumn.WAVELENGTH_VACUUM)).toList();
  }

  private static int[] rows(StoredSpectrum spectrum, @Nullable Integer onlyOrder) {
    int[] order = spectrum.order();
    int[] rows =
        IntStream.range(0, order.length)
            .filter(row -> onlyOrder == null || order[row] == onlyOrder)
            .toArray();
    if (rows.length == 0) {
      throw new UserError(
          "Cannot export order %s: the spectrum has the orders %s"
              .formatted(onlyOrder, Arrays.toString(Arrays.stream(order).distinct().toArray())));
    }
    return rows;
  }

  private static ExportColumn described(
      SpectrumColumn column, StoredSpectrum spectrum, Object values) {
    return new ExportColumn(
        column.columnName(),
        column.unit(spectrum.text("/flux/unit")),
        column.ucd(spectrum.statedMedium()),
        field(column),
        column.description(),
        values);
  }

  private static String field(SpectrumColumn column) {
    return switch (column) {
      case WAVELENGTH -> "Data.SpectralAxis.Value";
      case FLUX -> "Data.FluxAxis.Value";
      case UNCERTAINTY -> "Data.FluxAxis.Accuracy.StatError";
      case ORDER -> "Data.SpectralAxis.Order";
      case WAVELENGTH_VACUUM, FLUX_LAMBDA, UNCERTAINTY_LAMBDA, MASK, GOOD -> "";
    };
  }

  private static ExportColumn quality(StoredSpectrum spectrum, int[] rows) {
    boolean[] good =
        requireNonNull(
            spectrum.columns().booleans(SpectrumColumn.GOOD.columnName()), "no column good");
    return quality(IntStream.of(rows).map(row -> good[row] ? 0 : 1).toArray());
  }

  /** The model's own coding: 0 is good and 1 is bad (section 4.4). */
  static ExportColumn quality(int[] values) {
    return new ExportColumn(
        "quality",
        "",
        "meta.code.qual;phot.flux.density",
        "Data.FluxAxis.Quality",
        "0 where the sample is usable, else 1",
        values);
  }

  private static double[] doubles(double[] all, int[] rows) {
    return IntStream.of(rows).mapToDouble(row -> all[row]).toArray();
  }

  private static int[] ints(int[] all, int[] rows) {
    return IntStream.of(rows).map(row -> all[row]).toArray();
  }
}

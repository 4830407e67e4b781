package org.novacat.transforms.spectrum.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.transforms.spectrum.text.column.LengthUnits;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** The spectra in the rows of a table, an order for each block. */
final class Orders {
  /** Shortest plausible wavelength, Angstrom: gratings on X-ray observatories begin at 1.2 Å. */
  private static final double SHORTEST = 1;

  /** Longest plausible wavelength, Angstrom: 1 mm. */
  private static final double LONGEST = 1e7;

  private final TextTable table;
  private final Samples samples;
  private final ColumnChoice.Chosen chosen;
  private final AxisFacts axis;
  private final FluxFacts flux;
  private final List<SourceSpectrum> spectra = new ArrayList<>();
  private final List<ReadResult.RefusedOrder> refused = new ArrayList<>();

  Orders(TextTable table, ColumnChoice.Chosen chosen, AxisFacts axis, FluxFacts flux) {
    this.table = table;
    this.samples = table.samples();
    this.chosen = chosen;
    this.axis = axis;
    this.flux = flux;
  }

  List<SourceSpectrum> spectra() {
    return spectra;
  }

  List<ReadResult.RefusedOrder> refused() {
    return refused;
  }

  void add(List<Blocks.Block> blocks) {
    for (Blocks.Block block : blocks) {
      double[] wavelengths = wavelengths(block.rows());
      Optional<Refusal> fault = fault(wavelengths, block.rows());
      if (fault.isPresent()) {
        refused.add(new ReadResult.RefusedOrder(0, block.order(), wavelengths.length, fault.get()));
      } else {
        spectra.add(spectrum(block, wavelengths));
      }
    }
  }

  private double[] wavelengths(int[] rows) {
    double[] values = column(chosen.wavelength(), rows);
    for (int i = 0; axis.logarithmic() && i < values.length; i++) {
      values[i] = StrictMath.pow(10, values[i]);
    }
    return values;
  }

  private double[] column(int column, int[] rows) {
    double[] values = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = samples.value(column, rows[i]);
    }
    return values;
  }

  private SourceSpectrum spectrum(Blocks.Block block, double[] wavelengths) {
    TextColumn column = table.columns().get(chosen.wavelength());
    String name = column.name().isEmpty() ? "" : " '" + column.name() + "'";
    String source =
        "column %s%s, unit by %s".formatted(chosen.wavelength() + 1, name, axis.unitSource());
    SpectralAxis as =
        new SpectralAxis(
            wavelengths,
            axis.unit(),
            false,
            axis.medium(),
            axis.mediumSource(),
            axis.logarithmic() ? "10 to the power of " + source : source);
    return new SourceSpectrum(
        0,
        block.order(),
        as,
        new Flux(column(chosen.flux(), block.rows()), flux.unit(), flux.calibration()),
        uncertainty(block.rows()),
        mask(block.rows()));
  }

  private @Nullable Uncertainty uncertainty(int[] rows) {
    int column = chosen.uncertainty();
    return column < 0
        ? null
        : new Uncertainty(chosen.kind(), column(column, rows), table.columns().get(column).unit());
  }

  private @Nullable Mask mask(int[] rows) {
    return chosen.mask() < 0
        ? null
        : Masks.of(
            samples, chosen.mask(), chosen.maskOfGood(), rows, "column " + (chosen.mask() + 1));
  }

  /** The first fault of wavelengths in the unit of the file; empty when there is none. */
  private Optional<Refusal> fault(double[] values, int[] rows) {
    if (values.length < 2) {
      return fault("AXIS_TOO_SHORT", "it has %s samples".formatted(values.length));
    }
    boolean up = values[1] > values[0];
    for (int i = 1; i < values.length; i++) {
      if (up ? !(values[i] > values[i - 1]) : !(values[i] < values[i - 1])) {
        return fault(
            "AXIS_NOT_MONOTONIC",
            "its wavelengths turn in line %s: %s follows %s (put an empty line before each order, or sort the lines)"
                .formatted(samples.line(rows[i]), values[i], values[i - 1]));
      }
    }
    double scale = LengthUnits.angstroms(axis.unit()).orElse(1);
    double last = values[values.length - 1];
    return range(Math.min(values[0], last) * scale, Math.max(values[0], last) * scale);
  }

  private static Optional<Refusal> range(double low, double high) {
    return low < SHORTEST || high > LONGEST
        ? fault(
            "AXIS_OUT_OF_RANGE",
            "its axis runs from %s to %s Angstrom (state the unit that it has)"
                .formatted(low, high))
        : Optional.empty();
  }

  private static Optional<Refusal> fault(String detail, String message) {
    return Optional.of(new Refusal(QuarantineReason.INVALID_AXIS, detail, message, Map.of()));
  }
}

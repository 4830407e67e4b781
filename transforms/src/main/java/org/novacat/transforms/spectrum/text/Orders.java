package org.novacat.transforms.spectrum.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.axis.AxisReview;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.transforms.spectrum.text.column.TextColumn;
import org.novacat.transforms.spectrum.text.table.Samples;
import org.novacat.transforms.spectrum.text.table.TextTable;

/** The spectra in the rows of a table, an order for each block. */
final class Orders {
  private final TextTable table;
  private final Samples samples;
  private final ColumnChoice.Chosen chosen;
  private final AxisFacts axis;
  private final FluxFacts flux;
  private final AxisReview review;
  private final Map<Integer, int[]> rows = new HashMap<>();

  /** The orders of some blocks of rows, whose axes are gone over as those of all files are. */
  Orders(
      TextTable table,
      ColumnChoice.Chosen chosen,
      AxisFacts axis,
      FluxFacts flux,
      List<Blocks.Block> blocks) {
    this.table = table;
    this.samples = table.samples();
    this.chosen = chosen;
    this.axis = axis;
    this.flux = flux;
    blocks.forEach(block -> rows.put(block.order(), block.rows()));
    this.review = AxisReview.of(blocks.stream().map(this::spectrum).toList());
  }

  List<SourceSpectrum> spectra() {
    return review.sound();
  }

  /** What was done to axes, a sentence each. */
  List<String> notes() {
    return review.notes();
  }

  /** Orders that cannot be used; the line is named where wavelengths turn. */
  List<ReadResult.RefusedOrder> refused() {
    return review.refused().stream().map(this::withLine).toList();
  }

  private ReadResult.RefusedOrder withLine(ReadResult.RefusedOrder order) {
    Refusal said = order.refusal();
    int row = said.detail().equals("AXIS_NOT_MONOTONIC") ? turn(rows.get(order.order())) : -1;
    if (row < 0) {
      return order;
    }
    String message =
        "Cannot use the axis: it turns in line %s (put an empty line before each order, or sort the lines)"
            .formatted(samples.line(row));
    return new ReadResult.RefusedOrder(
        order.hdu(),
        order.order(),
        order.samples(),
        new Refusal(said.reason(), said.detail(), message, said.facts()));
  }

  /** The row where wavelengths turn; −1 when there is none. */
  private int turn(int @Nullable [] of) {
    for (int i = 2; of != null && i < of.length; i++) {
      double before = samples.value(chosen.wavelength(), of[i - 1]);
      boolean up = before > samples.value(chosen.wavelength(), of[i - 2]);
      double next = samples.value(chosen.wavelength(), of[i]);
      if (up ? next <= before : next >= before) {
        return of[i];
      }
    }
    return -1;
  }

  private double[] wavelengths(int[] of) {
    double[] values = column(chosen.wavelength(), of);
    return Arrays.stream(values).map(axis.scale()::raise).toArray();
  }

  private double[] column(int column, int[] of) {
    return Arrays.stream(of).mapToDouble(row -> samples.value(column, row)).toArray();
  }

  private SourceSpectrum spectrum(Blocks.Block block) {
    TextColumn column = table.columns().get(chosen.wavelength());
    String name = column.name().isEmpty() ? "" : " '" + column.name() + "'";
    String source =
        "column %s%s, unit by %s".formatted(chosen.wavelength() + 1, name, axis.unitSource());
    SpectralAxis as =
        new SpectralAxis(
            wavelengths(block.rows()),
            axis.unit(),
            false,
            axis.medium(),
            axis.mediumSource(),
            axis.scale() == WavelengthUnit.Scale.LINEAR ? source : "logarithms in " + source);
    return new SourceSpectrum(
        0,
        block.order(),
        as,
        new Flux(column(chosen.flux(), block.rows()), flux.unit(), flux.calibration()),
        uncertainty(block.rows()),
        mask(block.rows()));
  }

  private @Nullable Uncertainty uncertainty(int[] of) {
    int column = chosen.uncertainty();
    return column < 0
        ? null
        : new Uncertainty(chosen.kind(), column(column, of), table.columns().get(column).unit());
  }

  private @Nullable Mask mask(int[] of) {
    return chosen.mask() < 0
        ? null
        : Masks.of(
            samples, chosen.mask(), chosen.maskOfGood(), of, "column " + (chosen.mask() + 1));
  }
}

package org.novacat.fits.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novacat.fits.data.Column;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/** Parts a spectrum into orders where a column of its table numbers them, a number a row. */
public final class OrderParts {
  private OrderParts() {}

  /** The runs of rows that have one number. */
  public static List<Traced> of(Traced whole, FoundTable found, Column order) {
    int[] numbers = found.table().bits(order);
    Traced known = numberedBy(whole, found, order);
    List<Traced> parts = new ArrayList<>();
    for (int from = 0, to; from < numbers.length; from = to) {
      to = from + 1;
      while (to < numbers.length && numbers[to] == numbers[from]) {
        to++;
      }
      parts.add(new Traced(part(whole.spectrum(), numbers[from], from, to), known.origins()));
    }
    return parts;
  }

  /** The same spectrum, of which this column gave the number. */
  static Traced numberedBy(Traced spectrum, FoundTable found, Column order) {
    List<Origin> origins = new ArrayList<>(spectrum.origins());
    origins.add(Origin.of(found.hdu(), order).as("order"));
    return new Traced(spectrum.spectrum(), origins);
  }

  private static SourceSpectrum part(SourceSpectrum whole, int order, int from, int to) {
    SpectralAxis axis = whole.axis();
    Flux flux = whole.flux();
    Uncertainty error = whole.uncertainty();
    Mask mask = whole.mask();
    return new SourceSpectrum(
        whole.hdu(),
        order,
        new SpectralAxis(
            Arrays.copyOfRange(axis.values(), from, to),
            axis.unit(),
            axis.unitAssumed(),
            axis.medium(),
            axis.mediumSource(),
            axis.source()),
        new Flux(Arrays.copyOfRange(flux.values(), from, to), flux.unit(), flux.calibration()),
        error == null
            ? null
            : new Uncertainty(
                error.kind(), Arrays.copyOfRange(error.values(), from, to), error.unit()),
        mask == null
            ? null
            : new Mask(Arrays.copyOfRange(mask.bits(), from, to), mask.badBits(), mask.source()));
  }
}

package org.novacat.layouts.axis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novacat.layouts.axis.AxisUnits.Size;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.ReadResult.RefusedOrder;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;

/**
 * The last steps of every reader of spectra: what the text of a unit says is carried out, padding
 * is taken off, and orders whose axis is at fault are parted from the others.
 */
public final class AxisReview {
  /** Natural logarithms of 2980 and 12,000 Angstrom. */
  private static final double LN_SHORTEST = 8;

  private static final double LN_LONGEST = 9.4;

  private final List<SourceSpectrum> sound = new ArrayList<>();
  private final List<RefusedOrder> refused = new ArrayList<>();
  private final Set<String> notes = new LinkedHashSet<>();

  /** Units of the orders before: a hundred orders state the same one. */
  private final Map<String, WavelengthUnit> units = new HashMap<>();

  private final Map<String, Size> sizes = new HashMap<>();
  private int padded;
  private int padding;

  private AxisReview() {}

  /** Goes over the spectra of one file, in its order. */
  public static AxisReview of(List<SourceSpectrum> spectra) {
    AxisReview review = new AxisReview();
    spectra.forEach(review::add);
    if (review.padding > 0) {
      review.notes.add(
          "%s samples without a wavelength, at the ends of %s, are padding and left out."
              .formatted(
                  review.padding,
                  review.padded == 1 ? "the spectrum" : review.padded + " spectra"));
    }
    return review;
  }

  /** The spectra that can be used, in the file's order. */
  public List<SourceSpectrum> sound() {
    return sound;
  }

  /** Those that cannot, in the file's order. */
  public List<RefusedOrder> refused() {
    return refused;
  }

  /** What was done and found, one sentence each. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  private void add(SourceSpectrum source) {
    SourceSpectrum said = carriedOut(source);
    SourceSpectrum trimmed = Padding.trim(said);
    Optional<Refusal> fault = fault(trimmed.axis());
    if (fault.isEmpty()) {
      sound.add(trimmed);
      padded += trimmed.length() < said.length() ? 1 : 0;
      padding += said.length() - trimmed.length();
      noteLogarithms(trimmed.axis());
    } else {
      refused.add(
          new RefusedOrder(source.hdu(), source.order(), source.length(), fault.orElseThrow()));
    }
  }

  /** X-rays of some Angstrom have the numbers of natural logarithms of optical wavelengths. */
  private void noteLogarithms(SpectralAxis axis) {
    double first = axis.values()[0];
    double last = axis.values()[axis.values().length - 1];
    if (Math.min(first, last) > LN_SHORTEST
        && Math.max(first, last) < LN_LONGEST
        && WavelengthUnit.of(axis.unit()).angstroms().orElse(0) == 1) {
      notes.add(
          "The axis runs from %s to %s Angstrom and is taken as X-rays; natural logarithms of optical wavelengths have such numbers (if they are, the unit is ln(Angstrom))."
              .formatted(first, last));
    }
  }

  private Optional<Refusal> fault(SpectralAxis axis) {
    Size known = sizes.get(axis.unit());
    if (known == null && !axis.unit().isEmpty() && axis.values().length > 0) {
      Size size = AxisUnits.of(axis);
      // What depends on the values of this order says nothing of the next.
      if (size instanceof Size.Known stated && stated.note().isEmpty()) {
        sizes.put(axis.unit(), size);
      }
      return AxisChecks.fault(axis, size);
    }
    return known == null ? AxisChecks.fault(axis) : AxisChecks.fault(axis, known);
  }

  private SourceSpectrum carriedOut(SourceSpectrum source) {
    SpectralAxis axis = source.axis();
    WavelengthUnit unit = units.computeIfAbsent(axis.unit(), WavelengthUnit::of);
    if (!unit.isMore() || !unit.isLength()) {
      return source;
    }
    return new SourceSpectrum(
        source.hdu(),
        source.order(),
        inMedium(raised(axis, unit), unit),
        source.flux(),
        source.uncertainty(),
        source.mask());
  }

  private SpectralAxis raised(SpectralAxis axis, WavelengthUnit unit) {
    if (unit.scale() == WavelengthUnit.Scale.LINEAR) {
      return axis.in(unit.unit());
    }
    notes.add(
        "The unit '%s' says that the axis holds logarithms; it is raised.".formatted(axis.unit()));
    double[] values = Arrays.stream(axis.values()).map(unit.scale()::raise).toArray();
    return axis.with(values).in(unit.unit());
  }

  /** The medium that the unit names, beside what is known from elsewhere. */
  private SpectralAxis inMedium(SpectralAxis axis, WavelengthUnit unit) {
    boolean header = axis.mediumSource() == MediumSource.HEADER;
    if (unit.medium() == Medium.UNKNOWN || (header && axis.medium() == unit.medium())) {
      return axis;
    }
    if (header && axis.medium() != Medium.UNKNOWN) {
      notes.add(
          "The unit of the axis says %s and the header %s: the medium is taken as unknown."
              .formatted(unit.medium(), axis.medium()));
      return axis.in(Medium.UNKNOWN, MediumSource.UNKNOWN);
    }
    return axis.in(unit.medium(), MediumSource.HEADER);
  }
}

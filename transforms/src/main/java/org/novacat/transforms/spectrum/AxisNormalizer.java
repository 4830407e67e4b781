package org.novacat.transforms.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.axis.AxisChecks;
import org.novacat.layouts.axis.AxisUnits;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.transforms.wavelength.AirVacuum;

/** From an axis as the file holds it to Angstrom, increasing, with vacuum wavelengths if known. */
final class AxisNormalizer {
  private AxisNormalizer() {}

  static Checked<Axis> normalize(SpectralAxis source) {
    return AxisChecks.raw(source.values())
        .map(Checked::<Axis>failed)
        .orElseGet(() -> angstroms(source).then(factor -> inAngstrom(source, factor)));
  }

  private static Checked<Axis> inAngstrom(SpectralAxis source, double factor) {
    boolean reversed = source.values()[0] > source.values()[1];
    double[] scaled = SpectrumSamples.scaled(source.values(), factor);
    double[] wavelength = reversed ? SpectrumSamples.reversed(scaled) : scaled;
    Axis axis = new Axis(wavelength, vacuum(wavelength, source), reversed);
    return AxisChecks.range(wavelength, 1)
        .map(Checked::<Axis>failed)
        .orElseGet(() -> noted(axis, source));
  }

  private static Checked<Axis> noted(Axis axis, SpectralAxis source) {
    List<String> notes = new ArrayList<>();
    if (axis.reversed()) {
      notes.add("The axis decreases in the file: all samples are reversed.");
    }
    if (axis.vacuum() != null && source.medium() == Medium.AIR) {
      notes.add("Vacuum wavelengths are computed from those in air (Ciddor 1996).");
    }
    if (source.mediumSource() == MediumSource.CUSTOM) {
      notes.add(
          "The medium, %s, is custom only: no vacuum wavelengths.".formatted(source.medium()));
    }
    return new Checked.Passed<>(axis, notes);
  }

  /** Null unless header or data model say what the medium is: never converted on custom. */
  private static double @Nullable [] vacuum(double[] wavelength, SpectralAxis source) {
    boolean known =
        source.mediumSource() == MediumSource.HEADER
            || source.mediumSource() == MediumSource.DATA_MODEL;
    if (!known || source.medium() == Medium.UNKNOWN) {
      return null;
    }
    return source.medium() == Medium.VACUUM ? wavelength : AirVacuum.toVacuum(wavelength);
  }

  /** The factor from the unit of a wavelength axis to Angstrom. */
  private static Checked<Double> angstroms(SpectralAxis axis) {
    AxisUnits.Size size = AxisUnits.of(axis);
    if (size instanceof AxisUnits.Size.Known known) {
      return known.note().isEmpty()
          ? Checked.passed(known.angstroms())
          : Checked.passed(known.angstroms(), known.note());
    }
    return Checked.failed(((AxisUnits.Size.Refused) size).refusal());
  }
}

package org.novacat.fits.stated;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;

/** Unit and medium of wavelengths that somebody states beside a file. */
final class StatedAxis {
  private final String from;
  private final WavelengthUnit unit;
  private final Medium medium;
  private final List<String> notes;

  StatedAxis(StatedFacts stated, List<String> notes) {
    this.from = stated.from();
    this.unit = WavelengthUnit.of(stated.text(StatedFact.WAVELENGTH_UNIT).orElse(""));
    this.medium = medium(stated.text(StatedFact.MEDIUM).orElse(""), unit);
    this.notes = notes;
    if (!unit.unit().isEmpty() && !unit.isLength()) {
      throw refused(
          "AXIS_UNIT_UNKNOWN",
          "Cannot use the axis: wavelength_unit = '%s' of %s is no unit of length that is known (state one such as Angstrom or nm)"
              .formatted(unit.unit(), from));
    }
  }

  private static Medium medium(String text, WavelengthUnit unit) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.startsWith("air")) {
      return Medium.AIR;
    }
    return word.startsWith("vac") ? Medium.VACUUM : unit.medium();
  }

  SpectralAxis of(SpectralAxis axis) {
    return inMedium(inUnit(axis));
  }

  private SpectralAxis inUnit(SpectralAxis axis) {
    if (unit.unit().isEmpty()) {
      return axis;
    }
    if (axis.unit().isEmpty() || axis.unitAssumed()) {
      return new SpectralAxis(
          axis.values(), unit.unit(), false, axis.medium(), axis.mediumSource(), axis.source());
    }
    OptionalDouble own = WavelengthUnit.of(axis.unit()).angstroms();
    if (own.isEmpty()) {
      notes.add(
          "The unit of the axis, '%s' by the file, is no length; wavelength_unit = '%s' of %s is taken."
              .formatted(axis.unit(), unit.unit(), from));
      return axis.in(unit.unit());
    }
    if (own.getAsDouble() != unit.angstroms().orElseThrow()) {
      throw refused(
          "AXIS_UNIT_CONTRADICTED",
          "Cannot use the axis: the file says that it is in '%s', and wavelength_unit of %s that it is in '%s' (leave out wavelength_unit, or mend the file)"
              .formatted(axis.unit(), from, unit.unit()));
    }
    return axis;
  }

  private SpectralAxis inMedium(SpectralAxis axis) {
    if (medium == Medium.UNKNOWN || axis.medium() == medium) {
      return medium == Medium.UNKNOWN ? axis : axis.in(medium, MediumSource.HEADER);
    }
    if (axis.mediumSource() != MediumSource.HEADER) {
      return axis.in(medium, MediumSource.HEADER);
    }
    notes.add(
        "The file says that the wavelengths are those in %s and %s that they are those in %s: their medium is not known."
            .formatted(word(axis.medium()), from, word(medium)));
    return axis.in(Medium.UNKNOWN, MediumSource.UNKNOWN);
  }

  private static String word(Medium medium) {
    return medium.name().toLowerCase(Locale.ROOT);
  }

  private static RefusedException refused(String detail, String message) {
    return new RefusedException(
        new Refusal(
            QuarantineReason.UNKNOWN_UNITS,
            detail,
            message,
            Map.of("state", StatedFact.WAVELENGTH_UNIT.key())));
  }
}

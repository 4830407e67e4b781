package org.novacat.fits.stated;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.file.RefusedException;
import org.novacat.fits.profile.Calibrations;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.QuarantineReason;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.StatedFact;
import org.novacat.layouts.spectrum.StatedFacts;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.Units;

/** Unit and worth of a flux that somebody states beside a file. */
final class StatedFlux {
  private final String from;
  private final String unit;
  private final @Nullable FluxCalibration worth;
  private final List<String> notes;

  StatedFlux(StatedFacts stated, List<String> notes) {
    this.from = stated.from();
    this.unit = stated.text(StatedFact.FLUX_UNIT).orElse("").strip();
    this.worth = worth(stated.text(StatedFact.FLUX_CALIBRATION).orElse(""));
    this.notes = notes;
    if (Units.parse(unit) instanceof UnitReading.Unknown unknown) {
      throw new RefusedException(
          new Refusal(
              QuarantineReason.UNKNOWN_UNITS,
              "FLUX_UNIT_UNKNOWN",
              "Cannot read the spectrum: flux_unit = '%s' of %s is not known: %s (state one such as erg/s/cm2/Angstrom, or relative)"
                  .formatted(unit, from, unknown.why()),
              Map.of("state", StatedFact.FLUX_UNIT.key())));
    }
  }

  private static @Nullable FluxCalibration worth(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    for (FluxCalibration one : FluxCalibration.values()) {
      if (!word.isEmpty() && one.name().toLowerCase(Locale.ROOT).startsWith(word)) {
        return one;
      }
    }
    return null;
  }

  Flux of(Flux flux) {
    return worthOf(inUnit(flux));
  }

  private Flux inUnit(Flux flux) {
    if (unit.isEmpty() || same(flux.unit())) {
      return flux;
    }
    boolean unknown = Units.parse(flux.unit()) instanceof UnitReading.Unknown;
    if (unknown && !flux.unit().isBlank()) {
      notes.add(
          "The unit of the flux, '%s' by the file, is not known; flux_unit = '%s' of %s is taken."
              .formatted(flux.unit(), unit, from));
    }
    if (unknown || flux.unit().isBlank()) {
      return new Flux(flux.values(), unit, Calibrations.ofUnit(unit));
    }
    notes.add(
        "The unit of the flux is '%s' by the file and '%s' by %s, so it is not known."
            .formatted(flux.unit(), unit, from));
    return new Flux(flux.values(), "", FluxCalibration.UNCALIBRATED);
  }

  private boolean same(String other) {
    return other.strip().equals(unit)
        || (Units.parse(other) instanceof UnitReading.Understood one
            && Units.parse(unit) instanceof UnitReading.Understood two
            && one.unit().factorTo(two.unit()).orElse(0) == 1);
  }

  /** A flux is absolute only in the unit of a density; else what is stated holds. */
  private Flux worthOf(Flux flux) {
    if (worth == null || worth == flux.calibration()) {
      return flux;
    }
    if (worth == FluxCalibration.ABSOLUTE) {
      notes.add(
          "The flux is said to be absolute by %s, and by the file it is %s in '%s'."
              .formatted(from, flux.calibration(), flux.unit()));
      return flux;
    }
    return new Flux(flux.values(), flux.unit(), worth);
  }
}

package org.novacat.transforms.spectrum;

import static org.novacat.layouts.spectrum.QuarantineReason.NOT_A_SPECTRUM;

import java.util.List;
import java.util.Optional;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * Turns the spectra of one file into one validated spectrum in canonical units, or refuses them.
 *
 * <p>Sampling stays as it is: nothing is resampled, smoothed or rejected, and NaN stays NaN. A bad
 * order is dropped with a note; the spectrum stays valid while one good order is left.
 */
public final class SpectrumNormalizer {
  private SpectrumNormalizer() {}

  /**
   * Normalises the spectra of one file. Pure: equal arguments give equal results.
   *
   * @param spectra the spectrum, or its orders, as the file holds them
   * @param observation what the headers say about how it was taken
   * @param context what it is checked against
   */
  public static NormalizeResult normalize(
      List<SourceSpectrum> spectra, Observation observation, ValidationContext context) {
    Optional<Refusal> misplaced = ObservationChecks.position(observation, context);
    if (misplaced.isPresent()) {
      return new NormalizeResult.Refused(misplaced.get());
    }
    if (spectra.isEmpty()) {
      return new NormalizeResult.Refused(
          Refusal.of(NOT_A_SPECTRUM, "NO_SPECTRUM", "The file holds no spectrum"));
    }
    Assembly assembly = new Assembly();
    spectra.forEach(assembly::add);
    return assembly.finish(observation, context);
  }
}

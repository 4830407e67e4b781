package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.novacat.fits.file.Hdu;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * What a profile read.
 *
 * @param observation how the file was taken
 * @param spectra at least one, in the file's order
 * @param notes assumptions and repairs, one sentence each
 */
public record Reading(Observation observation, List<SourceSpectrum> spectra, List<String> notes) {
  public Reading {
    requireNonNull(observation, "observation is null");
    spectra = List.copyOf(spectra);
    notes = List.copyOf(notes);
  }

  /**
   * Spectra with the usual facts of their observation, and the notes of the file.
   *
   * @param data the HDU whose cards are asked before those of the primary one
   * @param more notes behind those of the file
   */
  public static Reading of(Input input, Hdu data, List<SourceSpectrum> spectra, String... more) {
    return new Reading(
        Observations.of(Cards.of(input, data)),
        spectra,
        Stream.concat(input.file().notes().stream(), Stream.of(more)).toList());
  }
}

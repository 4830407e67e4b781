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
 * @param notes assumptions and repairs, one sentence each; those of the observation among them
 * @param used every column and line of an image that became a part of a spectrum, and the HDUs
 *     whose cards did, each once for each use
 */
public record Reading(
    Observation observation, List<SourceSpectrum> spectra, List<String> notes, List<Origin> used) {
  public Reading {
    requireNonNull(observation, "observation is null");
    spectra = List.copyOf(spectra);
    notes = Stream.concat(notes.stream(), observation.notes().stream()).distinct().toList();
    used = List.copyOf(used);
  }

  /**
   * Spectra with the usual facts of their observation, and the notes of the file.
   *
   * @param data the HDU whose cards are asked before those of the primary one
   * @param more notes behind those of the file
   */
  public static Reading of(Input input, Hdu data, List<Traced> spectra, String... more) {
    return of(
        Observations.of(Cards.of(input, data)),
        spectra,
        Stream.concat(input.file().notes().stream(), Stream.of(more)).toList());
  }

  /** Spectra, and of what they were made. */
  public static Reading of(Observation observation, List<Traced> spectra, List<String> notes) {
    return new Reading(
        observation,
        spectra.stream().map(Traced::spectrum).toList(),
        notes,
        spectra.stream().flatMap(one -> one.origins().stream()).distinct().toList());
  }

  /** The same, of which these were used too. */
  public Reading using(Origin... more) {
    return new Reading(
        observation,
        spectra,
        notes,
        Stream.concat(used.stream(), Stream.of(more)).distinct().toList());
  }
}

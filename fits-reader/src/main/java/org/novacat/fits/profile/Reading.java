package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
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
}

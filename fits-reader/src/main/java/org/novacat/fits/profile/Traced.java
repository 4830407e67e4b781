package org.novacat.fits.profile;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.novacat.layouts.spectrum.SourceSpectrum;

/**
 * A spectrum and where each part of it stands in the file.
 *
 * @param origins each with its use
 */
public record Traced(SourceSpectrum spectrum, List<Origin> origins) {
  public Traced {
    requireNonNull(spectrum, "spectrum is null");
    origins = List.copyOf(origins);
  }

  /** Number of samples. */
  public int length() {
    return spectrum.length();
  }
}

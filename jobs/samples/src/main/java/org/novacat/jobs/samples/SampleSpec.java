package org.novacat.jobs.samples;

/**
 * How large a sample archive is, and which.
 *
 * @param seed equal seeds give equal archives
 * @param novae number of novae, at least 1
 * @param spectraEach sound spectra of each nova, at least 1; the conventions take turns
 */
public record SampleSpec(long seed, int novae, int spectraEach) {
  public SampleSpec {
    if (novae < 1 || spectraEach < 1) {
      throw new IllegalArgumentException(
          "Cannot make samples: %s novae with %s spectra each (give at least 1 of both)"
              .formatted(novae, spectraEach));
    }
  }

  /** What {@code novacat demo} makes: five novae, eight spectra each, and the damaged files. */
  public static SampleSpec demo(long seed) {
    return new SampleSpec(seed, 5, 8);
  }
}

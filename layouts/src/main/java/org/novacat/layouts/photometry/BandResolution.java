package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The band of a measurement, as the table keeps it, and how it was found.
 *
 * @param bandId key of the registry
 * @param bandName public label
 * @param regime where in the spectrum
 * @param svoFilterId id of the SVO filter profile service; "" when there is none
 * @param spectralUnit unit of the spectral coordinate of the band
 * @param width width of the band, in {@code spectralUnit}; null when not known
 * @param type how it was found
 * @param confidence how sure that is
 */
public record BandResolution(
    String bandId,
    String bandName,
    Regime regime,
    String svoFilterId,
    String spectralUnit,
    @Nullable Double width,
    ResolutionType type,
    ResolutionConfidence confidence) {
  public BandResolution {
    requireNonNull(bandId, "bandId is null");
    requireNonNull(bandName, "bandName is null");
    requireNonNull(regime, "regime is null");
    requireNonNull(svoFilterId, "svoFilterId is null");
    requireNonNull(spectralUnit, "spectralUnit is null");
    requireNonNull(type, "type is null");
    requireNonNull(confidence, "confidence is null");
  }

  /** The resolution to an entry of the registry. */
  public static BandResolution of(Band band, ResolutionType type, ResolutionConfidence confidence) {
    return new BandResolution(
        band.id(),
        band.name(),
        band.regime(),
        band.svoFilterId(),
        band.spectralUnit(),
        band.width(),
        type,
        confidence);
  }
}

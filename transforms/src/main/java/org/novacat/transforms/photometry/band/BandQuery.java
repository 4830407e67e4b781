package org.novacat.transforms.photometry.band;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.photometry.Measurement;
import org.novacat.layouts.photometry.Quantity;
import org.novacat.layouts.photometry.SpectralCoordinate;

/**
 * All that decides the band of a measurement. Texts are "" when there are none.
 *
 * @param text the filter as the file spells it
 * @param quantity what was measured
 * @param spectral the spectral coordinate that the source gives; null when none
 * @param format id of the format and name of the catalogue, which may name a provider
 * @param telescope as the file spells it
 * @param instrument as the file spells it
 * @param asserted the band that a sidecar or a profile gives this text
 */
public record BandQuery(
    String text,
    Quantity quantity,
    @Nullable SpectralCoordinate spectral,
    String format,
    String telescope,
    String instrument,
    String asserted) {
  public BandQuery {
    requireNonNull(text, "text is null");
    requireNonNull(quantity, "quantity is null");
    requireNonNull(format, "format is null");
    requireNonNull(telescope, "telescope is null");
    requireNonNull(instrument, "instrument is null");
    requireNonNull(asserted, "asserted is null");
  }

  /** A magnitude without any context. */
  public static BandQuery ofMagnitude(String text) {
    return new BandQuery(text, Quantity.MAGNITUDE, null, "", "", "", "");
  }

  /** The query of a measurement of a file of this format; {@code asserted} is "" mostly. */
  public static BandQuery of(Measurement measurement, String format, String asserted) {
    return new BandQuery(
        measurement.band(),
        measurement.brightness().quantity(),
        measurement.spectral(),
        format + " " + measurement.origin().catalog(),
        measurement.origin().telescope(),
        measurement.origin().instrument(),
        asserted);
  }
}

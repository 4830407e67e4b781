package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * One measurement as a row of a file says it, before its band and its nova are looked up. A row of
 * a wide table gives one for each band.
 *
 * @param sourceRow line (text) or row (binary) in the original file, from 1
 * @param object the name of the nova as the file spells it; "" when the row names none
 * @param epoch when
 * @param band the filter as the file spells it
 * @param spectral the spectral coordinate that the source gives beside or instead of a name; null
 *     when none
 * @param magSystem {@code Vega}, {@code AB}, {@code ST} or {@code INSTRUMENTAL} when the file
 *     states it; null when not, and for fluxes
 * @param brightness how bright
 * @param qualityFlag 0 good, 1 uncertain, 2 poor, 3 bad
 * @param qualityBits see {@link QualityBits}
 * @param notes what else the row says; "" when nothing
 * @param origin where it comes from
 * @param trust how sure it is of all that
 */
public record Measurement(
    int sourceRow,
    String object,
    Epoch epoch,
    String band,
    @Nullable SpectralCoordinate spectral,
    @Nullable String magSystem,
    Brightness brightness,
    int qualityFlag,
    int qualityBits,
    String notes,
    Origin origin,
    Trust trust) {
  public Measurement {
    requireNonNull(trust, "trust is null");
    requireNonNull(object, "object is null");
    requireNonNull(epoch, "epoch is null");
    requireNonNull(band, "band is null");
    requireNonNull(brightness, "brightness is null");
    requireNonNull(notes, "notes is null");
    requireNonNull(origin, "origin is null");
    if (qualityFlag < 0 || qualityFlag > 3) {
      throw new IllegalArgumentException("Cannot build measurement: quality " + qualityFlag);
    }
  }

  /** A measurement of which nobody said how sure it is. */
  public Measurement(
      int sourceRow,
      String object,
      Epoch epoch,
      String band,
      @Nullable SpectralCoordinate spectral,
      @Nullable String magSystem,
      Brightness brightness,
      int qualityFlag,
      int qualityBits,
      String notes,
      Origin origin) {
    this(
        sourceRow,
        object,
        epoch,
        band,
        spectral,
        magSystem,
        brightness,
        qualityFlag,
        qualityBits,
        notes,
        origin,
        Trust.UNKNOWN);
  }

  /** The same measurement with more quality bits. */
  public Measurement withQualityBits(int more) {
    return new Measurement(
        sourceRow,
        object,
        epoch,
        band,
        spectral,
        magSystem,
        brightness,
        qualityFlag,
        qualityBits | more,
        notes,
        origin,
        trust);
  }
}

package org.novacat.layouts.photometry;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a photometry table: one measurement of one nova, in one band, at one epoch.
 *
 * @param id made from what was measured, not from the file (photometry specification, section 6)
 * @param nova whose measurement it is
 * @param measurement what was measured; its spectral coordinate and magnitude system are those of
 *     the band where the file is silent, its object is ""
 * @param band the band and how it was found
 * @param baryTdbMjd arrival at the barycentre, TDB, Modified Julian Date; null when it cannot be
 *     computed
 * @param upload the file that it came with
 * @param dupGroup shared by rows that may be one measurement published twice; null when there are
 *     none
 */
public record PhotometryRow(
    UUID id,
    RowNova nova,
    Measurement measurement,
    BandResolution band,
    @Nullable Double baryTdbMjd,
    Upload upload,
    @Nullable UUID dupGroup) {
  public PhotometryRow {
    requireNonNull(id, "id is null");
    requireNonNull(nova, "nova is null");
    requireNonNull(measurement, "measurement is null");
    requireNonNull(band, "band is null");
    requireNonNull(upload, "upload is null");
  }

  /** The same row in a group of soft duplicates, with the quality bit that says so. */
  public PhotometryRow inGroup(UUID group) {
    Measurement marked = measurement.withQualityBits(QualityBits.SOFT_DUPLICATE);
    return new PhotometryRow(id, nova, marked, band, baryTdbMjd, upload, group);
  }

  /**
   * What the bands are sorted by; infinite when there is no spectral coordinate, so they come last.
   */
  public double spectralValue() {
    SpectralCoordinate spectral = measurement.spectral();
    return spectral == null ? Double.POSITIVE_INFINITY : spectral.value();
  }
}

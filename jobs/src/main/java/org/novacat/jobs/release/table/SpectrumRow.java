package org.novacat.jobs.release.table;

import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;

/**
 * A spectrum of a release. Text is "" when absent, but for ids, provider, name and URL.
 *
 * @param accessUrl from the folder of the release
 */
public record SpectrumRow(
    Product product,
    Observed observed,
    Measured measured,
    Credit credit,
    String accessUrl,
    SpectrumSamples samples) {
  /**
   * Which it is.
   *
   * @param name of the file it was made from
   */
  public record Product(
      String novaId, String novaName, String productId, String provider, String name) {}

  /**
   * How it was taken.
   *
   * @param time null when not known
   * @param exposureSeconds null when not known
   */
  public record Observed(
      String telescope,
      String instrument,
      String observer,
      @Nullable ObservationTime time,
      @Nullable Double exposureSeconds) {}

  /**
   * What its numbers mean.
   *
   * @param fluxUnit in VOUnits spelling
   * @param snr null when not known
   */
  public record Measured(
      Medium medium, String fluxUnit, FluxCalibration calibration, @Nullable Double snr) {}
}

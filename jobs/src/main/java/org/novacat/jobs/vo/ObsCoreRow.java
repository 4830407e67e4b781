package org.novacat.jobs.vo;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.position.SkyPosition;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.transforms.wavelength.AirVacuum;

/**
 * A product as ObsCore 1.1 has it. Text is "" when absent.
 *
 * @param target display name of the nova
 * @param position of the nova; null when not known
 * @param oUcd UCD of what was measured, such as {@code phot.flux.density;em.wl}
 */
public record ObsCoreRow(
    Dataset dataset,
    Access access,
    String target,
    @Nullable SkyPosition position,
    TimeAxis time,
    SpectralAxis spectral,
    String oUcd,
    String facility,
    String instrument) {

  /** The types of products that a release has, in the words of the vocabulary. */
  public enum ProductType {
    SPECTRUM,
    TIMESERIES;

    /** The word. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which product it is.
   *
   * @param calibLevel 0 raw to 4 derived: 2 for a spectrum that is calibrated, 1 for one that is
   *     not
   * @param collection its provider
   * @param obsId its id in the catalogue
   * @param publisherDid an IVOA identifier
   */
  public record Dataset(
      ProductType type, int calibLevel, String collection, String obsId, String publisherDid) {}

  /**
   * Where it lies.
   *
   * @param url from the folder of {@code obscore.vot}, or absolute
   * @param format media type
   */
  public record Access(String url, String format, long bytes) {
    private static final long KILOBYTE = 1000;

    /** Kilobytes, rounded up. */
    long kilobytes() {
      return (bytes + KILOBYTE - 1) / KILOBYTE;
    }
  }

  /**
   * Its axis of time, MJD as its source reports it.
   *
   * @param min null when not known, as the others
   * @param exposureSeconds exposure time
   * @param elements epochs: 1 for a spectrum
   */
  public record TimeAxis(
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Double exposureSeconds,
      @Nullable Long elements) {
    private static final double SECONDS_PER_DAY = 86_400;

    /**
     * That of a spectrum: around the middle of the observation by half its span, or by half its
     * exposure where the span is not known; no less wide than the time is known to.
     *
     * @param time null when not known
     * @param exposureSeconds null when not known
     */
    public static TimeAxis of(@Nullable ObservationTime time, @Nullable Double exposureSeconds) {
      if (time == null) {
        return new TimeAxis(null, null, exposureSeconds, 1L);
      }
      double exposure = exposureSeconds == null ? 0 : exposureSeconds / SECONDS_PER_DAY;
      double length = time.spanDays() == null ? exposure : time.spanDays();
      double open = time.precisionDays() == null ? 0 : time.precisionDays();
      double half = Math.max(length, open) / 2;
      return new TimeAxis(time.mjd() - half, time.mjd() + half, exposureSeconds, 1L);
    }
  }

  /**
   * Its spectral axis.
   *
   * @param min shortest wavelength, metres in vacuum; null when not known, as the others
   * @param max longest wavelength, metres in vacuum
   * @param resolvingPower wavelength over the width of a line
   * @param elements number of samples
   */
  public record SpectralAxis(
      @Nullable Double min,
      @Nullable Double max,
      @Nullable Double resolvingPower,
      @Nullable Long elements) {
    private static final double ANGSTROM_PER_METRE = 1e10;

    /** Nothing is known of it. */
    public static final SpectralAxis UNKNOWN = new SpectralAxis(null, null, null, null);

    /**
     * That of a spectrum. Wavelengths in a medium that is not known stay as they are: in air they
     * would be 1.4 to 3 Å longer in vacuum.
     *
     * @param minAngstrom shortest wavelength in {@code medium}
     * @param maxAngstrom longest wavelength in {@code medium}
     * @param samples number of them
     */
    public static SpectralAxis of(
        double minAngstrom, double maxAngstrom, Medium medium, long samples) {
      return new SpectralAxis(
          metres(minAngstrom, medium), metres(maxAngstrom, medium), null, samples);
    }

    private static double metres(double angstrom, Medium medium) {
      return (medium == Medium.AIR ? AirVacuum.toVacuum(angstrom) : angstrom) / ANGSTROM_PER_METRE;
    }
  }
}

package org.novacat.fits.profile;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.novacat.fits.data.Column;
import org.novacat.fits.file.Hdu;
import org.novacat.fits.file.RefusedException;
import org.novacat.layouts.axis.WavelengthUnit;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;

/**
 * Puts one spectrum together, part by part; the parts must have the same length or the file is
 * refused.
 */
public final class Spectra {
  private final Hdu hdu;
  private final int order;
  private final Set<Origin> origins = new LinkedHashSet<>();
  private @Nullable SpectralAxis axis;
  private @Nullable Flux flux;
  private @Nullable Uncertainty uncertainty;
  private @Nullable Mask mask;

  private Spectra(Hdu hdu, int order) {
    this.hdu = hdu;
    this.order = order;
  }

  /** Begins the spectrum whose flux is in this HDU, with the file's own order number or 0. */
  public static Spectra in(Hdu hdu, int order) {
    return new Spectra(hdu, order);
  }

  /** Says that a column counts the samples, numbers the order, or the like. */
  public Spectra with(String use, FoundTable found, String... columns) {
    Stream.of(columns)
        .flatMap(name -> Stream.ofNullable(found.table().find(name)))
        .forEach(column -> origins.add(Origin.of(found.hdu(), column).as(use)));
    return this;
  }

  /**
   * An axis with a unit that the file or its data model states; "" when there is none. What the
   * unit says of the medium is heard by the reader, unless cards contradict each other already.
   */
  public Spectra axis(Samples samples, Mediums medium, String source) {
    String unit = samples.unit().strip();
    return axis(
        new SpectralAxis(
            samples.values(),
            medium.isContradiction() ? WavelengthUnit.of(unit).unit() : unit,
            false,
            medium.medium(),
            medium.source(),
            source),
        samples.origin());
  }

  /** An axis with a unit as found in a header, or assumed. */
  public Spectra axis(Samples samples, WavelengthUnits.Found unit, Mediums medium, String source) {
    return axis(
        new SpectralAxis(
            samples.values(),
            unit.unit(),
            unit.assumed(),
            medium.medium(),
            medium.source(),
            source),
        samples.origin());
  }

  /** An axis that cards of the HDU give. */
  public Spectra axis(SpectralAxis given) {
    return axis(given, Origin.ofCards(hdu));
  }

  private Spectra axis(SpectralAxis given, Origin origin) {
    axis = given;
    origins.add(origin.as("axis"));
    return this;
  }

  /** Flux, its worth judged by the unit. */
  public Spectra flux(Samples samples) {
    return flux(samples, Calibrations.ofUnit(samples.unit().strip()));
  }

  public Spectra flux(Samples samples, FluxCalibration calibration) {
    origins.add(samples.origin().as("flux"));
    flux = new Flux(samples.values(), samples.unit().strip(), calibration);
    return this;
  }

  public Spectra uncertainty(Uncertainty.Kind kind, Samples samples) {
    origins.add(samples.origin().as("uncertainty"));
    uncertainty = new Uncertainty(kind, samples.values(), samples.unit().strip());
    return this;
  }

  /** The uncertainty in a column that may be absent. */
  public Spectra uncertainty(Uncertainty.Kind kind, FoundTable found, @Nullable Column column) {
    return column == null ? this : uncertainty(kind, found.samples(column));
  }

  /** A mask that may be absent. */
  public Spectra mask(@Nullable Flags flags, int badBits, String source) {
    if (flags != null) {
      origins.add(flags.origin().as("mask"));
      mask = new Mask(flags.bits(), badBits, source);
    }
    return this;
  }

  /**
   * The spectrum.
   *
   * @throws RefusedException when the parts differ in length
   */
  public Traced build() {
    if (axis == null || flux == null) {
      throw new IllegalStateException("Cannot build spectrum: axis or flux was not given");
    }
    int n = flux.values().length;
    sameLength("wavelengths", axis.values().length, n);
    sameLength("uncertainties", uncertainty == null ? n : uncertainty.values().length, n);
    sameLength("quality flags", mask == null ? n : mask.bits().length, n);
    return new Traced(
        new SourceSpectrum(hdu.index(), order, axis, flux, uncertainty, mask),
        List.copyOf(origins));
  }

  private void sameLength(String what, int length, int n) {
    if (length != n) {
      throw RefusedException.unreadable(
          "LENGTHS_DIFFER",
          "Cannot read spectrum: HDU %s has %s %s for %s flux values"
              .formatted(hdu.index(), length, what, n));
    }
  }
}

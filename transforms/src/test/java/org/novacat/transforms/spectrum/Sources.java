package org.novacat.transforms.spectrum;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Mask;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.Refusal;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.SpectrumSummary;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.spectrum.Uncertainty;

/** Spectra as a reader would give them: a sound one, and changes to it. */
record Sources(
    int order,
    double[] wavelength,
    String unit,
    boolean unitAssumed,
    Medium medium,
    MediumSource mediumSource,
    double[] flux,
    String fluxUnit,
    FluxCalibration calibration,
    @Nullable Uncertainty uncertainty,
    @Nullable Mask mask) {
  static final ValidationContext CONTEXT = ValidationContext.at(61_000);

  /** Four samples in vacuum with an absolute flux and nothing to note. */
  static Sources sound() {
    return new Sources(
        1,
        new double[] {5000, 5001, 5002, 5003},
        "Angstrom",
        false,
        Medium.VACUUM,
        MediumSource.HEADER,
        new double[] {1e-15, 2e-15, 3e-15, 4e-15},
        "erg/s/cm2/Angstrom",
        FluxCalibration.ABSOLUTE,
        null,
        null);
  }

  Sources order(int number) {
    return new Sources(
        number,
        wavelength,
        unit,
        unitAssumed,
        medium,
        mediumSource,
        flux,
        fluxUnit,
        calibration,
        uncertainty,
        mask);
  }

  Sources axis(String newUnit, double... values) {
    return new Sources(
        order,
        values,
        newUnit,
        unitAssumed,
        medium,
        mediumSource,
        flux,
        fluxUnit,
        calibration,
        uncertainty,
        mask);
  }

  Sources assumed() {
    return new Sources(
        order,
        wavelength,
        unit,
        true,
        medium,
        mediumSource,
        flux,
        fluxUnit,
        calibration,
        uncertainty,
        mask);
  }

  Sources in(Medium newMedium, MediumSource newSource) {
    return new Sources(
        order,
        wavelength,
        unit,
        unitAssumed,
        newMedium,
        newSource,
        flux,
        fluxUnit,
        calibration,
        uncertainty,
        mask);
  }

  Sources flux(String newUnit, FluxCalibration newCalibration, double... values) {
    return new Sources(
        order,
        wavelength,
        unit,
        unitAssumed,
        medium,
        mediumSource,
        values,
        newUnit,
        newCalibration,
        uncertainty,
        mask);
  }

  Sources uncertainty(Uncertainty.Kind kind, String newUnit, double... values) {
    return new Sources(
        order,
        wavelength,
        unit,
        unitAssumed,
        medium,
        mediumSource,
        flux,
        fluxUnit,
        calibration,
        new Uncertainty(kind, values, newUnit),
        mask);
  }

  Sources mask(int badBits, int... bits) {
    return new Sources(
        order,
        wavelength,
        unit,
        unitAssumed,
        medium,
        mediumSource,
        flux,
        fluxUnit,
        calibration,
        uncertainty,
        new Mask(bits, badBits, "column DQ"));
  }

  SourceSpectrum build() {
    return new SourceSpectrum(
        0,
        order,
        new SpectralAxis(wavelength, unit, unitAssumed, medium, mediumSource, "test"),
        new Flux(flux, fluxUnit, calibration),
        uncertainty,
        mask);
  }

  /** Taken at MJD 60000.5 towards T CrB. */
  static Observation observation() {
    return observation(new ObservationTime(60_000.5, TimeScale.UTC, "MJD-OBS"));
  }

  static Observation observation(@Nullable ObservationTime time) {
    return new Observation("T CrB", 239.8757, 25.9202, "Tel", "Inst", "", 600.0, time, Map.of());
  }

  static NormalizeResult.Normalized normalized(Sources... sources) {
    NormalizeResult result = result(sources);
    if (result instanceof NormalizeResult.Refused refused) {
      throw new AssertionError("refused: " + refused.refusal());
    }
    return (NormalizeResult.Normalized) result;
  }

  static NormalizedSpectrum spectrum(Sources... sources) {
    return normalized(sources).spectrum();
  }

  static SpectrumSummary summary(Sources... sources) {
    return normalized(sources).summary();
  }

  static NormalizedOrder only(Sources source) {
    return spectrum(source).orders().get(0);
  }

  static Refusal refusal(Sources... sources) {
    NormalizeResult result = result(sources);
    if (result instanceof NormalizeResult.Normalized) {
      throw new AssertionError("not refused");
    }
    return ((NormalizeResult.Refused) result).refusal();
  }

  private static NormalizeResult result(Sources... sources) {
    List<SourceSpectrum> spectra = Arrays.stream(sources).map(Sources::build).toList();
    return SpectrumNormalizer.normalize(spectra, observation(), CONTEXT);
  }
}

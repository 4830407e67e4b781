package org.novacat.transforms;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.novacat.layouts.spectrum.Flux;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.Observation;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.SpectralAxis;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.layouts.unit.UnitReading;
import org.novacat.layouts.unit.Units;
import org.novacat.transforms.plot.SpectrumPlot;
import org.novacat.transforms.spectrum.NormalizeResult;
import org.novacat.transforms.spectrum.SpectrumNormalizer;
import org.novacat.transforms.spectrum.ValidationContext;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one spectrum costs: its unit, its normalisation from air and inverse variance, its picture.
 *
 * <pre>
 * mvn -q -pl transforms -am test-compile dependency:build-classpath -Dmdep.outputFile=target/cp
 * java -cp transforms/target/test-classes:transforms/target/classes:layouts/target/classes:$(cat
 *   transforms/target/cp) org.openjdk.jmh.Main BenchmarkTransforms
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class BenchmarkTransforms {
  private static final Observation OBSERVATION =
      new Observation("T CrB", null, null, "", "", "", null, null, Map.of());

  /** Number of samples. */
  @Param({"1000", "4000", "200000"})
  public int samples;

  private List<SourceSpectrum> spectra = List.of();
  private NormalizedSpectrum normalized = normalize(noisy(2));

  /** Makes the spectrum. */
  @Setup
  public void setUp() {
    spectra = noisy(samples);
    normalized = normalize(spectra);
  }

  /** Parses one unit. */
  @Benchmark
  public UnitReading unit() {
    return Units.parse("10**-17 erg/(s cm2 Angstrom)");
  }

  /** Normalises and validates. */
  @Benchmark
  public NormalizeResult normalise() {
    return SpectrumNormalizer.normalize(spectra, OBSERVATION, ValidationContext.at(61_000));
  }

  /** Draws, and compresses the picture. */
  @Benchmark
  public byte[] picture() {
    return SpectrumPlot.png(normalized, "T CrB");
  }

  private static NormalizedSpectrum normalize(List<SourceSpectrum> spectra) {
    return SpectrumNormalizer.normalize(spectra, OBSERVATION, ValidationContext.at(61_000))
        .match(NormalizeResult.Normalized::spectrum, BenchmarkTransforms::unexpected);
  }

  private static NormalizedSpectrum unexpected(NormalizeResult.Refused refused) {
    throw new IllegalStateException(refused.toString());
  }

  private static List<SourceSpectrum> noisy(int n) {
    Random random = new Random(42);
    double[] wavelength = new double[n];
    double[] flux = new double[n];
    double[] inverse = new double[n];
    Arrays.setAll(wavelength, i -> 3500 + 4000.0 * i / n);
    Arrays.setAll(flux, i -> 10 + random.nextGaussian());
    Arrays.fill(inverse, 1);
    return List.of(
        new SourceSpectrum(
            0,
            0,
            new SpectralAxis(
                wavelength, "Angstrom", false, Medium.AIR, MediumSource.HEADER, "benchmark"),
            new Flux(flux, "1E-17 erg/cm^2/s/Ang", FluxCalibration.ABSOLUTE),
            new Uncertainty(Uncertainty.Kind.IVAR, inverse, ""),
            null));
  }
}

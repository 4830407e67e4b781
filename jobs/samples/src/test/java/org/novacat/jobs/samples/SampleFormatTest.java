package org.novacat.jobs.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.novacat.fits.SpectrumReader;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.ReadResult;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.layouts.spectrum.Uncertainty;

/** What was written is what the reader finds. */
class SampleFormatTest {
  private static final Exposure EXPOSURE = new Stars(17).exposure(3, 2, 8, 12);
  private static final double TAI_MINUS_UTC_DAYS = 37 / 86_400.0;
  private static final double MILLISECOND_DAYS = 1e-3 / 86_400;

  /** Of values that a file holds as floats, or as their logarithms in floats. */
  private static final double FLOAT = 1e-6;

  @ParameterizedTest
  @EnumSource
  void axis_readsBack(SampleFormat format) {
    Samples samples = samples(format);

    double[] axis = joined(read(format, samples).spectra(), spectrum -> inAngstrom(spectrum));

    assertThat(axis).hasSameSizeAs(samples.wavelength());
    for (int i = 0; i < axis.length; i++) {
      assertThat(axis[i] / samples.wavelength()[i]).isCloseTo(1, within(FLOAT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void flux_readsBack(SampleFormat format) {
    Samples samples = samples(format);
    double unit = unit(format, samples);
    double rounding = format == SampleFormat.TILE_COMPRESSED ? halfCount(samples) : 0;

    double[] flux = joined(read(format, samples).spectra(), s -> s.flux().values());

    assertThat(flux).hasSameSizeAs(samples.flux());
    for (int i = 0; i < flux.length; i++) {
      double written = samples.flux()[i];
      assertThat(flux[i] / unit).isCloseTo(written, within(FLOAT * written + rounding));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ESO", "SDSS", "CALSPEC", "PLAIN_TABLE", "STIS", "GZIPPED"})
  void uncertainty_readsBack(SampleFormat format) {
    Samples samples = samples(format);
    double unit = unit(format, samples);

    double[] sigma = joined(read(format, samples).spectra(), s -> sigma(s.uncertainty()));

    for (int i = 0; i < sigma.length; i++) {
      assertThat(sigma[i] / (unit * samples.sigma()[i])).isCloseTo(1, within(FLOAT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void timePlaceAndName_readBack(SampleFormat format) {
    ReadResult.Read read = read(format, samples(format));

    ObservationTime time = read.observation().time();
    double toUtc = time.scale() == TimeScale.TAI ? TAI_MINUS_UTC_DAYS : 0;
    assertThat(time.mjd() - toUtc).isCloseTo(EXPOSURE.middleMjd(), within(MILLISECOND_DAYS));
    assertThat(read.observation().raDeg()).isEqualTo(EXPOSURE.nova().raDeg());
    assertThat(read.observation().decDeg()).isEqualTo(EXPOSURE.nova().decDeg());
    assertThat(read.observation().object()).isEqualTo(EXPOSURE.nova().name());
  }

  @ParameterizedTest
  @EnumSource
  void mediumThatIsKnown_isTheOneWritten(SampleFormat format) {
    assertThat(read(format, samples(format)).spectra())
        .extracting(spectrum -> spectrum.axis().medium())
        .isSubsetOf(format.convention().medium(), Medium.UNKNOWN);
  }

  private static Samples samples(SampleFormat format) {
    return format.observe(EXPOSURE, new Random(5));
  }

  private static ReadResult.Read read(SampleFormat format, Samples samples) {
    byte[] bytes = format.convention().write(EXPOSURE, samples);
    return SpectrumReader.standard()
        .read(format.fileName(EXPOSURE), bytes)
        .match(
            read -> read,
            rejected -> {
              throw new AssertionError(format + ": " + rejected.refusal());
            });
  }

  private interface Values {
    double[] of(SourceSpectrum spectrum);
  }

  private static double[] joined(List<SourceSpectrum> spectra, Values values) {
    return spectra.stream().map(values::of).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] inAngstrom(SourceSpectrum spectrum) {
    double factor = spectrum.axis().unit().equals("nm") ? 10 : 1;
    return Arrays.stream(spectrum.axis().values()).map(w -> w * factor).toArray();
  }

  private static double[] sigma(Uncertainty uncertainty) {
    return switch (uncertainty.kind()) {
      case SIGMA -> uncertainty.values();
      case VARIANCE -> Arrays.stream(uncertainty.values()).map(Math::sqrt).toArray();
      case IVAR -> Arrays.stream(uncertainty.values()).map(v -> 1 / Math.sqrt(v)).toArray();
    };
  }

  private static double halfCount(Samples samples) {
    return Arrays.stream(samples.flux()).max().orElseThrow() / 64_000;
  }

  /** What the file's numbers count. */
  private static double unit(SampleFormat format, Samples samples) {
    return switch (format) {
      case AMATEUR -> 1 / samples.median();
      case SDSS, GZIPPED -> 1e17;
      default -> 1;
    };
  }
}

package org.novacat.transforms.spectrum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.SourceSpectrum;
import org.novacat.layouts.spectrum.Uncertainty;
import org.novacat.layouts.testing.Seeded;
import org.novacat.transforms.plot.SpectrumPlot;

/** Whatever a reader hands over, nothing is thrown, and what passes is what its records promise. */
class NormalizedInvariantsTest {
  private static final String[] AXIS_UNITS = {
    "Angstrom", "nm", "um", "MICRON", "", "km/s", "furlong", "10 nm"
  };
  private static final String[] FLUX_UNITS = {
    "FLAM", "Jy", "", "unknown", "1E-17 erg/cm^2/s/Ang", "ADU", "furlong", "W m-2 um-1"
  };
  private static final double[] ODD = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.MAX_VALUE, -1, 0, Double.MIN_VALUE
  };

  @Test
  void whatPasses_keepsThePromises() {
    AtomicInteger passed = new AtomicInteger();
    Seeded.cases(
        3000,
        random -> {
          List<SourceSpectrum> sources = new ArrayList<>();
          for (int i = random.nextInt(3); i >= 0; i--) {
            sources.add(random(random).build());
          }

          NormalizeResult result =
              SpectrumNormalizer.normalize(sources, Sources.observation(), Sources.CONTEXT);

          if (result instanceof NormalizeResult.Normalized normalized) {
            passed.incrementAndGet();
            normalized.spectrum().orders().forEach(NormalizedInvariantsTest::assertPromises);
            assertDrawn(normalized.spectrum(), random);
          }
        });

    if (System.getProperty(Seeded.PROPERTY) == null) {
      assertThat(passed).as("cases that passed").hasValueGreaterThan(300);
    }
  }

  private static void assertPromises(NormalizedOrder order) {
    double[] wavelength = order.wavelength();
    int n = wavelength.length;
    assertThat(n).isGreaterThanOrEqualTo(2);
    for (int i = 1; i < n; i++) {
      assertThat(wavelength[i]).isGreaterThan(wavelength[i - 1]);
    }
    assertThat(wavelength[0]).isGreaterThanOrEqualTo(1);
    assertThat(wavelength[n - 1]).isLessThanOrEqualTo(1e7);
    assertThat(order.flux()).hasSize(n);
    assertThat(order.good()).hasSize(n);
    for (int i = 0; i < n; i++) {
      assertThat(!order.good()[i] || Double.isFinite(order.flux()[i])).isTrue();
      if (order.uncertainty() != null) {
        double sigma = order.uncertainty()[i];
        assertThat(Double.isNaN(sigma) || sigma >= 0).isTrue();
      }
    }
  }

  /** A few are enough: pictures take the time. */
  private static void assertDrawn(NormalizedSpectrum spectrum, Random random) {
    if (random.nextInt(10) == 0) {
      assertThat(SpectrumPlot.png(spectrum, "any")).isNotEmpty();
    }
  }

  private static Sources random(Random random) {
    int n = 1 + random.nextInt(40);
    return Sources.sound()
        .axis(pick(random, AXIS_UNITS), axis(random, n))
        .in(pick(random, Medium.values()), pick(random, MediumSource.values()))
        .flux(
            pick(random, FLUX_UNITS),
            pick(random, FluxCalibration.values()),
            values(random, n, Math.pow(10, random.nextDouble(-30, 30))))
        .uncertainty(
            pick(random, Uncertainty.Kind.values()),
            pick(random, FLUX_UNITS),
            values(random, n, Math.pow(10, random.nextDouble(-60, 60))))
        .mask(random.nextInt(), random.ints(n).toArray());
  }

  private static double[] axis(Random random, int n) {
    double[] axis = new double[n];
    double at = Math.pow(10, random.nextDouble(0, 5));
    double step = random.nextBoolean() ? at / 1000 : -at / 1000;
    for (int i = 0; i < n; i++) {
      axis[i] = odd(random, 300) ? pick(random) : at;
      at += step * (1 + random.nextDouble());
    }
    return axis;
  }

  private static double[] values(Random random, int n, double size) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = odd(random, 20) ? pick(random) : size * (1 + 0.2 * random.nextGaussian());
    }
    return values;
  }

  private static boolean odd(Random random, int in) {
    return random.nextInt(in) == 0;
  }

  private static double pick(Random random) {
    return ODD[random.nextInt(ODD.length)];
  }

  private static <T> T pick(Random random, T[] from) {
    return from[random.nextInt(from.length)];
  }
}

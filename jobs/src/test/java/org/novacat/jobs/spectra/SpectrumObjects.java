package org.novacat.jobs.spectra;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.novacat.layouts.spectrum.FluxCalibration;
import org.novacat.layouts.spectrum.Medium;
import org.novacat.layouts.spectrum.MediumSource;
import org.novacat.layouts.spectrum.NormalizedOrder;
import org.novacat.layouts.spectrum.NormalizedSpectrum;
import org.novacat.layouts.spectrum.ObservationTime;
import org.novacat.layouts.spectrum.TimeScale;
import org.novacat.transforms.wavelength.AirVacuum;

/**
 * Objects {@code normalized/spectrum.parquet} as ingest writes them, of spectra that are made up.
 */
public final class SpectrumObjects {
  private SpectrumObjects() {}

  /**
   * The object of spectrum {@code n}: 1,000 to 2,000 samples in air, of noise, on a grid of its
   * own, so that nothing in it is small when compressed. Two in three cover Hα, the others blue
   * light.
   */
  public static byte[] object(int n) {
    Random random = new Random(n);
    int samples = 1000 + random.nextInt(1001);
    double start = (n % 3 == 0 ? 3600 : 4200) + 100 * random.nextDouble();
    double step = n % 3 == 0 ? 1 : 2.5;
    double[] air = IntStream.range(0, samples).mapToDouble(i -> start + i * step).toArray();
    double[] flux = random.doubles(samples, 1e-13, 2e-13).toArray();
    double[] error = random.doubles(samples, 1e-15, 2e-15).toArray();
    boolean[] good = new boolean[samples];
    Arrays.fill(good, true);
    NormalizedOrder order =
        new NormalizedOrder(0, air, AirVacuum.toVacuum(air), flux, flux, error, error, null, good);
    return SpectrumParquet.write(
        new NormalizedSpectrum(
            List.of(order),
            Medium.AIR,
            MediumSource.HEADER,
            "erg.s**-1.cm**-2.Angstrom**-1",
            FluxCalibration.ABSOLUTE,
            List.of()),
        new TreeMap<>(),
        new ObservationTime(50_000 + n * 0.5, TimeScale.UTC, "MJD-OBS"));
  }
}

package org.novacat.jobs.samples;

import java.util.Arrays;
import org.novacat.layouts.spectrum.Medium;

/** The linear image as 16-bit integers with BSCALE, packed by fpack's RICE. */
final class TileCompressedImage implements Convention {
  /** Counts of the brightest sample; 16 bits hold 32,767. */
  private static final double COUNTS_AT_PEAK = 32_000;

  private final LinearImage linear = new LinearImage();

  @Override
  public Medium medium() {
    return linear.medium();
  }

  @Override
  public double[] grid(int n) {
    return linear.grid(n);
  }

  @Override
  public byte[] write(Exposure exposure, Samples samples) {
    double scale = Arrays.stream(samples.flux()).max().orElseThrow() / COUNTS_AT_PEAK;
    short[] counts = new short[samples.length()];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (short) Math.round(samples.flux()[i] / scale);
    }
    return FitsBytes.tiled(
        counts,
        cards -> {
          LinearImage.cards(exposure, samples).accept(cards);
          cards.number("BSCALE", scale, "flux = BZERO + BSCALE * count");
          cards.number("BZERO", 0.0, "flux = BZERO + BSCALE * count");
        });
  }
}

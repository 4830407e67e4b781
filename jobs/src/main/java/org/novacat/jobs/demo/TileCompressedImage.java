package org.novacat.jobs.demo;

import org.novacat.layouts.spectrum.Medium;

/** The linear image as 16-bit integers with BSCALE, packed by fpack's RICE. */
final class TileCompressedImage implements Convention {
  /** Leaves room above the median for the strongest lines, below 32,767. */
  private static final double COUNTS_AT_MEDIAN = 300;

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
    double scale = samples.median() / COUNTS_AT_MEDIAN;
    short[] counts = new short[samples.length()];
    for (int i = 0; i < counts.length; i++) {
      long count = Math.round(samples.flux()[i] / scale);
      counts[i] = (short) Math.min(Short.MAX_VALUE, count);
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

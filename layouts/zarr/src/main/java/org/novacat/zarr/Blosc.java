package org.novacat.zarr;

import org.novacat.zarr.blosc.Codec;
import org.novacat.zarr.blosc.Shuffle;

/**
 * How Blosc compresses the chunks of an array, as its metadata say.
 *
 * @param clevel 0 to 9
 */
public record Blosc(Codec cname, int clevel, Shuffle shuffle) {
  /** What is written unless something else is asked for. */
  public static final Blosc DEFAULT = new Blosc(Codec.ZSTD, 5, Shuffle.BITSHUFFLE);

  /**
   * @throws ZarrException for a level that Blosc does not have
   */
  public Blosc {
    if (clevel < 0 || clevel > 9) {
      throw new ZarrException("Cannot compress by Blosc: level " + clevel + " (it has 0 to 9)");
    }
  }
}

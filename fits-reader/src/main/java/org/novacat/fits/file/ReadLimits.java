package org.novacat.fits.file;

import java.io.Serializable;

/**
 * Bounds on what one file may make the reader do. All are checked before memory is taken.
 *
 * @param maxInflatedBytes size of a file after inflating; at most {@link Integer#MAX_VALUE} − 8,
 *     since a file is decoded from one array
 * @param maxInflateRatio inflated over compressed size; real spectra stay below 30, a run of zeros
 *     reaches 1,030 (the bound of DEFLATE), and an archive bomb lives near it
 * @param maxHeaderBlocks blocks of 2,880 bytes in one header
 * @param maxHdus HDUs in one file
 * @param maxSpectra spectra or orders that one file may give
 * @param maxSamples samples that all of them may have together; one takes 28 bytes
 */
public record ReadLimits(
    long maxInflatedBytes,
    int maxInflateRatio,
    int maxHeaderBlocks,
    int maxHdus,
    int maxSpectra,
    int maxSamples)
    implements Serializable {
  /**
   * 512 MiB inflated, ratio 200, 400 header blocks (14,400 cards), 1,000 HDUs, 10,000 spectra, 20
   * million samples.
   */
  public static final ReadLimits DEFAULT =
      new ReadLimits(512L << 20, 200, 400, 1000, 10_000, 20_000_000);

  public ReadLimits {
    if (maxInflatedBytes < 1 || maxInflatedBytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "Cannot use limits: %s inflated bytes (give 1 to %s)"
              .formatted(maxInflatedBytes, Integer.MAX_VALUE - 8));
    }
    if (maxInflateRatio < 1
        || maxHeaderBlocks < 1
        || maxHdus < 1
        || maxSpectra < 1
        || maxSamples < 1) {
      throw new IllegalArgumentException("Cannot use limits: every limit must be at least 1");
    }
  }
}

package org.novacat.spectral;

/**
 * How arrays of (N_spec, N_pix) are cut, as the contract recommends: whole spectra, {@value
 * #SPECTRA} at a time, below {@value #HIGH_RESOLUTION} samples, else {@value #WIDE_ROWS} spectra by
 * {@value #WIDE_COLUMNS} samples. A store smaller than that has one chunk.
 *
 * @param rows spectra in a chunk, at least 1
 * @param columns samples in a chunk, at least 1
 */
public record ChunkShape(int rows, int columns) {
  /** Elements in a chunk of an array of (N_spec,). */
  public static final int ONE_DIMENSION = 65_536;

  private static final int SPECTRA = 1024;
  private static final int HIGH_RESOLUTION = 10_000;
  private static final int WIDE_ROWS = 256;
  private static final int WIDE_COLUMNS = 4096;

  /**
   * The chunks of a store.
   *
   * @throws IllegalArgumentException when it has no spectra or no samples: Zarr has no chunk of
   *     length 0
   */
  public static ChunkShape of(long spectra, long samples) {
    if (spectra < 1 || samples < 1) {
      throw new IllegalArgumentException(
          "Cannot cut chunks: the store has %s spectra of %s samples (write a store of one or more)"
              .formatted(spectra, samples));
    }
    return samples < HIGH_RESOLUTION
        ? new ChunkShape(cut(spectra, SPECTRA), cut(samples, HIGH_RESOLUTION))
        : new ChunkShape(cut(spectra, WIDE_ROWS), cut(samples, WIDE_COLUMNS));
  }

  /** The length of the chunks of an array of (N_spec,). */
  public static int ofOneDimension(long spectra) {
    return cut(Math.max(1, spectra), ONE_DIMENSION);
  }

  private static int cut(long length, int most) {
    return (int) Math.min(length, most);
  }
}

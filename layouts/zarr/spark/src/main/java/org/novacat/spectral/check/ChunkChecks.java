package org.novacat.spectral.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novacat.spectral.ChunkShape;
import org.novacat.zarr.Blosc;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.blosc.Codec;
import org.novacat.zarr.blosc.Shuffle;

/**
 * The rules on chunks and compression. A chunk is tiny when its array has more than one, it holds
 * less than 1 MiB before compression, and it is shorter along some axis than the contract
 * recommends (of an array of one dimension: than {@value ChunkShape#ONE_DIMENSION} elements).
 */
final class ChunkChecks {
  private static final long SMALL = 1 << 20;
  private static final int LOWEST_LEVEL = 5;
  private static final int HIGHEST_LEVEL = 7;

  private final Findings findings;

  private ChunkChecks(Findings findings) {
    this.findings = findings;
  }

  static void run(Store store, Findings findings) {
    ChunkChecks checks = new ChunkChecks(findings);
    for (ZarrArray array : store.arrays().values()) {
      checks.size(array);
      checks.compression(array);
    }
    store
        .spectral()
        .filter(array -> array.spec().shape().size() == 2)
        .filter(array -> !array.spec().shape().contains(0L))
        .forEach(checks::shape);
  }

  private void size(ZarrArray array) {
    List<Long> shape = array.spec().shape();
    boolean several = array.gridShape().stream().anyMatch(n -> n > 1);
    long bytes = Math.max(1, array.spec().dtype().itemSize());
    for (int n : array.spec().chunks()) {
      bytes *= n;
    }
    if (several && bytes < SMALL && shape.size() <= 2 && isShort(array, recommended(shape))) {
      findings.fault(
          SpectralCheck.TINY_CHUNKS,
          "'%s' of shape %s has chunks of %s, %s bytes each"
              .formatted(array.path(), shape, array.spec().chunks(), bytes));
    }
  }

  private static List<Integer> recommended(List<Long> shape) {
    if (shape.size() < 2) {
      return shape.stream().map(ChunkShape::ofOneDimension).toList();
    }
    ChunkShape chunks = ChunkShape.of(Math.max(1, shape.get(0)), Math.max(1, shape.get(1)));
    return List.of(chunks.rows(), chunks.columns());
  }

  private static boolean isShort(ZarrArray array, List<Integer> recommended) {
    for (int axis = 0; axis < recommended.size(); axis++) {
      if (array.spec().chunks().get(axis) < recommended.get(axis)) {
        return true;
      }
    }
    return false;
  }

  private void shape(ZarrArray array) {
    List<Integer> recommended = recommended(array.spec().shape());
    if (!array.spec().chunks().equals(recommended)) {
      findings.fault(
          SpectralCheck.CHUNK_SHAPES,
          "'%s' has chunks of %s, not of %s"
              .formatted(array.path(), array.spec().chunks(), recommended));
    }
  }

  private void compression(ZarrArray array) {
    Blosc blosc = array.spec().compressor();
    boolean required =
        blosc != null
            && blosc.cname() == Codec.ZSTD
            && blosc.shuffle() == Shuffle.BITSHUFFLE
            && blosc.clevel() >= LOWEST_LEVEL
            && blosc.clevel() <= HIGHEST_LEVEL;
    if (!required) {
      findings.fault(
          array.spec().dtype().isText()
              ? SpectralCheck.TEXT_COMPRESSION
              : SpectralCheck.COMPRESSION,
          "'%s' has %s".formatted(array.path(), compressor(array)));
    }
  }

  /** A compressor as it is told: {@code blosc zstd, clevel 5, bitshuffle}. */
  static String compressor(ZarrArray array) {
    Blosc blosc = array.spec().compressor();
    if (blosc != null) {
      return "blosc %s, clevel %s, %s"
          .formatted(
              blosc.cname().cname(),
              blosc.clevel(),
              blosc.shuffle().name().toLowerCase(Locale.ROOT));
    }
    return array.metadata().get("compressor") instanceof Map<?, ?> other
        ? String.valueOf(other.get("id"))
        : "no compression";
  }
}

package org.novacat.jobs.zarr;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrFiles;
import org.novacat.zarr.ZarrReader;

/**
 * Whether all chunks of a store are there. One that is missing reads as NaN, and nothing else tells
 * of it: an executor may have written to a disk that only its own machine sees.
 */
final class StoredChunks {
  private StoredChunks() {}

  /**
   * The arrays that lack chunks, each with how many it has of how many; empty when all are whole.
   *
   * @throws org.novacat.zarr.ZarrException when the metadata cannot be read
   */
  static List<String> lost(ZarrFiles files) {
    Map<String, Long> stored = new HashMap<>();
    try (Stream<ZarrFiles.Entry> all = files.list("")) {
      all.map(ZarrFiles.Entry::path)
          .filter(path -> path.matches(".*/[0-9]+([.][0-9]+)*"))
          .forEach(path -> stored.merge(path.substring(0, path.lastIndexOf('/')), 1L, Long::sum));
    }
    return ZarrReader.open(files).arrays().values().stream()
        .filter(array -> stored.getOrDefault(array.path(), 0L) != chunks(array))
        .map(array -> sentence(array, stored.getOrDefault(array.path(), 0L)))
        .toList();
  }

  private static long chunks(ZarrArray array) {
    return array.gridShape().stream().reduce(1L, Math::multiplyExact);
  }

  private static String sentence(ZarrArray array, long stored) {
    return String.format(Locale.ROOT, "%s has %d of %d", array.path(), stored, chunks(array));
  }
}

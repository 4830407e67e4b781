package org.novacat.spectral.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ZarrArray;
import org.novacat.zarr.ZarrException;
import org.novacat.zarr.ZarrFiles;
import org.novacat.zarr.ZarrGroup;
import org.novacat.zarr.ZarrReader;

/**
 * A store as the checks look at it: its metadata, read once.
 *
 * @param files its objects
 * @param groups by path, "" the root
 * @param arrays by path, those whose metadata can be read
 */
record Store(
    ZarrFiles files, SortedMap<String, ZarrGroup> groups, SortedMap<String, ZarrArray> arrays) {
  /**
   * Reads the metadata.
   *
   * @param unreadable is told the path of an array that cannot be read, and why
   * @throws ZarrException when there is no store, or its documents are no JSON
   */
  static Store open(ZarrFiles files, BiConsumer<String, ZarrException> unreadable) {
    ZarrReader reader = ZarrReader.open(files);
    SortedMap<String, ZarrArray> arrays = new TreeMap<>();
    for (String path : reader.arrayPaths()) {
      try {
        reader.array(path).ifPresent(array -> arrays.put(path, array));
      } catch (ZarrException e) {
        unreadable.accept(path, e);
      }
    }
    return new Store(files, reader.groups(), arrays);
  }

  /** Attributes of the root; empty when it has none. */
  Map<String, Object> attributes() {
    ZarrGroup root = groups.get("");
    return root == null ? Map.of() : root.attributes();
  }

  Optional<ZarrArray> array(String path) {
    return Optional.ofNullable(arrays.get(path));
  }

  /**
   * N_spec and N_pix as {@code signal/flux_raw} has them; empty when it is not of two dimensions.
   */
  Optional<List<Long>> shape() {
    return array(SpectralStore.SIGNAL_FLUX_RAW)
        .map(flux -> flux.spec().shape())
        .filter(shape -> shape.size() == 2);
  }

  /** Whether N_spec is known and the array is (N_spec,). */
  boolean isColumn(ZarrArray array) {
    return shape().filter(s -> array.spec().shape().equals(s.subList(0, 1))).isPresent();
  }

  /** Whether N_spec and N_pix are known and the array is (N_spec, N_pix). */
  boolean isTensor(ZarrArray array) {
    return shape().filter(s -> array.spec().shape().equals(s)).isPresent();
  }

  /** The arrays that lie directly or deeper in a group. */
  Stream<ZarrArray> in(String group) {
    return arrays.values().stream().filter(array -> array.path().startsWith(group + "/"));
  }

  /** The arrays of spectra: those of numbers in signal, continuum and representations. */
  Stream<ZarrArray> spectral() {
    return Stream.of(SpectralStore.SIGNAL, SpectralStore.CONTINUUM, SpectralStore.REPRESENTATIONS)
        .flatMap(this::in)
        .filter(array -> !array.spec().dtype().isText());
  }
}

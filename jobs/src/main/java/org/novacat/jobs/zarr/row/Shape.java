package org.novacat.jobs.zarr.row;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.spectral.ChunkShape;
import org.novacat.spectral.SpectralStore;
import org.novacat.zarr.ArraySpec;
import org.novacat.zarr.DType;

/**
 * What the large arrays of a store are.
 *
 * @param spectra N_spec, at least 1
 * @param samples N_pix, at least 1
 * @param grid on which wavelengths
 * @param variant from which columns
 * @param fluxUnit what {@code units} says of all that has the unit of the flux
 * @param medium what {@code medium} says of the wavelengths
 * @param wide whether flux needs numbers of eight bytes
 * @param degree of the polynomial that is fitted as continuum; null for none
 */
public record Shape(
    long spectra,
    int samples,
    Grid grid,
    Variant variant,
    String fluxUnit,
    String medium,
    boolean wide,
    @Nullable Integer degree)
    implements Serializable {
  /** Arrays of all spectra by all samples, in the order in which they are written. */
  public List<String> tensors() {
    List<String> flux = SpectralStore.REQUIRED_TENSORS;
    return grid instanceof Grid.Native
        ? List.of(
            SpectralStore.SIGNAL_WAVELENGTH, flux.get(0), flux.get(1), flux.get(2), flux.get(3))
        : flux;
  }

  /** Whether an array has nothing but NaN. */
  public boolean isEmpty(String array) {
    return degree == null && array.startsWith(SpectralStore.CONTINUUM + "/");
  }

  /** How they are cut. */
  public ChunkShape chunks() {
    return ChunkShape.of(spectra, samples);
  }

  /** Bytes of a number of an array. */
  public int bytes(String array) {
    return spec(array).dtype().itemSize();
  }

  /** What an array is, the common wavelengths among them. */
  public ArraySpec spec(String array) {
    boolean axis = array.equals(SpectralStore.SIGNAL_WAVELENGTH);
    SortedMap<String, Object> attributes =
        axis
            ? new TreeMap<>(Map.of(SpectralStore.UNITS, "Angstrom", "medium", medium))
            : new TreeMap<>(Map.of(SpectralStore.UNITS, fluxUnit));
    DType type = axis || wide ? DType.F8 : DType.F4;
    if (axis && grid instanceof Grid.Common) {
      return ArraySpec.floats(
          List.of((long) samples),
          List.of(Math.min(samples, ChunkShape.ONE_DIMENSION)),
          type,
          attributes);
    }
    ChunkShape chunks = chunks();
    return ArraySpec.floats(
        List.of(spectra, (long) samples),
        List.of(chunks.rows(), chunks.columns()),
        type,
        attributes);
  }
}

package org.novacat.spectral.check;

import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;

/** The numbers of one chunk, whatever their type. */
interface Numbers {
  /** The element at a place in the chunk, row-major; whole numbers as the nearest double. */
  double at(int place);

  /** Reads a chunk. */
  static Numbers read(ZarrArray array, long... chunk) {
    DType type = array.spec().dtype();
    if (type.kind() != DType.Kind.FLOAT) {
      long[] values = array.longs(chunk);
      return place -> values[place];
    }
    if (type.itemSize() == Float.BYTES) {
      float[] values = array.floats(chunk);
      return place -> values[place];
    }
    double[] values = array.doubles(chunk);
    return place -> values[place];
  }
}

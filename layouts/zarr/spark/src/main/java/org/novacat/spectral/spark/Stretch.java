package org.novacat.spectral.spark;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.UnsafeArrayData;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.novacat.zarr.DType;
import org.novacat.zarr.ZarrArray;

/**
 * Values one behind the other.
 *
 * @param values float[], double[] or long[]; Object[] of texts
 */
record Stretch(Object values) {
  static Stretch read(ZarrArray array, long... chunk) {
    if (array.spec().dtype().isText()) {
      return new Stretch(array.strings(chunk).toArray());
    }
    if (array.spec().dtype().kind() != DType.Kind.FLOAT) {
      return new Stretch(array.longs(chunk));
    }
    return array.spec().dtype().itemSize() == Float.BYTES
        ? new Stretch(array.floats(chunk))
        : new Stretch(array.doubles(chunk));
  }

  /**
   * Puts together what lies in several chunks.
   *
   * @param chunks one beside the other
   * @param place of the first value in each
   * @param width values of each, but of the last
   * @param length of all
   */
  static ArrayData joined(List<Stretch> chunks, int place, int width, int length) {
    if (chunks.isEmpty()) {
      return UnsafeArrayData.fromPrimitiveArray(new double[0]);
    }
    Class<?> type = chunks.get(0).values.getClass().getComponentType();
    Object all = Array.newInstance(type, length);
    for (int i = 0; i < chunks.size(); i++) {
      int from = i * width;
      System.arraycopy(chunks.get(i).values, place, all, from, Math.min(width, length - from));
    }
    return new Stretch(all).data();
  }

  Object value(int place) {
    return Array.get(values, place);
  }

  private ArrayData data() {
    if (values instanceof float[] floats) {
      return UnsafeArrayData.fromPrimitiveArray(floats);
    }
    if (values instanceof double[] doubles) {
      return UnsafeArrayData.fromPrimitiveArray(doubles);
    }
    if (values instanceof long[] longs) {
      return UnsafeArrayData.fromPrimitiveArray(longs);
    }
    return new GenericArrayData(
        Arrays.stream((Object[]) values)
            .map(text -> UTF8String.fromString((String) text))
            .toArray());
  }
}

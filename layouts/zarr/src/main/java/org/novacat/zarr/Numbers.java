package org.novacat.zarr;

import java.nio.ByteBuffer;

/** Elements as numbers, each exactly what was stored. */
final class Numbers {
  private Numbers() {}

  static float[] floats(String path, DType dtype, ByteBuffer raw) {
    float[] values = new float[raw.limit() / dtype.itemSize()];
    if (dtype.kind() == DType.Kind.FLOAT && dtype.itemSize() == 4) {
      raw.asFloatBuffer().get(values);
      return values;
    }
    for (int i = 0; i < values.length; i++) {
      double wide = number(path, dtype, raw, i);
      values[i] = (float) wide;
      if (values[i] != wide && !Double.isNaN(wide)) {
        throw refused(path, wide, "float");
      }
    }
    return values;
  }

  static double[] doubles(String path, DType dtype, ByteBuffer raw) {
    double[] values = new double[raw.limit() / dtype.itemSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = number(path, dtype, raw, i);
    }
    return values;
  }

  static long[] longs(String path, DType dtype, ByteBuffer raw) {
    if (dtype.kind() == DType.Kind.FLOAT) {
      throw refused(path, dtype.name(), "whole number");
    }
    long[] values = new long[raw.limit() / dtype.itemSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole(path, dtype, raw, i);
    }
    return values;
  }

  private static double number(String path, DType dtype, ByteBuffer raw, int i) {
    if (dtype.kind() == DType.Kind.FLOAT) {
      return dtype.itemSize() == 4 ? raw.getFloat(4 * i) : raw.getDouble(8 * i);
    }
    long whole = whole(path, dtype, raw, i);
    if ((long) (double) whole != whole || whole == Long.MAX_VALUE) {
      throw refused(path, whole, "double");
    }
    return whole;
  }

  static long whole(String path, DType dtype, ByteBuffer raw, int i) {
    boolean signed = dtype.kind() == DType.Kind.INTEGER;
    return switch (dtype.kind()) {
      case INTEGER, UNSIGNED, BOOLEAN ->
          switch (dtype.itemSize()) {
            case 1 -> signed ? raw.get(i) : raw.get(i) & 0xff;
            case 2 -> signed ? raw.getShort(2 * i) : raw.getShort(2 * i) & 0xffff;
            case 4 -> signed ? raw.getInt(4 * i) : raw.getInt(4 * i) & 0xffffffffL;
            default -> wide(path, signed, raw.getLong(8 * i));
          };
      default -> throw refused(path, dtype.name(), "number");
    };
  }

  private static long wide(String path, boolean signed, long bits) {
    if (!signed && bits < 0) {
      throw refused(path, Long.toUnsignedString(bits), "long");
    }
    return bits;
  }

  private static ZarrException refused(String path, Object what, String as) {
    return new ZarrException("Cannot read " + path + ": " + what + " is no " + as);
  }
}

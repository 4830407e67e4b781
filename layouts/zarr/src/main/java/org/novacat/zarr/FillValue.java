package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The fill value of an array as the bytes of an element. */
final class FillValue {
  private FillValue() {}

  /**
   * @return as many bytes as an element has; zeros when it is undefined
   * @throws ZarrException when it is no value of the array's type
   */
  static byte[] bytes(String path, ArraySpec spec) {
    DType dtype = spec.dtype();
    ByteBuffer bytes = ByteBuffer.allocate(dtype.itemSize()).order(dtype.order());
    if (spec.fill() != null && !put(bytes, dtype, spec.fill())) {
      throw new ZarrException(
          "Cannot fill %s: its fill value is %s, which is no %s"
              .formatted(path, spec.fill(), dtype.name()));
    }
    return bytes.array();
  }

  private static boolean put(ByteBuffer bytes, DType dtype, Object fill) {
    @Nullable Number number =
        fill instanceof Number n ? n : fill instanceof Boolean b ? (Number) (b ? 1L : 0L) : null;
    if (dtype.kind() == DType.Kind.BYTES && fill instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      boolean fits = utf8.length <= bytes.limit();
      bytes.put(0, utf8, 0, fits ? utf8.length : 0);
      return fits;
    }
    return number != null && !dtype.isText() && put(bytes, dtype.kind(), number);
  }

  private static boolean put(ByteBuffer bytes, DType.Kind kind, Number fill) {
    if (kind == DType.Kind.FLOAT) {
      floating(bytes, fill.doubleValue());
      return true;
    }
    long value = fill.longValue();
    switch (bytes.limit()) {
      case 1 -> bytes.put(0, (byte) value);
      case 2 -> bytes.putShort(0, (short) value);
      case 4 -> bytes.putInt(0, (int) value);
      default -> bytes.putLong(0, value);
    }
    return value == fill.doubleValue();
  }

  private static void floating(ByteBuffer bytes, double fill) {
    if (bytes.limit() == 4) {
      bytes.putFloat(0, (float) fill);
    } else {
      bytes.putDouble(0, fill);
    }
  }
}

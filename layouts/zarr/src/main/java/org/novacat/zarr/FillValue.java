package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The fill value of an array: what is read where nothing is stored. */
final class FillValue {
  private FillValue() {}

  /**
   * A chunk of nothing else.
   *
   * @param key the chunk, for messages
   * @throws ZarrException when the array has no fill value, or it is none of its type
   */
  static byte[] chunk(String key, ArraySpec spec) {
    requireDefined(key, spec);
    byte[] element = bytes(key, spec);
    ByteBuffer all = ByteBuffer.allocate(spec.chunkElements() * element.length);
    while (all.hasRemaining()) {
      all.put(element);
    }
    return all.array();
  }

  /**
   * The fill value of an array of texts.
   *
   * @throws ZarrException when the array has none, or its elements are no texts
   */
  static String text(String key, ArraySpec spec) {
    requireDefined(key, spec);
    if (spec.fill() instanceof String text && spec.dtype().isText()) {
      return text;
    }
    throw refused(key, spec);
  }

  private static void requireDefined(String key, ArraySpec spec) {
    if (spec.fill() == null) {
      throw new ZarrException(
          "Cannot read " + key + ": it is missing, and the array has no fill value for it");
    }
  }

  /**
   * One element.
   *
   * @return zeros when the fill value is undefined
   * @throws ZarrException when it is no value of the array's type
   */
  static byte[] bytes(String path, ArraySpec spec) {
    DType dtype = spec.dtype();
    ByteBuffer bytes = ByteBuffer.allocate(dtype.itemSize()).order(dtype.order());
    if (spec.fill() != null && !put(bytes, dtype, spec.fill())) {
      throw refused(path, spec);
    }
    return bytes.array();
  }

  private static ZarrException refused(String path, ArraySpec spec) {
    return new ZarrException(
        "Cannot fill %s: its fill value is %s, which is no %s"
            .formatted(path, spec.fill(), spec.dtype().name()));
  }

  private static boolean put(ByteBuffer bytes, DType dtype, Object fill) {
    if (dtype.kind() == DType.Kind.BYTES && fill instanceof String text) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      boolean fits = utf8.length <= bytes.limit();
      bytes.put(0, utf8, 0, fits ? utf8.length : 0);
      return fits;
    }
    @Nullable Number number = number(fill);
    if (number == null || dtype.isText()) {
      return false;
    }
    return dtype.kind() == DType.Kind.FLOAT
        ? floating(bytes, number.doubleValue())
        : whole(bytes, dtype, number);
  }

  private static @Nullable Number number(Object fill) {
    if (fill instanceof Boolean truth) {
      return truth ? 1L : 0L;
    }
    return fill instanceof Number number ? number : null;
  }

  private static boolean floating(ByteBuffer bytes, double fill) {
    if (bytes.limit() == Float.BYTES) {
      bytes.putFloat(0, (float) fill);
    } else {
      bytes.putDouble(0, fill);
    }
    return true;
  }

  private static boolean whole(ByteBuffer bytes, DType dtype, Number fill) {
    long value = fill.longValue();
    switch (bytes.limit()) {
      case 1 -> bytes.put(0, (byte) value);
      case 2 -> bytes.putShort(0, (short) value);
      case 4 -> bytes.putInt(0, (int) value);
      default -> bytes.putLong(0, value);
    }
    return exact(fill, value) && fits(bytes, dtype, value);
  }

  private static boolean exact(Number fill, long value) {
    return fill instanceof Long || (value == fill.doubleValue() && fill.doubleValue() < 0x1p63);
  }

  private static boolean fits(ByteBuffer bytes, DType dtype, long value) {
    long most = dtype.kind() == DType.Kind.BOOLEAN ? 1 : Long.MAX_VALUE;
    long least = dtype.kind() == DType.Kind.INTEGER ? Long.MIN_VALUE : 0;
    return value >= least && value <= most && Numbers.whole("", dtype, bytes, 0) == value;
  }
}

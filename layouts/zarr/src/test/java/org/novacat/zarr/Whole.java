package org.novacat.zarr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** An array put together from its chunks, as the sum that the Python script makes of it. */
final class Whole {
  private final ZarrArray array;
  private final int[] shape;
  private final int[] chunks;

  private Whole(ZarrArray array) {
    this.array = array;
    this.shape = array.spec().shape().stream().mapToInt(Math::toIntExact).toArray();
    this.chunks = array.spec().chunks().stream().mapToInt(i -> i).toArray();
  }

  static String sum(ZarrArray array) {
    DType type = array.spec().dtype();
    if (type.isText()) {
      return sum(String.join("\n", array.allStrings()).getBytes(UTF_8));
    }
    int width = type.kind() == DType.Kind.FLOAT ? type.itemSize() : 8;
    int elements = array.spec().shape().stream().reduce(1L, Math::multiplyExact).intValue();
    ByteBuffer all = ByteBuffer.allocate(elements * width).order(ByteOrder.LITTLE_ENDIAN);
    new Whole(array).walk(new long[array.spec().shape().size()], 0, all, width);
    return sum(all.array());
  }

  static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void walk(long[] chunk, int axis, ByteBuffer all, int width) {
    if (axis == chunk.length) {
      put(chunk, elements(chunk, width), all, width);
      return;
    }
    for (chunk[axis] = 0; chunk[axis] < array.gridShape().get(axis); chunk[axis]++) {
      walk(chunk, axis + 1, all, width);
    }
  }

  private ByteBuffer elements(long[] chunk, int width) {
    ByteBuffer bytes =
        ByteBuffer.allocate(array.spec().chunkElements() * width).order(ByteOrder.LITTLE_ENDIAN);
    if (array.spec().dtype().kind() != DType.Kind.FLOAT) {
      bytes.asLongBuffer().put(array.longs(chunk));
    } else if (width == 4) {
      bytes.asFloatBuffer().put(array.floats(chunk));
    } else {
      bytes.asDoubleBuffer().put(array.doubles(chunk));
    }
    return bytes;
  }

  /** Every element of the chunk to its place, one by one. */
  private void put(long[] chunk, ByteBuffer elements, ByteBuffer all, int width) {
    for (int i = 0; i < array.spec().chunkElements(); i++) {
      List<Integer> place = place(chunk, i);
      if (!place.isEmpty() || shape.length == 0) {
        all.put(offset(place) * width, elements, i * width, width);
      }
    }
  }

  /** Where element i of a chunk is in the array; empty outside. */
  private List<Integer> place(long[] chunk, int i) {
    List<Integer> place = new ArrayList<>();
    int rest = i;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      int at = (int) chunk[axis] * chunks[axis] + rest % chunks[axis];
      rest /= chunks[axis];
      if (at >= shape[axis]) {
        return List.of();
      }
      place.add(0, at);
    }
    return place;
  }

  private int offset(List<Integer> place) {
    int offset = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      offset = offset * shape[axis] + place.get(axis);
    }
    return offset;
  }
}

package org.novacat.zarr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an array is: its content of {@code .zarray} and {@code .zattrs}.
 *
 * @param shape elements along each axis
 * @param chunks elements of a chunk along each axis, at least 1
 * @param fill what is read where nothing is stored, and what stands behind the edge: a Number,
 *     Boolean or String as the type has it; null: undefined
 * @param compressor null: chunks are not compressed by Blosc
 * @param attributes values as JSON has them
 */
public record ArraySpec(
    List<Long> shape,
    List<Integer> chunks,
    DType dtype,
    @Nullable Object fill,
    @Nullable Blosc compressor,
    SortedMap<String, Object> attributes) {
  /** A chunk of more bytes is neither written nor read: 128 MiB. */
  public static final int MOST_CHUNK_BYTES = 1 << 27;

  /** Neither is one of more elements: as doubles they have 256 MiB. */
  static final int MOST_CHUNK_ELEMENTS = 1 << 25;

  /** Neither is one of more texts, each of which is an object. */
  static final int MOST_CHUNK_TEXTS = 1 << 22;

  /**
   * @throws ZarrException when shape and chunks do not fit, or a chunk is too large
   */
  public ArraySpec {
    shape = List.copyOf(shape);
    chunks = List.copyOf(chunks);
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    check(
        shape.size() == chunks.size()
            && shape.stream().allMatch(n -> n >= 0)
            && chunks.stream().allMatch(n -> n > 0),
        "shape " + shape + " in chunks " + chunks);
    long elements = 1;
    for (int n : chunks) {
      elements = Math.min(elements * n, Integer.MAX_VALUE);
    }
    check(
        elements <= (dtype.isText() ? MOST_CHUNK_TEXTS : MOST_CHUNK_ELEMENTS)
            && elements * dtype.itemSize() <= MOST_CHUNK_BYTES,
        "a chunk of " + chunks + " elements " + dtype.name() + " has more than 128 MiB");
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new ZarrException("Cannot make array: " + what);
    }
  }

  /** Floating numbers, NaN where nothing is stored. */
  public static ArraySpec floats(
      List<Long> shape, List<Integer> chunks, DType dtype, SortedMap<String, Object> attributes) {
    return new ArraySpec(shape, chunks, dtype, Double.NaN, Blosc.DEFAULT, attributes);
  }

  /** Whole numbers or booleans, 0 where nothing is stored. */
  public static ArraySpec ints(
      List<Long> shape, List<Integer> chunks, DType dtype, SortedMap<String, Object> attributes) {
    Object fill = dtype.equals(DType.BOOL) ? false : (Object) 0L;
    return new ArraySpec(shape, chunks, dtype, fill, Blosc.DEFAULT, attributes);
  }

  /**
   * {@code n} texts, "" where nothing is stored.
   *
   * @param utf8Bytes bytes of the longest; 0 is taken as 1
   */
  public static ArraySpec strings(
      long n, int chunk, int utf8Bytes, SortedMap<String, Object> attributes) {
    DType dtype = DType.string(Math.max(1, utf8Bytes));
    return new ArraySpec(List.of(n), List.of(chunk), dtype, "", Blosc.DEFAULT, attributes);
  }

  /** Chunks along each axis. */
  public List<Long> gridShape() {
    List<Long> grid = new ArrayList<>();
    for (int axis = 0; axis < chunks.size(); axis++) {
      grid.add(-Math.floorDiv(-shape.get(axis), (long) chunks.get(axis)));
    }
    return List.copyOf(grid);
  }

  /** Elements of a chunk. */
  int chunkElements() {
    return chunks.stream().reduce(1, Math::multiplyExact);
  }

  /** Elements of a chunk along each axis that lie within the array. */
  List<Integer> clipped(long... chunk) {
    List<Integer> inside = new ArrayList<>();
    for (int axis = 0; axis < chunks.size(); axis++) {
      long left = shape.get(axis) - chunk[axis] * chunks.get(axis);
      inside.add((int) Math.min(left, chunks.get(axis)));
    }
    return inside;
  }

  /**
   * The name of a chunk's object within its array.
   *
   * @throws ZarrException when the array has no such chunk
   */
  String key(String path, String separator, long... chunk) {
    List<Long> grid = gridShape();
    boolean there = chunk.length == grid.size();
    StringBuilder key = new StringBuilder();
    for (int axis = 0; axis < chunk.length && there; axis++) {
      there = chunk[axis] >= 0 && chunk[axis] < grid.get(axis);
      key.append(axis == 0 ? "" : separator).append(chunk[axis]);
    }
    if (!there) {
      throw new ZarrException(
          "Cannot find chunk %s of %s: it has %s chunks"
              .formatted(Arrays.toString(chunk), path, grid));
    }
    return key.isEmpty() ? "0" : key.toString();
  }
}

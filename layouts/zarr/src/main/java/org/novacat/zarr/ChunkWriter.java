package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.blosc.BloscEncoder;
import org.novacat.zarr.blosc.Codec;
import org.novacat.zarr.blosc.Shuffle;

/**
 * Writes the chunks of one array, each whole and at once. For one thread: it has the room for one
 * chunk and its frame, and uses it for the next. Several of them may write chunks of one array.
 *
 * <p>Values are given row-major, of the shape of a chunk, or, at the edge of the array, of the
 * shape of what lies within; what is outside is stored as the fill value. A chunk that holds
 * nothing but the fill value is stored like any other: one that is missing has been lost.
 */
public final class ChunkWriter {
  private static final Set<DType> WRITTEN =
      Set.of(DType.F4, DType.F8, DType.I4, DType.I8, DType.U1, DType.BOOL);

  private final ZarrFiles files;
  private final String path;
  private final ArraySpec spec;
  private final @Nullable BloscEncoder blosc;
  private final ChunkRoom room;
  private byte[] bytes = new byte[0];
  private ByteBuffer raw = ByteBuffer.wrap(bytes);
  private final byte[] fill;

  ChunkWriter(ZarrFiles files, String path, ArraySpec spec, ChunkRoom room) {
    this.files = files;
    this.path = path;
    this.spec = spec;
    require(
        WRITTEN.contains(spec.dtype()) || spec.dtype().kind() == DType.Kind.BYTES,
        "its type is " + spec.dtype().name() + " (f4, f8, i4, i8, u1, b1 and S are written)");
    this.room = room;
    this.blosc = encoder(path, spec.compressor(), room);
    this.fill = FillValue.bytes(path, spec);
  }

  private static @Nullable BloscEncoder encoder(
      String path, @Nullable Blosc blosc, ChunkRoom room) {
    if (blosc == null) {
      return null;
    }
    if (blosc.cname() != Codec.ZSTD
        || blosc.shuffle() != Shuffle.BITSHUFFLE
        || blosc.clevel() < 1) {
      throw new ZarrException(
          "Cannot write %s: its compressor is %s (zstd with bitshuffle and a level of 1 to 9 is written)"
              .formatted(path, blosc));
    }
    return room.encoder(blosc.clevel());
  }

  /**
   * Writes a chunk of an array of {@code <f4}; bits are kept, those of a NaN too.
   *
   * @throws ZarrException when the array has another type or no such chunk, or the number of values
   *     is not that of the chunk
   */
  public void floats(float[] values, long... chunk) {
    String key = begin(DType.F4, values.length, chunk);
    FloatBuffer to = raw.asFloatBuffer();
    copy(values.length, chunk, (from, at, n) -> to.put(at, values, from, n));
    finish(key);
  }

  /**
   * Writes a chunk of an array of {@code <f8}.
   *
   * @throws ZarrException as {@link #floats}
   */
  public void doubles(double[] values, long... chunk) {
    String key = begin(DType.F8, values.length, chunk);
    DoubleBuffer to = raw.asDoubleBuffer();
    copy(values.length, chunk, (from, at, n) -> to.put(at, values, from, n));
    finish(key);
  }

  /**
   * Writes a chunk of an array of {@code <i4}, {@code |u1} or {@code |b1} (0 and 1).
   *
   * @throws ZarrException as {@link #floats}, or when a value is out of the type's range
   */
  public void ints(int[] values, long... chunk) {
    if (spec.dtype().itemSize() == 1) {
      bytes(values, chunk);
      return;
    }
    String key = begin(DType.I4, values.length, chunk);
    IntBuffer to = raw.asIntBuffer();
    copy(values.length, chunk, (from, at, n) -> to.put(at, values, from, n));
    finish(key);
  }

  private void bytes(int[] values, long... chunk) {
    boolean bool = spec.dtype().equals(DType.BOOL);
    String key = begin(bool ? DType.BOOL : DType.U1, values.length, chunk);
    copy(
        values.length,
        chunk,
        (from, at, n) -> {
          for (int i = 0; i < n; i++) {
            int value = values[from + i];
            require(
                value >= 0 && value <= (bool ? 1 : 255),
                "a value is " + value + ", which is no " + spec.dtype().name());
            raw.put(at + i, (byte) value);
          }
        });
    finish(key);
  }

  /**
   * Writes a chunk of an array of {@code <i8}.
   *
   * @throws ZarrException as {@link #floats}
   */
  public void longs(long[] values, long... chunk) {
    String key = begin(DType.I8, values.length, chunk);
    LongBuffer to = raw.asLongBuffer();
    copy(values.length, chunk, (from, at, n) -> to.put(at, values, from, n));
    finish(key);
  }

  /**
   * Writes a chunk of an array of {@code |S}.
   *
   * @param values null is the same as ""
   * @throws ZarrException as {@link #floats}, or when a text is longer than the type, ends with a
   *     zero, which would be lost, or is no text (half of a surrogate pair)
   */
  public void strings(List<@Nullable String> values, long... chunk) {
    require(
        spec.dtype().kind() == DType.Kind.BYTES, "its type is " + spec.dtype().name() + ", not |S");
    String key = begin(spec.dtype(), values.size(), chunk);
    copy(
        values.size(),
        chunk,
        (from, at, n) -> {
          for (int i = 0; i < n; i++) {
            text(values.get(from + i), at + i);
          }
        });
    finish(key);
  }

  private void text(@Nullable String value, int element) {
    int width = spec.dtype().itemSize();
    byte[] utf8 = utf8(value == null ? "" : value);
    require(
        utf8.length <= width,
        "a text has %s bytes of UTF-8, the type %s: %s".formatted(utf8.length, width, value));
    require(
        utf8.length == 0 || utf8[utf8.length - 1] != 0, "a text ends with a zero, which is lost");
    int at = element * width;
    raw.put(at, utf8);
    Arrays.fill(bytes, at + utf8.length, at + width, (byte) 0);
  }

  private byte[] utf8(String value) {
    try {
      ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
      byte[] all = new byte[encoded.remaining()];
      encoded.get(all);
      return all;
    } catch (CharacterCodingException e) {
      throw new ZarrException("Cannot write " + path + ": a text has half a surrogate pair", e);
    }
  }

  private interface Run {
    /** Puts n values from one place of what was given to one element of the chunk on. */
    void copy(int from, int at, int n);
  }

  private String begin(DType type, int values, long... chunk) {
    require(
        spec.dtype().equals(type), "its type is " + spec.dtype().name() + ", not " + type.name());
    String key = spec.key(path, ".", chunk);
    int inside = elements(spec.clipped(chunk));
    require(
        values == inside || values == spec.chunkElements(),
        "chunk %s got %s values, it has %s".formatted(key, values, inside));
    take();
    if (inside < spec.chunkElements()) {
      fill();
    }
    return key;
  }

  /** Another writer may have had the room since. */
  private void take() {
    byte[] now = room.bytes(spec.chunkElements() * spec.dtype().itemSize());
    if (now != bytes) {
      bytes = now;
      raw = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  private void fill() {
    for (int at = 0; at < raw.capacity(); at += fill.length) {
      raw.put(at, fill);
    }
  }

  private static int elements(List<Integer> shape) {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  private void copy(int values, long[] chunk, Run run) {
    List<Integer> inside = spec.clipped(chunk);
    boolean whole = values == spec.chunkElements();
    new Rows(inside, whole ? spec.chunks() : inside, spec.chunks(), run).copy(0, 0, 0);
  }

  /** Runs of elements that lie side by side in what is given and in the chunk. */
  private record Rows(List<Integer> inside, List<Integer> given, List<Integer> chunk, Run run) {
    void copy(int axis, int from, int at) {
      int next = Math.min(axis + 1, inside.size());
      if (rest(inside, next).equals(rest(chunk, next))) {
        run.copy(from, at, elements(rest(inside, axis)));
        return;
      }
      int fromStep = elements(rest(given, next));
      int atStep = elements(rest(chunk, next));
      for (int i = 0; i < inside.get(axis); i++) {
        copy(next, from + i * fromStep, at + i * atStep);
      }
    }

    private static List<Integer> rest(List<Integer> shape, int axis) {
      return shape.subList(axis, shape.size());
    }
  }

  private void finish(String key) {
    ByteBuffer content =
        blosc == null
            ? raw.duplicate()
            : blosc.encode(bytes, bytes.length, spec.dtype().itemSize());
    files.put(ZarrWriter.at(path, key), content);
  }

  private void require(boolean right, String what) {
    if (!right) {
      throw new ZarrException("Cannot write " + path + ": " + what);
    }
  }
}

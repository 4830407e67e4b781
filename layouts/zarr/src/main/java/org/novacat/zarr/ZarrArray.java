package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An array of a store. Each call reads the chunk it is asked for; for many threads. */
public final class ZarrArray {
  /** Elements of an array that is read whole: as doubles they have 512 MiB. */
  private static final int MOST_ELEMENTS = 1 << 26;

  private final ZarrFiles files;
  private final String path;
  private final Map<String, Object> metadata;
  private final ArraySpec spec;

  ZarrArray(
      ZarrFiles files, String path, Map<String, Object> metadata, Map<String, Object> attributes) {
    this.files = files;
    this.path = path;
    this.metadata = metadata;
    this.spec = ArrayJson.read(path, metadata, attributes);
  }

  public String path() {
    return path;
  }

  /** What the array is; its compressor is null where it is not Blosc. */
  public ArraySpec spec() {
    return spec;
  }

  /** The content of {@code .zarray} as it is. */
  public Map<String, Object> metadata() {
    return Collections.unmodifiableMap(metadata);
  }

  /** Chunks along each axis. */
  public List<Long> gridShape() {
    return spec.gridShape();
  }

  /**
   * Whether the chunk's object is there; one that is not reads as the fill value.
   *
   * @throws ZarrException when the array has no such chunk
   */
  public boolean stored(long... chunk) {
    String key = key(chunk);
    try (Stream<ZarrFiles.Entry> found = files.list(key)) {
      return found.anyMatch(entry -> entry.path().equals(key));
    }
  }

  /**
   * A whole chunk, row-major, with what lies behind the edge of the array. Bits of {@code f4} are
   * kept.
   *
   * @throws ZarrException when there is no such chunk, it cannot be decoded, it is missing and the
   *     array has no fill value, or an element is no number that a float holds exactly
   */
  public float[] floats(long... chunk) {
    return Numbers.floats(path, spec.dtype(), raw(chunk));
  }

  /**
   * As {@link #floats(long...)}, as doubles.
   *
   * @throws ZarrException likewise
   */
  public double[] doubles(long... chunk) {
    return Numbers.doubles(path, spec.dtype(), raw(chunk));
  }

  /**
   * As {@link #floats(long...)}, for whole numbers and booleans (0 and 1).
   *
   * @throws ZarrException likewise
   */
  public long[] longs(long... chunk) {
    return Numbers.longs(path, spec.dtype(), raw(chunk));
  }

  /**
   * As {@link #floats(long...)}, for texts.
   *
   * @throws ZarrException likewise
   */
  public List<String> strings(long... chunk) {
    String key = key(chunk);
    return decoded(key)
        .map(raw -> Texts.of(key, spec, raw))
        .orElseGet(() -> Collections.nCopies(spec.chunkElements(), FillValue.text(key, spec)));
  }

  /**
   * All elements of an array of one axis, or none.
   *
   * @throws ZarrException when it has more axes or more than 67,108,864 elements, or as {@link
   *     #doubles}
   */
  public double[] allDoubles() {
    double[] all = new double[length()];
    int each = spec.chunkElements();
    for (int at = 0; at < all.length; at += each) {
      System.arraycopy(doubles(at / each), 0, all, at, Math.min(each, all.length - at));
    }
    return all;
  }

  /**
   * As {@link #allDoubles}, for texts.
   *
   * @throws ZarrException likewise
   */
  public List<String> allStrings() {
    int length = length();
    List<String> all = new ArrayList<>();
    for (long chunk = 0; all.size() < length; chunk++) {
      List<String> some = strings(chunk);
      all.addAll(some.subList(0, Math.min(some.size(), length - all.size())));
    }
    return List.copyOf(all);
  }

  private int length() {
    if (spec.shape().size() != 1 || spec.shape().get(0) > MOST_ELEMENTS) {
      throw new ZarrException(
          "Cannot read %s whole: its shape is %s (read it by chunks)"
              .formatted(path, spec.shape()));
    }
    return Math.toIntExact(spec.shape().get(0));
  }

  /** The elements of a chunk, of the fill value where it is missing. */
  private ByteBuffer raw(long... chunk) {
    String key = key(chunk);
    byte[] bytes = decoded(key).orElseGet(() -> FillValue.chunk(key, spec));
    return ByteBuffer.wrap(bytes).order(spec.dtype().order());
  }

  private Optional<byte[]> decoded(String key) {
    boolean text = spec.dtype().kind() == DType.Kind.TEXT;
    int length = text ? ArraySpec.MOST_CHUNK_BYTES : spec.chunkElements() * spec.dtype().itemSize();
    Optional<byte[]> raw =
        files
            .read(key)
            .map(stored -> Compression.decode(key, metadata.get("compressor"), stored, length));
    raw.ifPresent(
        bytes -> {
          if (!text && bytes.length != length) {
            throw new ZarrException(
                "Cannot read %s: it holds %s bytes, the chunk has %s"
                    .formatted(key, bytes.length, length));
          }
        });
    return raw;
  }

  private String key(long... chunk) {
    return ZarrWriter.at(path, spec.key(path, ArrayJson.separator(metadata), chunk));
  }
}

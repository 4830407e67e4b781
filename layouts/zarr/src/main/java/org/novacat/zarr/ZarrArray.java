package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return files.read(key(chunk)).isPresent();
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
    return Texts.of(path, spec, raw(chunk));
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

  private ByteBuffer raw(long... chunk) {
    String key = key(chunk);
    Optional<byte[]> stored = files.read(key);
    byte[] bytes =
        stored
            .map(b -> Compression.decode(key, metadata.get("compressor"), b))
            .orElseGet(() -> missing(key));
    return ByteBuffer.wrap(bytes).order(spec.dtype().order());
  }

  private byte[] missing(String key) {
    if (spec.fill() == null) {
      throw new ZarrException("Cannot read " + key + ": it is missing, and has no fill value");
    }
    if (spec.dtype().kind() == DType.Kind.TEXT || spec.dtype().kind() == DType.Kind.UNICODE) {
      throw new ZarrException("Cannot read " + key + ": it is missing");
    }
    byte[] fill = FillValue.bytes(path, spec);
    ByteBuffer all = ByteBuffer.allocate(spec.chunkElements() * fill.length);
    while (all.hasRemaining()) {
      all.put(fill);
    }
    return all.array();
  }

  private String key(long... chunk) {
    return ZarrWriter.at(path, spec.key(path, ArrayJson.separator(metadata), chunk));
  }
}

package org.novacat.zarr;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novacat.zarr.blosc.Codec;
import org.novacat.zarr.blosc.Shuffle;

/** {@code .zarray}: the metadata of an array, written and read (Zarr storage specification 2). */
final class ArrayJson {
  private static final String SHUFFLE = "shuffle";

  private ArrayJson() {}

  static SortedMap<String, @Nullable Object> of(ArraySpec spec) {
    SortedMap<String, @Nullable Object> document = new TreeMap<>();
    document.put("zarr_format", 2);
    document.put("shape", spec.shape());
    document.put("chunks", spec.chunks());
    document.put("dtype", spec.dtype().name());
    document.put("fill_value", fill(spec));
    document.put("order", "C");
    document.put("filters", null);
    document.put("dimension_separator", ".");
    document.put("compressor", spec.compressor() == null ? null : compressor(spec.compressor()));
    return document;
  }

  /** Without {@code typesize}, at which numcodecs before 0.16 ends. */
  private static Map<String, Object> compressor(Blosc blosc) {
    return Map.of(
        "id",
        "blosc",
        "cname",
        blosc.cname().cname(),
        "clevel",
        blosc.clevel(),
        SHUFFLE,
        blosc.shuffle().number(),
        "blocksize",
        0);
  }

  private static @Nullable Object fill(ArraySpec spec) {
    if (spec.fill() instanceof Number n && !Double.isFinite(n.doubleValue())) {
      double value = n.doubleValue();
      return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }
    if (spec.fill() instanceof String text && spec.dtype().kind() == DType.Kind.BYTES) {
      return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
    return spec.fill();
  }

  /**
   * @throws ZarrException for what is missing, wrong, or not known, with its name
   */
  static ArraySpec read(String path, Map<String, Object> document, Map<String, Object> attributes) {
    try {
      requireKnown(document);
      DType dtype = dtype(document);
      return new ArraySpec(
          numbers(document, "shape"),
          numbers(document, "chunks").stream().map(Math::toIntExact).toList(),
          dtype,
          fill(document.get("fill_value"), dtype),
          blosc(document.get("compressor"), dtype),
          new TreeMap<>(attributes));
    } catch (ZarrException | ArithmeticException e) {
      throw new ZarrException("Cannot read array " + path + ": " + e.getMessage(), e);
    }
  }

  private static void requireKnown(Map<String, Object> document) {
    require(Integer.valueOf(2).equals(document.get("zarr_format")), document, "zarr_format");
    require(
        "C".equals(document.get("order")) || numbers(document, "shape").size() < 2,
        document,
        "order");
    separator(document);
  }

  private static void require(boolean known, Map<String, Object> document, String name) {
    if (!known) {
      throw unknown(document, name);
    }
  }

  private static ZarrException unknown(Map<String, Object> document, String name) {
    String found = String.valueOf(document.get(name));
    return new ZarrException("its %s is %.200s, which is not known".formatted(name, found));
  }

  static String separator(Map<String, Object> document) {
    Object separator = document.getOrDefault("dimension_separator", ".");
    require(".".equals(separator) || "/".equals(separator), document, "dimension_separator");
    return (String) separator;
  }

  private static List<Long> numbers(Map<String, Object> document, String name) {
    List<Long> numbers = new ArrayList<>();
    if (!(document.get(name) instanceof List<?> list)) {
      throw unknown(document, name);
    }
    for (Object each : list) {
      require(each instanceof Integer || each instanceof Long, document, name);
      numbers.add(((Number) each).longValue());
    }
    return numbers;
  }

  private static DType dtype(Map<String, Object> document) {
    if (!(document.get("dtype") instanceof String name)) {
      throw unknown(document, "dtype");
    }
    DType dtype = DType.parse(name);
    Object filters = document.get("filters");
    boolean vlen =
        filters instanceof List<?> list
            && list.size() == 1
            && list.get(0) instanceof Map<?, ?> filter
            && "vlen-utf8".equals(filter.get("id"));
    boolean none = filters == null || filters.equals(List.of());
    require(dtype.kind() == DType.Kind.TEXT ? vlen : none, document, "filters");
    return dtype;
  }

  private static @Nullable Object fill(@Nullable Object fill, DType dtype) {
    if (dtype.isText()) {
      return fill instanceof String text ? text(text, dtype.kind()) : null;
    }
    if (dtype.kind() == DType.Kind.FLOAT && fill instanceof String text) {
      return switch (text) {
        case "NaN" -> Double.NaN;
        case "Infinity" -> Double.POSITIVE_INFINITY;
        case "-Infinity" -> Double.NEGATIVE_INFINITY;
        default -> throw new ZarrException("its fill_value is " + text);
      };
    }
    return fill;
  }

  /** Bytes are in base64; what is not, as some writers have it, is taken as undefined. */
  private static @Nullable String text(String fill, DType.Kind kind) {
    if (kind != DType.Kind.BYTES) {
      return fill;
    }
    try {
      return new String(Base64.getDecoder().decode(fill), StandardCharsets.UTF_8)
          .replaceFirst("\0+$", "");
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static @Nullable Blosc blosc(@Nullable Object compressor, DType dtype) {
    if (!(compressor instanceof Map<?, ?> map) || !"blosc".equals(map.get("id"))) {
      return null;
    }
    Codec codec =
        Codec.named(String.valueOf(map.get("cname")))
            .orElseThrow(() -> new ZarrException("its Blosc codec is " + map.get("cname")));
    int level = map.get("clevel") instanceof Integer stated ? stated : 5;
    return new Blosc(codec, level, shuffle(map.get(SHUFFLE), dtype));
  }

  /** -1 lets numcodecs choose: bits for single bytes, else bytes. */
  private static Shuffle shuffle(@Nullable Object stated, DType dtype) {
    int number = stated instanceof Integer each ? each : Shuffle.SHUFFLE.number();
    if (number == -1) {
      return dtype.itemSize() == 1 ? Shuffle.BITSHUFFLE : Shuffle.SHUFFLE;
    }
    return Shuffle.numbered(number)
        .orElseThrow(() -> new ZarrException("its Blosc shuffle is " + number));
  }
}

package org.novacat.zarr;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;

/** The documents of a store: the same bytes for the same values, and ASCII alone. */
final class Json {
  /** zarr-python writes NaN among attributes as a bare word, and so it is read. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          // zarr-python 2 reads metadata as ASCII: the sign for Angstrom would end it.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Longer ones are no metadata: as a tree they would take ten times that. */
  private static final int LONGEST = 1 << 24;

  private Json() {}

  static ByteBuffer write(String path, Map<String, ?> document) {
    document.forEach((name, value) -> checkFinite(path, name, value));
    try {
      return ByteBuffer.wrap(MAPPER.writeValueAsBytes(document));
    } catch (JacksonException e) {
      throw new ZarrException("Cannot write " + path + ": " + e.getOriginalMessage(), e);
    }
  }

  /** JSON has no NaN; as a text it would be read as a text. */
  private static void checkFinite(String path, String name, Object value) {
    boolean odd =
        (value instanceof Double d && !Double.isFinite(d))
            || (value instanceof Float f && !Float.isFinite(f));
    if (odd) {
      throw new ZarrException(
          "Cannot write %s: %s is %s, which JSON does not have (leave it out)"
              .formatted(path, name, value));
    }
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> checkFinite(path, name + "." + key, inner));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(inner -> checkFinite(path, name, inner));
    }
  }

  /**
   * @throws ZarrException when the bytes are no JSON object
   */
  static Map<String, Object> read(String path, byte[] bytes) {
    if (bytes.length > LONGEST) {
      throw new ZarrException(
          "Cannot read %s: it has %s bytes (at most %s)".formatted(path, bytes.length, LONGEST));
    }
    try {
      Map<String, Object> document =
          MAPPER.readValue(bytes, new TypeReference<TreeMap<String, Object>>() {});
      if (document != null) {
        return document;
      }
    } catch (IOException e) {
      throw new ZarrException(
          "Cannot read " + path + ": it is no JSON object: " + e.getMessage(), e);
    }
    throw new ZarrException("Cannot read " + path + ": it is no JSON object but null");
  }
}

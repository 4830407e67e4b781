package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a chunk as texts. Zeros at the end of a text of fixed width are none of it. */
final class Texts {
  private Texts() {}

  /**
   * @param key the chunk, for messages
   * @return as many texts as a chunk has
   * @throws ZarrException when the elements are no texts, or bytes are not what the type says
   */
  static List<String> of(String key, ArraySpec spec, byte[] raw) {
    ByteBuffer bytes = ByteBuffer.wrap(raw).order(spec.dtype().order());
    return switch (spec.dtype().kind()) {
      case BYTES -> utf8(key, spec, bytes);
      case UNICODE -> codePoints(key, spec, bytes);
      case TEXT -> ofAnyLength(key, spec, bytes.order(ByteOrder.LITTLE_ENDIAN));
      default -> throw refused(key, "its type is " + spec.dtype().name() + ", which is no text");
    };
  }

  private static List<String> utf8(String key, ArraySpec spec, ByteBuffer raw) {
    int width = spec.dtype().itemSize();
    List<String> texts = new ArrayList<>(spec.chunkElements());
    for (int at = 0; at < raw.limit(); at += width) {
      int length = width;
      while (length > 0 && raw.get(at + length - 1) == 0) {
        length--;
      }
      texts.add(utf8(key, raw.slice(at, length)));
    }
    return texts;
  }

  private static String utf8(String key, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ZarrException("Cannot read " + key + ": a text is not UTF-8", e);
    }
  }

  private static List<String> codePoints(String key, ArraySpec spec, ByteBuffer raw) {
    int width = spec.dtype().itemSize();
    List<String> texts = new ArrayList<>(spec.chunkElements());
    for (int at = 0; at < raw.limit(); at += width) {
      int end = at + width;
      while (end > at && raw.getInt(end - 4) == 0) {
        end -= 4;
      }
      StringBuilder text = new StringBuilder();
      for (int i = at; i < end; i += 4) {
        text.appendCodePoint(codePoint(key, raw.getInt(i)));
      }
      texts.add(text.toString());
    }
    return texts;
  }

  private static int codePoint(String key, int value) {
    boolean surrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    if (surrogate || !Character.isValidCodePoint(value)) {
      throw refused(key, "a text has the code point " + value);
    }
    return value;
  }

  /** numcodecs' vlen-utf8: how many, then each with its length in bytes before it. */
  private static List<String> ofAnyLength(String key, ArraySpec spec, ByteBuffer raw) {
    int count = next(key, raw);
    if (count != spec.chunkElements()) {
      throw refused(key, "it has " + count + " texts of " + spec.chunkElements());
    }
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(key, raw));
    }
    if (raw.hasRemaining()) {
      throw refused(key, "it has " + raw.remaining() + " bytes behind its texts");
    }
    return texts;
  }

  private static String text(String key, ByteBuffer raw) {
    int length = next(key, raw);
    if (length < 0 || length > raw.remaining()) {
      throw refused(key, "a text has " + length + " bytes of " + raw.remaining());
    }
    ByteBuffer bytes = raw.slice(raw.position(), length);
    raw.position(raw.position() + length);
    return utf8(key, bytes);
  }

  private static int next(String key, ByteBuffer raw) {
    if (raw.remaining() < Integer.BYTES) {
      throw refused(key, "it is cut off");
    }
    return raw.getInt();
  }

  private static ZarrException refused(String key, String what) {
    return new ZarrException("Cannot read " + key + ": " + what);
  }
}

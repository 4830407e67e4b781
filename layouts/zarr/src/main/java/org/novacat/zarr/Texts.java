package org.novacat.zarr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Elements as texts. */
final class Texts {
  private Texts() {}

  static List<String> of(String path, ArraySpec spec, ByteBuffer raw) {
    if (spec.dtype().kind() != DType.Kind.BYTES) {
      throw new ZarrException("Cannot read " + path + ": its type is " + spec.dtype().name());
    }
    int width = spec.dtype().itemSize();
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < raw.limit(); at += width) {
      int length = width;
      while (length > 0 && raw.get(at + length - 1) == 0) {
        length--;
      }
      texts.add(utf8(path, raw.slice(at, length)));
    }
    return texts;
  }

  static String utf8(String path, ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new ZarrException("Cannot read " + path + ": a text is not UTF-8", e);
    }
  }
}

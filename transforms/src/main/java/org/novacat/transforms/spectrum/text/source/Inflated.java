package org.novacat.transforms.spectrum.text.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.novacat.layouts.spectrum.QuarantineReason;

/** Bytes out of gzip, counted while they come, so that a bomb does not go off. */
final class Inflated {
  /** Text of numbers is packed to a tenth at the best; a run of one byte reaches 1,030. */
  private static final int MOST_RATIO = 200;

  /** What grows to less is no bomb, whatever the ratio. */
  private static final long HARMLESS = 1 << 20;

  private Inflated() {}

  /**
   * What is packed.
   *
   * @param most bytes that may come out
   * @throws TextRefusedException when more does, or the bytes are broken
   */
  static byte[] of(String name, byte[] packed, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] buffer = new byte[1 << 16];
      for (int n; (n = in.read(buffer)) >= 0; ) {
        out.write(buffer, 0, n);
        check(name, out.size(), packed.length, most);
      }
    } catch (IOException e) {
      throw new TextRefusedException(
          QuarantineReason.UNREADABLE,
          "GZIP_BROKEN",
          "Cannot unpack '%s': %s (pack the file again, or give it as it is)"
              .formatted(name, e.getMessage()));
    }
    return out.toByteArray();
  }

  private static void check(String name, int size, int packed, int most) {
    if (size > most || (size > HARMLESS && size / MOST_RATIO > packed)) {
      throw TextInput.limit(name, size > most ? most + " bytes" : MOST_RATIO + " times its size");
    }
  }
}

package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Base64;

/** Rows of VOTables in binary, written by hand. */
final class VoTableSamples {
  private VoTableSamples() {}

  /**
   * Rows of (double, float, char[2]), a byte of null flags before each; in the last 4.5 is null.
   */
  static String binary2() {
    ByteBuffer rows = ByteBuffer.allocate(3 * 15);
    for (int i = 0; i < 3; i++) {
      rows.put((byte) (i == 2 ? 0b0100_0000 : 0)).putDouble(56521.25 + i).putFloat(4.5f);
      rows.put("zg".getBytes(US_ASCII));
    }
    return Base64.getEncoder().encodeToString(rows.array());
  }
}

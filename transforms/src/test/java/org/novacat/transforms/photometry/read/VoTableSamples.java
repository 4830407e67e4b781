package org.novacat.transforms.photometry.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.Base64;

/** VOTables of text, and rows of others in binary, written by hand. */
final class VoTableSamples {
  private VoTableSamples() {}

  /** A table of text. */
  static String of(String fields, String rows) {
    return "<?xml version='1.0'?><VOTABLE version='1.4'><RESOURCE><TABLE>%s<DATA><TABLEDATA>%s</TABLEDATA></DATA></TABLE></RESOURCE></VOTABLE>"
        .formatted(fields, rows);
  }

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

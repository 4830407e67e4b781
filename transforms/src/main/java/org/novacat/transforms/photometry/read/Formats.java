package org.novacat.transforms.photometry.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats of text, asked in turn by content; what none of them takes is plain text. */
final class Formats {
  /** A format. */
  @FunctionalInterface
  interface Format {
    /**
     * The table in a file; null when the file is of another format.
     *
     * @throws RefusedException when it is of this format and has no table
     */
    @Nullable RawTable open(Input in);
  }

  private static final List<Format> KNOWN =
      List.of(
          WebPage::open,
          VoTable::open,
          JsonTables::open,
          Ecsv::open,
          AavsoExtended::open,
          Ipac::open,
          Qdp::open,
          ByteByByte::ofTable,
          ByteByByte::ofCompanion);

  private Formats() {}

  /**
   * The table in a text.
   *
   * @throws RefusedException when there is none
   */
  static RawTable open(Input in) {
    for (Format format : KNOWN) {
      RawTable table = format.open(in);
      if (table != null) {
        return table;
      }
    }
    return PlainText.open(in);
  }
}
